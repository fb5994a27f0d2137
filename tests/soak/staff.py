"""Mediators claim, relay and resolve; whoever is rung comes; the office answers."""

import random
import re

from bot.sandbox import Person, Seen
from bot.sandbox.people.people import PersonError
from tests.house import GROUP
from tests.soak.house import MovedHouse
from tests.soak.ledger import Ledger, Word
from tests.soak.pace import pause

PATIENCE = 900.0
SAID_BY_OWNER = re.compile(r"〔t\d{5}〕")
ENOUGH = 3
"""Answers in a case after which its mediator writes the result."""


class Mediator:
    """Looks at the telephone every few minutes and does what is there."""

    def __init__(self, who: Person, house: MovedHouse, ledger: Ledger, rng: random.Random) -> None:
        self.who, self.house, self.ledger, self.rng = who, house, ledger, rng
        self._answered: set[str] = set()
        self._resolved: set[str] = set()
        self._tries: dict[str, int] = {}
        self._count: dict[str, int] = {}
        self._rung = 0

    async def live(self, until: float) -> None:
        """To the end, and over it: nothing is left lying."""
        await self.who.starts()
        while self.house.loop.time() < until:
            await pause(self.house.loop, self.rng, 240)
            for act in (self.come, self.claim, self.answer, self.resolve):
                try:
                    await act()
                except PersonError as error:
                    self.ledger.left[act.__name__] += 1
                    self.ledger.why_left.append(f"{act.__name__}: {str(error)[:300]}")

    async def come(self) -> None:
        """Somebody is in danger: everything else waits."""
        for seen in self.who.sees():
            if seen.from_bot and seen.id > self._rung and "有人现在需要您" in seen.text:
                self._rung = seen.id
                press = await self.who.presses("我来", message_id=seen.id, within=PATIENCE)
                await self._listen(seen, await self.who.notice(press, within=PATIENCE))

    async def _listen(self, ring: Seen, notice: str) -> None:
        if notice:  # somebody else came, or it is over
            return
        there = await self.who.waits_for("您已经接上了", after=ring.id, within=PATIENCE)
        for _ in range(2):
            await pause(self.house.loop, self.rng, 60)
            if self._is_over(there.id):
                return
            chats = frozenset(cry.author for cry in self.ledger.cries)
            mark = self.ledger.mark("h", self.who.id, *chats)
            said = await self.who.says(f"我在，您慢慢说 {mark}")
            at = self.house.loop.time()
            self.ledger.words.append(Word(mark, "helper", self.who.id, said.id, said.text, at, chats))
        try:
            await self.who.waits_for("TA 说现在安全了", after=there.id, within=3600)
        except PersonError:
            back = await self.who.waits_for(
                lambda seen: seen.button("交回") is not None, after=there.id - 1, within=PATIENCE
            )
            await self.who.presses("交回", message_id=back.id, within=PATIENCE)

    def _is_over(self, after: int) -> bool:
        return any("TA 说现在安全了" in one.text for one in self.who.sees() if one.id > after)

    async def claim(self) -> None:
        """One card that nobody has."""
        open_cards = [seen for seen in self.who.sees(GROUP) if seen.button("我来接")]
        if open_cards and self.rng.random() < 0.7:
            card = self.rng.choice(open_cards)
            press = await self.who.presses("我来接", chat=GROUP, message_id=card.id, within=PATIENCE)
            await self.who.notice(press, within=PATIENCE)
            self.ledger.done["claim"] += 1

    async def answer(self) -> None:
        """Every message of an owner gets a note that is passed on, as an answer to that very message."""
        words = {word.mark: word for word in self.ledger.words if word.kind == "talk"}
        for seen in self.who.sees():
            found = SAID_BY_OWNER.search(seen.text) if seen.from_bot else None
            word = words.get(found[0]) if found else None
            if word is None or word.mark in self._answered or seen.text not in word.texts:
                continue
            self._tries[word.mark] = self._tries.get(word.mark, 0) + 1
            if self._tries[word.mark] > 3:
                self._answered.add(word.mark)
            await self._relay(word, seen)

    async def _relay(self, word: Word, seen: Seen) -> None:
        mark = self.ledger.mark("m", self.who.id)
        note = await self.who.says(f"我去问，三天内答复您 {mark}", reply_to=seen.id)
        noted = await self.who.waits_for(
            lambda one: "内部备注（" in one.text and one.reply_to == note.id, after=note.id, within=PATIENCE
        )
        self.ledger.may_see(mark, word.author)
        press = await self.who.presses("转给当事人", message_id=noted.id, within=PATIENCE)
        self._answered.add(word.mark)
        toast = await self.who.notice(press, within=PATIENCE)
        if "已转给当事人" in toast or "已经转过" in toast:
            at = self.house.loop.time()
            self.ledger.words.append(
                Word(
                    mark,
                    "relay",
                    self.who.id,
                    note.id,
                    note.text,
                    at,
                    frozenset({word.author}),
                    case=word.case,
                )
            )
            self._count[word.case] = self._count.get(word.case, 0) + 1

    async def resolve(self) -> None:
        """What came out of it."""
        for number, answers in list(self._count.items()):
            if answers < ENOUGH or number in self._resolved:
                continue
            owner = self.ledger.cases[number]
            panel = next(
                (s for s in reversed(self.who.sees()) if number in s.text and s.button("写结果")), None
            )
            if panel is None:
                continue
            mark = self.ledger.mark("f", self.who.id, owner)
            last = self.who.last().id
            await self.who.presses("写结果", message_id=panel.id, within=PATIENCE)
            asked = await self.who.waits_for("谈成了什么", after=last, within=PATIENCE)
            said = await self.who.says(f"补发三个月夜班费 {mark}")
            shown = await self.who.waits_for("还没有发出去", after=asked.id, within=PATIENCE)
            press = await self.who.presses("发给当事人", message_id=shown.id, within=PATIENCE)
            self._resolved.add(number)
            await self.who.notice(press, within=PATIENCE)
            at = self.house.loop.time()
            self.ledger.words.append(
                Word(mark, "result", self.who.id, said.id, said.text, at, frozenset({owner}), case=number)
            )


