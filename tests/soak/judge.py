"""Looks from the outside at what became of everything: in the chats, and in the store when all is quiet."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any

from sqlalchemy import select

from bot.sandbox import Seen
from storage.database.sql import table
from storage.mail.outbox import OUTBOX
from storage.sealed.records import SqlSealedRecords
from storage.tables import CallRow, InboxRow
from tests.house import GROUP
from tests.soak.house import MovedHouse
from tests.soak.ledger import Ledger, Word

INBOX, CALLS = table(InboxRow), table(CallRow)
SAID_SO = ("对不起", "没能送到", "不能接着说")
"""What the author is told when something did not work."""
HOUR = 3600.0
"""Seconds; a call that is opened later is not the one that a cry asked for."""
LEFT_BEHIND = ("sent", "stopped")


@dataclass
class Verdict:
    """What was counted, and what is wrong; each wrong thing in one line."""

    rows: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    """What its author saw around a word that was lost: for whoever has to find out why."""

    def row(self, what: str, value: object) -> None:
        """One more line of the table."""
        self.rows.append((what, str(value)))


class Judge:
    """Everything is asked once, after the traffic has ended."""

    def __init__(self, house: MovedHouse, ledger: Ledger) -> None:
        self.house, self.ledger, self.verdict = house, ledger, Verdict()
        world = house.sandbox.world
        self.chats: dict[int, list[Seen]] = {
            chat.id: [Seen.of(chat.view(one)) for one in chat.messages] for chat in world.chats.values()
        }

    async def judge(self) -> Verdict:
        """All of it."""
        await self._store()
        self._words()
        self._campaigns()
        await self._cries()
        await self._cases()
        await self._sealed()
        self._wrong_chats()
        self.verdict.wrong += [f"no answer of any kind: {one}" for one in self.ledger.silent]
        return self.verdict

    async def _store(self) -> None:
        def look(records: Any) -> tuple[list[Any], list[Any]]:
            connection = records.outbox._connection
            return (
                list(connection.execute(select(INBOX.c.update_id, INBOX.c.done_at, INBOX.c.reference))),
                list(connection.execute(select(OUTBOX.c.id, OUTBOX.c.kind, OUTBOX.c.state, OUTBOX.c.error))),
            )

        inbox, outbox = await self.house.look(look)
        never = set(self.house.given) - {row.update_id for row in inbox}
        undone = [row.update_id for row in inbox if row.done_at is None]
        failed = [row for row in inbox if row.reference is not None]
        states = Counter(row.state for row in outbox)
        self.verdict.row("updates accepted", len(inbox))
        self.verdict.row("updates that failed and were apologised for", len(failed))
        self.verdict.row("letters", dict(states))
        self.verdict.wrong += [f"update {one} was given to us and never kept" for one in sorted(never)]
        self.verdict.wrong += [f"update {one} was accepted and never finished" for one in undone]
        self.verdict.wrong += [
            f"letter {row.id} ({row.kind}) is {row.state}: {row.error}"
            for row in outbox
            if row.state not in LEFT_BEHIND
        ]

    def _words(self) -> None:
        tally: dict[str, Counter[str]] = defaultdict(Counter)
        for word in self.ledger.words:
            tally[word.kind][self._fate(word)] += 1
        for kind, fates in sorted(tally.items()):
            self.verdict.row(f"words: {kind}", dict(fates))

    def _campaigns(self) -> None:
        got = 0
        for chat, messages in self.chats.items():
            by_title: dict[str, list[Seen]] = defaultdict(list)
            for seen in messages:
                if seen.from_bot and seen.text.startswith("📣"):
                    by_title[seen.text.partition("\n")[0]].append(seen)
            got += len(by_title)
            for title, copies in by_title.items():
                if len(copies) > 1 and not self._excused(copies):
                    self.verdict.wrong.append(f"doubled: the campaign {title} in {chat}")
        self.verdict.row("campaigns that reached somebody", got)

    def _fate(self, word: Word) -> str:
        copies = [
            seen
            for chat in word.to
            for seen in self.chats.get(chat, ())
            if seen.from_bot and self._shows(seen, word)
        ]
        if not copies:
            if self._was_told(word):
                return "failed, and told so"
            self.verdict.wrong.append(f"lost: {word.kind} {word.mark} of {word.author} at {word.at:.0f}")
            self.verdict.around += self._around(word)
            return "lost"
        more = len(copies) - 1
        if more and not self._excused(copies):
            self.verdict.wrong.append(f"doubled: {word.kind} {word.mark} of {word.author} at {word.at:.0f}")
            return "doubled"
        return "twice, nobody could know" if more else "once"

    def _around(self, word: Word) -> list[str]:
        return self._near(word.author, word.message, f"{word.mark} of {word.author} in {word.case}")

    def _where_written(self, mark: str) -> list[str]:
        """The chat in which somebody wrote the mark."""
        written = [
            (chat, seen.id)
            for chat, messages in self.chats.items()
            for seen in messages
            if not seen.from_bot and mark in seen.text
        ]
        return [
            line for chat, at in written[:1] for line in self._near(chat, at, f"{mark} written in {chat}")
        ]

    def _near(self, chat: int, message: int, title: str) -> list[str]:
        """What stands in a chat before and after a message."""
        shown = self.chats[chat]
        place = next((at for at, seen in enumerate(shown) if seen.id >= message), len(shown))
        lines = [
            f"  {'bot' if s.from_bot else 'they'} {s.id}: {s.text[:90]!r}"
            for s in shown[max(0, place - 5) : place + 7]
        ]
        return [title, *lines]

    def _shows(self, seen: Seen, word: Word) -> bool:
        if word.kind == "result":
            return word.mark in seen.text and "有结果了" in seen.text
        return seen.text in word.texts

    def _excused(self, copies: list[Seen]) -> bool:
        base = self.house.loop.clock().timestamp() - self.house.loop.time()
        times = sorted(seen.raw["date"] - base for seen in copies)[:-1]
        excuses = self.house.trouble.unsure
        return all(any(one.excuses(copies[0].chat_id, at) for one in excuses) for at in times)

    def _was_told(self, word: Word) -> bool:
        after = [seen for seen in self.chats[word.author] if seen.id > word.message and seen.from_bot]
        soon = any(mark in seen.text for seen in after[:6] for mark in SAID_SO)
        return soon or any(word.text[:20] in seen.text and "没能送到" in seen.text for seen in after)

    async def _cries(self) -> None:
        def look(records: Any) -> tuple[dict[int, int | None], list[Any], list[Any]]:
            connection = records.outbox._connection
            people = {cry.author: records.people.find(cry.author) for cry in self.ledger.cries}
            calls = select(CALLS.c.person_id, CALLS.c.responder_id, CALLS.c.opened_at, CALLS.c.ended_at)
            rung = select(OUTBOX.c.posted_at, OUTBOX.c.finished_at).where(OUTBOX.c.kind == "crisis_ring")
            return people, list(connection.execute(calls)), list(connection.execute(rung))

        people, calls, rung = await self.house.look(look)
        handlers = await self._who_has_a_case()
        waits = []
        for cry in self.ledger.cries:
            after = [seen for seen in self.chats[cry.author] if seen.id > cry.message and seen.from_bot]
            if not any("安全吗" in seen.text for seen in after[:3]):
                self.verdict.wrong.append(f"a cry was not answered first: {cry.mark} at {cry.at:.0f}")
            self.ledger.may_see(cry.mark, *handlers[cry.author])
            theirs = [call for call in calls if call.person_id == people[cry.author]]
            for helper in {call.responder_id for call in theirs} - {None}:
                self.ledger.may_see(cry.mark, await self.house.look(lambda r, h=helper: r.people.chat_of(h)))
            opened = [
                max(0.0, self._seconds(call.opened_at) - cry.at)
                for call in theirs
                if (call.ended_at is None or self._seconds(call.ended_at) > cry.at)
                and self._seconds(call.opened_at) < cry.at + HOUR
            ]
            if not opened:
                self.verdict.wrong.append(f"a cry called nobody: {cry.mark} at {cry.at:.0f}")
            waits += [min(opened)] if opened else []
        ways = sorted((one.finished_at - one.posted_at).total_seconds() for one in rung if one.finished_at)
        self.verdict.row("cries, calls, people rung", f"{len(self.ledger.cries)}, {len(calls)}, {len(rung)}")
        self.verdict.row("seconds from a cry to the call: usual, longest", _usual(sorted(waits)))
        self.verdict.row("seconds from the call to the telephone", _usual(ways))

    def _seconds(self, moment: Any) -> float:
        """As the loop counts them."""
        aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
        return float((aware - self.house.loop.clock()).total_seconds() + self.house.loop.time())

    async def _cases(self) -> None:
        numbers = list(self.ledger.cases)
        cases = await self.house.look(lambda r: {number: r.cases.get(number) for number in numbers})
        told = await self.house.look(
            lambda r: {n: " ".join(s.content.text for s in r.talk.of_case(n)) for n in numbers}
        )
        self.verdict.row("cases", dict(Counter(case.state for case in cases.values())))
        untended = [n for n, case in cases.items() if case.state == "submitted"]
        self.verdict.wrong += [f"nobody tended to case {number}" for number in untended]
        for mark, owner in self.ledger.stories.items():
            having = [number for number, text in told.items() if mark in text]
            if len(having) > 1:
                self.verdict.wrong.append(f"one story is {len(having)} cases: {mark}")
            for number in having:
                handler = await self._chat(cases[number])
                if handler is None:
                    continue
                self.ledger.may_see(mark, owner, handler)
                if not any(seen.from_bot and mark in seen.text for seen in self.chats[handler]):
                    self.verdict.wrong.append(f"lost: the story {mark} never came to whoever has {number}")

    async def _who_has_a_case(self) -> dict[int, set[int]]:
        """Whoever talks in a case when they cry is heard by its mediator too."""
        cases = await self.house.look(lambda r: [r.cases.get(number) for number in self.ledger.cases])
        found: dict[int, set[int]] = defaultdict(set)
        for case in cases:
            if (handler := await self._chat(case)) is not None:
                found[self.ledger.cases[case.number]].add(handler)
        return found

    async def _chat(self, case: Any) -> int | None:
        if case.handler_id is None:
            return None
        found: int | None = await self.house.look(lambda r: r.people.chat_of(case.handler_id))
        return found

    async def _sealed(self) -> None:
        assert self.house.app is not None and self.house.app.sealed is not None

        def look(records: SqlSealedRecords) -> list[str]:
            return [part.content.text for one in records.reports() for part in records.parts(one.id)]

        texts = await self.house.app.sealed.run(look)
        self.verdict.row("sealed reports", len(self.ledger.sealed))
        for mark in self.ledger.sealed:
            times = sum(mark in text for text in texts)
            if times != 1:
                self.verdict.wrong.append(f"sealed report {mark} is there {times} times")

    def _wrong_chats(self) -> None:
        shown = 0
        for chat, seen in ((chat, one) for chat, messages in self.chats.items() for one in messages):
            if not seen.from_bot:
                continue
            for mark, allowed in self.ledger.private.items():
                if mark in seen.text:
                    shown += 1
                    if chat not in allowed:
                        where = "the group" if chat == GROUP else str(chat)
                        self.verdict.wrong.append(f"{mark} stands in {where}, where nobody may see it")
                        self.verdict.around += self._near(chat, seen.id, f"{mark} in {where}")
                        self.verdict.around += self._where_written(mark)
        self.verdict.row("marked words looked at in all chats", shown)


def _usual(seconds: list[float]) -> str:
    return f"{seconds[len(seconds) // 2]:.1f}, {seconds[-1]:.0f}" if seconds else "-"
