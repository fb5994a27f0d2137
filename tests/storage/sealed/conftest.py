"""A sealed store on each database, with one officer."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from storage.database.engine import open_engine
from storage.sealed.store import SealedStore
from storage.vault.errors import VaultError
from storage.vault.keys import read_keys
from tests.fakes.clock import Clock
from tests.fakes.vault import OTHER_KEY

OFFICER = 900_417
CHINA = ZoneInfo("Asia/Shanghai")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def sealed_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'sealed.db'}"
    return str(request.getfixturevalue("postgres").bare())


@pytest.fixture
def opened(sealed_url: str, clock: Clock) -> Iterator[Callable[..., SealedStore]]:
    stores: list[SealedStore] = []

    def open_with(keys: str = OTHER_KEY) -> SealedStore:
        engine = open_engine(sealed_url)
        try:
            stores.append(SealedStore(engine, read_keys(keys), clock, CHINA))
        except VaultError:
            engine.dispose()
            raise
        return stores[-1]

    yield open_with
    for store in stores:
        store.close()


@pytest.fixture
async def store(opened: Callable[..., SealedStore]) -> SealedStore:
    one = opened()
    await one.run(lambda r: r.set_officer(OFFICER, date(2026, 1, 1), date(2026, 12, 31)))
    return one