class Officer:
    """Reads what was told in confidence and answers it, a few times a day."""

    def __init__(self, who: Person, house: MovedHouse, ledger: Ledger, rng: random.Random) -> None:
        self.who, self.house, self.ledger, self.rng = who, house, ledger, rng

    async def live(self, until: float) -> None:
        """To the end."""
        await self.who.starts()
        while self.house.loop.time() < until:
            await pause(self.house.loop, self.rng, 5400)
            try:
                await self.read()
            except PersonError as error:
                self.ledger.left["read"] += 1
                self.ledger.why_left.append(f"read: {str(error)[:300]}")

    async def read(self) -> None:
        """One of the list."""
        start = (await self.who.says("/sealed")).id
        listed = await self.who.waits_for(
            lambda seen: "有新的保密事项" not in seen.text, after=start, within=PATIENCE
        )
        if not listed.rows:
            return
        row = self.rng.choice(listed.rows)[0]
        await self.who.presses(row.text, message_id=listed.id, within=PATIENCE)
        page = await self.who.waits_for("接下来", after=listed.id, within=PATIENCE)
        await self.who.presses("答复或提问", message_id=page.id, within=PATIENCE)
        asked = await self.who.waits_for("请写给反映的人", after=page.id, within=PATIENCE)
        mark = self.ledger.mark("o", self.who.id, *self.ledger.sealed.values())
        await self.who.says(f"已经收到，正在核实 {mark}")
        await self.who.waits_for("写进去了", after=asked.id, within=PATIENCE)
        self.ledger.done["answer in confidence"] += 1
