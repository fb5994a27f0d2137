"""A post office: real store and writer, a sender that keeps state, a clock that is moved by hand."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.outbound.letter_writer import LetterWriter
from bot.outbound.outbox_worker import OutboxWorker
from bot.wording.catalogue import Wording
from mediation.model.cases.case import Notice, StaffMember
from storage.unit_of_work.database import Database
from tests.fakes.clock import Clock
from tests.fakes.sender import FakeSender
from tests.fakes.story import Story

GROUP = -1001000000001
OWNER_CHAT, LAWYER_CHAT, ELSE_CHAT, SUPERVISOR_CHAT = 9001, 9002, 9003, 9004


class Office:
    """Who lives here: an owner, a lawyer, somebody else and a supervisor, each with a private chat."""

    def __init__(self, database: Database, clock: Clock, wording: Wording, give_up_after: int = 3) -> None:
        self.database, self.clock = database, clock
        self.sender = FakeSender()
        self._writer = LetterWriter(wording, GROUP, ZoneInfo("Asia/Shanghai"))
        self._give_up_after = give_up_after
        self.outbox_worker = self.new_worker()
        self.owner = self.lawyer = self.someone = self.supervisor = 0
        self.number = ""

    def new_worker(self, at_once: int = 16, writer: LetterWriter | None = None) -> OutboxWorker:
        """As after a restart."""
        given = self.database, writer or self._writer, self.sender, self.clock
        return OutboxWorker(*given, at_once, 0, self._give_up_after)  # type: ignore[arg-type]

    async def open(self) -> None:
        """Everybody has started the bot; two are on the roster."""
        chats = (OWNER_CHAT, LAWYER_CHAT, ELSE_CHAT, SUPERVISOR_CHAT)
        ids = await self.do(lambda r: [r.people.meet(chat, r.now) for chat in chats])
        self.owner, self.lawyer, self.someone, self.supervisor = ids
        for person, duty in ((self.lawyer, "lawyer"), (self.supervisor, "supervisor")):
            member = StaffMember(person_id=person, duty=duty, name=duty)
            await self.do(lambda r, member=member: r.people.set_staff(member))

    @property
    def as_lawyer(self) -> StaffMember:
        """The lawyer as the domain sees them."""
        return StaffMember(person_id=self.lawyer, duty="lawyer", name="lawyer")

    async def do(self, work: Callable[[Any], Any]) -> Any:
        """One transaction."""
        return await self.database.run(work)

    async def post(self, kind: str, to: int | None, **fields: Any) -> None:
        """Put a notice into the outbox."""
        await self.do(lambda r: r.outbox.post(Notice(to=to, kind=kind, **fields)))

    async def say(self, *texts: str, to: int | None = None) -> None:
        """Plain notices that show these texts."""
        for text in texts:
            facts = {"reason": text}
            case = self.number or await self.file()
            await self.post("closed_by_supervisor", to or self.owner, case_number=case, facts=facts)

    async def file(self) -> str:
        """The owner files a case; the letters of that are thrown away."""
        self.number = await self.do(lambda r: Story(r).file(owner=self.owner, category="WAGE"))
        await self.do(lambda r: r.connection.exec_driver_sql("DELETE FROM outbox"))
        return self.number

    async def story(self, act: Callable[[Story], Any]) -> Any:
        """One act of the case's story, in a transaction."""
        return await self.do(lambda r: act(Story(r, self.number)))

    async def claimed(self) -> None:
        """A case that the lawyer has; everybody has been told."""
        await self.file()
        await self.story(lambda s: s.pull("claim", self.as_lawyer))
        await self.deliver()
        self.sender.chats.clear()
        self.sender.calls.clear()

    async def deliver(self, outbox_worker: OutboxWorker | None = None) -> None:
        """Everything that is due now, and what that leads to."""
        worker = outbox_worker or self.outbox_worker
        while await worker._take_due() or worker._tasks:
            await asyncio.gather(*worker._tasks)

    async def rows(self, columns: str = "kind, state") -> list[tuple[Any, ...]]:
        """The outbox as it is."""
        statement = f"SELECT {columns} FROM outbox ORDER BY id"
        found = await self.do(lambda r: r.connection.exec_driver_sql(statement).all())
        return [tuple(row) for row in found]


@pytest.fixture(scope="session")
def wording() -> Wording:
    return Wording()


@pytest.fixture
async def office(sqlite_database: Database, clock: Clock, wording: Wording) -> AsyncIterator[Office]:
    new = Office(sqlite_database, clock, wording)
    await new.open()
    yield new
