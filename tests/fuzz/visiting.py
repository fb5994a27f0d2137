"""A house that inputs come into: what went wrong in its handlers, and whether its store is whole."""

import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import Any

from aiogram.exceptions import TelegramAPIError
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.dialogs.updates.webhook import add_webhook
from mediation.cases.filing import Concern, file_concern
from mediation.cases.life_table import read_table
from mediation.cases.moves import apply_move
from mediation.model.cases.actor import Actor
from mediation.model.cases.content import Content
from mediation.model.cases.numbers import ReceiptCode
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from storage.unit_of_work.records import SqlRecords
from tests.fuzz.target import Check
from tests.house import House, open_house
from tests.journeys import steps

SECRET = "fuzz-secret"
HOUR = timedelta(hours=1)
PATIENCE = 120.0
"""Seconds."""
CAST = ("zhang", "chen", "lawyer", "counsellor", "union", "supervisor", "officer")


@dataclass
class Visited:
    """A house with a case that 李律师 has taken, and what went wrong in handlers since the last look."""

    house: House
    number: str
    me: int
    client: Any
    wrong: list[Exception] = field(default_factory=list)
    ids: Any = field(default_factory=lambda: count(900_000_000))
    last: object = None
    """What came in last, for the report."""

    async def look(self) -> None:
        """Everything accepted was handled to its end, and no handler failed."""
        await self.house.app.updates.drain()
        if self.wrong:
            wrong, self.wrong = self.wrong[0], []
            raise wrong
        left = await steps.ask(self.house, lambda r: r.inbox.unfinished(r.bot))
        if left:
            await steps.ask(self.house, _forget_the_inbox)
        assert left == [], "an update waits for ever"

    async def kept(self) -> object:
        """The case, its history and what was said in it."""
        n = self.number
        return await steps.ask(self.house, lambda r: (r.cases.get(n), r.cases.history(n), r.talk.of_case(n)))


def _forget_the_inbox(records: SqlRecords) -> None:
    records.connection.exec_driver_sql("UPDATE inbox SET done_at = received_at WHERE done_at IS NULL")


def watch_handlers(visited: Visited) -> None:
    """Note what handlers raise; a refusal by Telegram itself is none of theirs."""
    dispatcher = visited.house.app.updates._dispatcher
    really = dispatcher.feed_update

    async def feed(*args: Any, **kwargs: Any) -> Any:
        try:
            return await really(*args, **kwargs)
        except TelegramAPIError:
            raise
        except Exception as error:
            visited.wrong.append(error)
            raise

    dispatcher.feed_update = feed  # type: ignore[method-assign]


@cache
def empty_store() -> bytes:
    """A database with the current schema; made once, it takes a second."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/empty.db")
        upgrade(engine)
        engine.dispose()
        return (Path(folder) / "empty.db").read_bytes()


def _a_case(owner_id: int, helper_id: int, records: SqlRecords) -> tuple[str, int]:
    """Told and taken; both are in the conversation."""
    owner, helper = records.people.meet(owner_id, records.now), records.people.meet(helper_id, records.now)
    concern = Concern([(Content(text=steps.STORY), None)], {}, "WAGE")
    number = file_concern(records, owner, concern, ReceiptCode("1", "00:00"), HOUR).number
    apply_move(records, read_table(), number, "claim", Actor(helper, records.people.staff(helper)), HOUR)
    records.people.sit_down(owner, number)
    return number, owner


async def handled(house: House) -> None:
    """Everything sent so far has been handled, however busy the machine is."""
    await house.sandbox.until(lambda: not house.sandbox.pending_updates, PATIENCE)
    await house.app.updates.drain()


@asynccontextmanager
async def visited_house(folder: Path) -> AsyncIterator[Visited]:
    """Everybody has started the bot; there is a webhook beside the polling."""
    (folder / "house.db").write_bytes(empty_store())
    async with open_house(folder) as house:
        web_app = web.Application()
        add_webhook(web_app, "/hook", SECRET, house.app.updates)
        async with TestClient(TestServer(web_app)) as client:
            house.app.warm()
            number, me = await steps.ask(house, partial(_a_case, house.zhang.id, house.lawyer.id))
            for name in CAST:
                await getattr(house, name).starts()
            await handled(house)
            visited = Visited(house, number, me, client)
            watch_handlers(visited)
            yield visited


def visiting(check: Callable[[Visited, Any], Awaitable[None]]) -> Callable[[], Any]:
    """A target's ``opened``: a fresh house, and a look into its store at the end."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Check]:
        with tempfile.TemporaryDirectory() as folder:
            async with visited_house(Path(folder)) as visited:

                async def awaited(value: Any) -> None:
                    try:
                        await check(visited, value)
                        await visited.look()
                    except Exception as error:
                        error.add_note(f"it came in: {visited.last!r}")
                        raise

                yield awaited
                await steps.ask(visited.house, sound)

    return opened


def sound(records: SqlRecords) -> None:
    """The store is whole: every case can be read, and stands where its history says."""
    connection = records.connection
    assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    for (number,) in connection.exec_driver_sql("SELECT number FROM cases").all():
        history = records.cases.history(number)
        assert history and history[-1].to_state == records.cases.get(number).state, number
        records.talk.of_case(number)
