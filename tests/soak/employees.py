"""Employees: they file, talk, edit, ask about law, cry, report in confidence, withdraw and rate."""

import random
import re
from collections.abc import Awaitable, Callable

from bot.sandbox import Person, Seen
from bot.sandbox.people.people import PersonError
from tests.journeys.steps import STORY
from tests.soak.house import MovedHouse
from tests.soak.ledger import Ledger, Word
from tests.soak.pace import pause

PATIENCE = 1800.0
"""Seconds that somebody waits for an answer before they give up and try something else."""
QUESTIONS = ("加班费咋算", "民法典1254", "年假有几天", "试用期最长多久", "高空抛物谁赔", "今天吃什么")
CRY = "我不想活了，撑不下去了"
NUMBER = re.compile(r"编号：(\S+)")
CODE = re.compile(r"\d{4} \d{4} \d{4} \d{4}")


class Employee:
    """One of them. Whoever gets no answer gives up what they were doing and goes on with their day."""

    def __init__(self, who: Person, house: MovedHouse, ledger: Ledger, rng: random.Random) -> None:
        self.who, self.house, self.ledger, self.rng = who, house, ledger, rng
        self.codes: list[str] = []

    async def live(self, until: float) -> None:
        """A day or two."""
        await self.who.starts()
        if self.rng.random() < 0.5:
            await self.who.says("/subscribe")
        acts: dict[Callable[[], Awaitable[None]], float] = {
            self.file: 3, self.talk: 14, self.edit: 3, self.ask: 5, self.cry: 1, self.report: 1,
            self.come_back: 1, self.withdraw: 0.3, self.rate: 4,
        }  # fmt: skip
        while self.house.loop.time() < until:
            await pause(self.house.loop, self.rng, 1800)
            (act,) = self.rng.choices(list(acts), list(acts.values()))
            try:
                await act()
            except PersonError as error:
                self.ledger.left[act.__name__] += 1
                self.ledger.why_left.append(f"{act.__name__}: {str(error)[:300]}")

    async def waits(self, words: str, after: int) -> Seen:
        """For this, or for something that says that it went wrong."""
        return await self.who.waits_for(words, after=after, within=PATIENCE)

    async def push(self, words: str, message: int) -> None:
        """Press; the toast of a press may be lost."""
        await self.who.presses(words, message_id=message, within=PATIENCE)

    async def file(self) -> None:
        """Told, read back, handed in."""
        mark = self.ledger.mark("s", self.who.id)
        start = (await self.who.says("/tell")).id
        window = await self.who.waits_for(
            lambda seen: "用您自己的话说" in seen.text or seen.button("重新说") is not None,
            after=start, within=PATIENCE,
        )  # fmt: skip
        if window.button("重新说"):
            await self.push("重新说", window.id)
            await self.who.waits_for(
                lambda seen: seen.id >= window.id and "用您自己的话说" in seen.text, within=PATIENCE
            )
        told = await self.who.says(f"{STORY} {mark}")
        last = await self.waits("收到，一共", told.id)
        for button in ("说完了", "工资·加班·绩效", "就这些", "都可以", "匿名"):
            await self.push(button, await self._with(button, told.id))
        last = await self.who.waits_for("请您读一遍", after=told.id - 1, within=PATIENCE)
        self.ledger.stories[mark] = self.who.id
        await self.push("登记", last.id)
        receipt = await self.who.waits_for(
            lambda seen: "已登记" in seen.text or seen.button("是新的事") is not None,
            after=told.id, within=PATIENCE,
        )  # fmt: skip
        if receipt.button("是新的事"):
            await self.push("是新的事", receipt.id)
            receipt = await self.waits("已登记", told.id)
        found = NUMBER.search(receipt.text)
        assert found is not None, receipt.text
        self.ledger.cases[found[1]] = self.who.id
        self.ledger.done["file"] += 1

    async def _with(self, button: str, after: int) -> int:
        """The newest window with this button; where it is not proposed, all are shown first."""

        def there(words: str) -> Callable[[Seen], bool]:
            return lambda seen: seen.button(words) is not None

        if button == "工资·加班·绩效":
            window = await self.who.waits_for(
                lambda seen: bool(seen.button(button) or seen.button("看全部")), after=after, within=PATIENCE
            )
            if not window.button(button):
                await self.push("看全部", window.id)
        return (await self.who.waits_for(there(button), after=after, within=PATIENCE)).id

    def claimed(self) -> list[tuple[Seen, str, str]]:
        """Cases that somebody has and that are not over: the notice, the number, who has it."""
        over, found = self.over(), []
        for seen in self.who.sees():
            match = re.search(r"🤝 (\S+?)接手了您的事（(\S+?)）", seen.text)
            if seen.from_bot and match and match[2] not in over:
                found.append((seen, match[2], match[1]))
        return found

    def over(self) -> set[str]:
        """Numbers with a result, or taken back."""
        return {
            number
            for seen in self.who.sees()
            if seen.from_bot and ("有结果了" in seen.text or "已经撤回" in seen.text)
            for number in self.ledger.cases
            if number in seen.text
        }

    async def talk(self) -> None:
        """To whoever has their case; it goes straight there."""
        mine = self.claimed()
        if not mine:
            return
        notice, number, name = self.rng.choice(mine)
        handler = self.house.named(name).id
        mark = self.ledger.mark("t", self.who.id, handler)
        text = f"{self.rng.choice(('考核表能要到吗', '队长又说了一次', '我又找到一张工资条'))} {mark}"
        sent = await self.who.says(text, reply_to=notice.id)
        at = self.house.loop.time()
        self.ledger.words.append(
            Word(mark, "talk", self.who.id, sent.id, text, at, frozenset({handler}), case=number)
        )

    async def edit(self) -> None:
        """What was said last is changed; the copy follows."""
        mine = [one for one in self.ledger.words if one.author == self.who.id and one.kind == "talk"]
        if mine:
            word = mine[-1]
            word.versions.append(f"{word.text}，写错了重写{len(word.versions) + 1}")
            await self.who.edits(word.message, word.versions[-1])
            self.ledger.done["edit"] += 1

    async def ask(self) -> None:
        """Something about law; any answer will do, none will not."""
        sent = await self.who.says(f"/law {self.rng.choice(QUESTIONS)}")
        try:
            await self.who.waits_for(lambda seen: seen.from_bot, after=sent.id, within=3 * PATIENCE)
        except PersonError:
            self.ledger.silent.append(f"/law of {self.who.name} #{sent.id}")
            raise
        self.ledger.done["ask"] += 1

    async def cry(self) -> None:
        """Somebody must come at once."""
        mark = self.ledger.mark("c", self.who.id)
        sent = await self.who.says(f"{CRY} {mark}")
        at = self.house.loop.time()
        cry = Word(mark, "cry", self.who.id, sent.id, sent.text, at, frozenset())
        self.ledger.cries.append(cry)
        await self.waits("现在安全吗", sent.id)
        here = await self.waits("来了，就在这里", sent.id)
        helper = self.house.named(here.text.partition("来了")[0])
        self.ledger.may_see(mark, helper.id)
        for _ in range(self.rng.randint(1, 4)):
            await pause(self.house.loop, self.rng, 60)
            mark = self.ledger.mark("l", self.who.id, helper.id)
            said = await self.who.says(f"睡不着三个月了 {mark}")
            self.ledger.words.append(
                Word(
                    mark,
                    "lane",
                    self.who.id,
                    said.id,
                    said.text,
                    self.house.loop.time(),
                    frozenset({helper.id}),
                )
            )
        await pause(self.house.loop, self.rng, 120)
        first = await self.who.waits_for(
            lambda seen: seen.button("我现在安全了") is not None, after=sent.id, within=PATIENCE
        )
        await self.push("我现在安全了", first.id)
        await self.waits("已经删掉", sent.id)
        self.ledger.done["cry"] += 1

    async def report(self) -> None:
        """In confidence; only the office may ever see it."""
        officer = self.house.sandbox.person("纪检老钱").id
        mark = self.ledger.mark("r", self.who.id, officer)
        start = (await self.who.says("/report")).id
        await self.push("现在说", (await self.waits("保密反映", start)).id)
        told = await self.who.waits_for(
            lambda seen: "请用自己的话说" in seen.text or "都锁在保密的地方" in seen.text,
            after=start, within=PATIENCE,
        )  # fmt: skip
        if told.button("扔掉"):
            await self.push("扔掉", told.id)
            return
        sent = await self.who.says(f"钱总收了承包商八万块 {mark}")
        heard = await self.waits("都锁在保密的地方", sent.id)
        await self.push("说完了", heard.id)
        await self.push("跳过", (await self.waits("说的是谁", heard.id)).id)
        page = await self.waits("请您读一遍", heard.id)
        await self.push("交上去", page.id)
        filed = await self.waits("取件码", page.id)
        found = CODE.search(filed.text)
        assert found is not None, filed.text
        self.codes.append(found[0])
        self.ledger.sealed[mark] = self.who.id
        self.ledger.done["report"] += 1

    async def come_back(self) -> None:
        """With the code: what did they write?"""
        if not self.codes:
            return
        start = (await self.who.says("/report")).id
        await self.push("我有取件码", (await self.waits("保密反映", start)).id)
        asked = await self.waits("16 位数字", start)
        await self.who.says(self.rng.choice(self.codes))
        await self.who.waits_for(lambda seen: seen.from_bot, after=asked.id + 1, within=PATIENCE)
        await self.who.says("/menu")
        self.ledger.done["come back"] += 1

    async def withdraw(self) -> None:
        """It has settled itself."""
        live = [n for n, owner in self.ledger.cases.items() if owner == self.who.id and n not in self.over()]
        if not live:
            return
        number = self.rng.choice(live)
        start = (await self.who.says("/cases")).id
        await self.push(number, (await self.waits("您的案件", start)).id)
        page = await self.who.waits_for(
            lambda seen: number in seen.text and seen.button("撤回") is not None, after=start, within=PATIENCE
        )
        await self.push("撤回", page.id)
        sure = await self.waits("真的要撤回", start)
        await self.push("是，撤回", sure.id)
        await self.waits("已经撤回", start)
        self.ledger.done["withdraw"] += 1

    async def rate(self) -> None:
        """How was it?"""
        asked = [seen for seen in self.who.sees() if seen.from_bot and seen.button("★★★★★")]
        if asked:
            last = self.who.last().id
            await self.push(self.rng.choice(("★★★★★", "★★★★", "★★★")), asked[-1].id)
            await self.waits("谢谢您", last)
            self.ledger.done["rate"] += 1
