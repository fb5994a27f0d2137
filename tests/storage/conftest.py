"""Stores to test: the real ones (see ``tests/conftest.py``), and the one in memory beside them."""

from collections.abc import Iterator
from typing import Any

import pytest

from storage.database.engine import open_engine
from storage.unit_of_work.database import Database
from tests.builders import BOT, ROSTER
from tests.conftest import BOTH
from tests.fakes.clock import Clock
from tests.fakes.records import FakeDatabase
from tests.fakes.vault import a_vault


@pytest.fixture(params=["memory", *BOTH])
async def store(request: pytest.FixtureRequest, clock: Clock) -> Any:
    """The fake and the real stores, with the roster in place: what holds here holds on all of them."""
    if request.param == "memory":
        database: Any = FakeDatabase(clock)
    else:
        engine = open_engine(request.getfixturevalue(f"{request.param}_url"))
        database = Database(engine, BOT, clock, a_vault())
    await database.run(lambda records: [records.people.set_staff(member) for member in ROSTER])
    yield database
    if request.param != "memory":
        database.close()


@pytest.fixture
def reopened(database_url: str, clock: Clock) -> Iterator[Any]:
    """Opens the same database again, as after a restart: ``reopened()``."""
    stores: list[Database] = []

    def reopen() -> Database:
        stores.append(Database(open_engine(database_url), BOT, clock, a_vault()))
        return stores[-1]

    yield reopen
    for store in stores:
        store.close()
