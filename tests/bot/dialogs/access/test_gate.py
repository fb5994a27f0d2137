"""The gate, cell by cell: for everybody and every right, what the table gives is let in, all else is not."""

from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from bot.dialogs.access.gate import is_allowed
from bot.dialogs.shared.context import Guests
from bot.wording.catalogue import Wording
from mediation.access.rights import Right, rights
from storage.database.engine import open_engine
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database
from storage.unit_of_work.ticket import Ticket
from storage.vault.keys import read_keys
from tests.builders import BOT
from tests.cast_of_roles import CHATS, NOTHING_TOWARDS_IT, ROLES, Scene, set_up
from tests.fakes.clock import Clock
from tests.fakes.vault import OTHER_KEY, a_vault

CHINA = ZoneInfo("Asia/Shanghai")
CELLS = [right for right in rights().all if not right.ways[0].startswith(("$", "GET", "POST"))]


class House(NamedTuple):
    database: Database
    sealed: SealedStore
    guests: Guests
    scene: Scene

    async def lets(self, who: str, right: Right) -> bool:
        visitor = await self.database.run(lambda r: r.people.visitor(CHATS[who]))
        guest = self.guests.of(visitor, Ticket(1))
        return await is_allowed(guest, self.database, self.sealed, right, CHATS[who], self.scene.number)


@pytest.fixture(scope="module")
def store(upgraded_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("gate") / "house.db"
    path.write_bytes(upgraded_sqlite.read_bytes())
    database = Database(open_engine(f"sqlite:///{path}", "NORMAL"), BOT, Clock(), a_vault())
    yield database
    database.close()


@pytest.fixture
async def house(store: Database, tmp_path: Path, clock: Clock) -> AsyncIterator[House]:
    sealed = SealedStore(open_engine(f"sqlite:///{tmp_path / 's.db'}"), read_keys(OTHER_KEY), clock, CHINA)
    await sealed.run(lambda r: r.set_officer(CHATS["officer"], date(2026, 1, 1), date(2026, 12, 31)))
    today = clock().astimezone(CHINA).date()
    try:
        scene = await store.run(lambda r: set_up(r, today, CHINA))
        yield House(store, sealed, Guests(Wording(), CHINA, clock), scene)
    finally:
        sealed.close()


def expected(who: str, right: Right) -> bool:
    if right.on == "case" and who in NOTHING_TOWARDS_IT:
        return False
    return not right.who.isdisjoint(ROLES[who])


@pytest.mark.parametrize("who", ROLES)
async def test_everybody_may_what_the_table_gives_them_and_nothing_else(house: House, who: str) -> None:
    let_in = {right.do for right in CELLS if await house.lets(who, right)}
    assert let_in == {right.do for right in CELLS if expected(who, right)}


async def test_a_case_that_is_not_there_has_no_owner_and_no_handler(house: House) -> None:
    elsewhere = house._replace(scene=house.scene._replace(number="K7QF-2MRD"))
    towards = [right for right in CELLS if right.on == "case" and right.who <= {"owner", "handler", "second"}]
    assert towards and not any([await elsewhere.lets(who, one) for who in ROLES for one in towards])


def test_what_is_not_in_the_table_nobody_may() -> None:
    assert rights().of_way("drop_everything") is None
    assert not rights().permits("drop_everything", rights().roles)


def test_the_command_line_is_no_way_in_for_anybody_in_the_chat() -> None:
    lines = [
        right for right in rights().all if any(way.startswith(("$", "GET", "POST")) for way in right.ways)
    ]
    assert lines and all(right.who == {"operator"} for right in lines)
    assert all("operator" not in roles for roles in ROLES.values())
