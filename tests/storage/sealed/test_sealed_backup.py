"""A backup of the sealed store: nothing in it can be read, and with the key everything is there again."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from mediation.sealed.reports import file_sealed, look_with_code
from storage.database.engine import open_engine
from storage.operations.backup import BackupError, back_up, restore_from
from storage.sealed.layout import SEALED_LAYOUT
from storage.sealed.store import SealedStore
from storage.vault.errors import VaultError
from storage.vault.keys import read_keys
from tests.builders import a_content
from tests.fakes.clock import Clock
from tests.fakes.vault import KEY, OTHER_KEY
from tests.storage.sealed.conftest import CHINA

ACCUSED = "钱主任收了承包商八万块"


Two = tuple[Engine, Engine]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def two(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Two]:
    """Two empty databases, one of the kind and a SQLite file."""
    first = f"sqlite:///{tmp_path / 'sealed.db'}"
    if request.param == "postgres":
        first = str(request.getfixturevalue("postgres").bare())
    engines = open_engine(first), open_engine(f"sqlite:///{tmp_path / 'other.db'}")
    yield engines
    for engine in engines:
        engine.dispose()


async def a_report(engine: Engine, clock: Clock) -> str:
    """Filed in the database; returns its code. The engine is done with afterwards."""
    store = SealedStore(engine, read_keys(OTHER_KEY), clock, CHINA)
    code = await store.run(lambda r: file_sealed(r, [a_content(ACCUSED)]))
    store.close()
    return code


async def test_what_was_kept_is_there_again_with_its_key(two: Two, clock: Clock, tmp_path: Path) -> None:
    there, empty = two
    code = await a_report(there, clock)
    kept = back_up(there, tmp_path / "b.zip", SEALED_LAYOUT)
    assert restore_from(empty, tmp_path / "b.zip", SEALED_LAYOUT) == kept
    again = SealedStore(empty, read_keys(OTHER_KEY), clock, CHINA)
    (part,) = await again.run(lambda r: look_with_code(r, code))
    again.close()
    assert part.content.text == ACCUSED


async def test_nothing_of_a_report_can_be_read_in_the_backup(two: Two, clock: Clock, tmp_path: Path) -> None:
    there, _ = two
    code = await a_report(there, clock)
    back_up(there, tmp_path / "b.zip", SEALED_LAYOUT)
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        held = b"".join(archive.read(name) for name in archive.namelist()).decode("unicode-escape", "replace")
        raw = b"".join(archive.read(name) for name in archive.namelist()).decode()
    for told in (ACCUSED, code, code.replace(" ", "")):
        assert told not in held and told not in raw


async def test_a_restored_store_stays_shut_to_another_key(two: Two, clock: Clock, tmp_path: Path) -> None:
    there, empty = two
    await a_report(there, clock)
    back_up(there, tmp_path / "b.zip", SEALED_LAYOUT)
    restore_from(empty, tmp_path / "b.zip", SEALED_LAYOUT)
    with pytest.raises(VaultError):
        SealedStore(empty, read_keys(KEY), clock, CHINA)


async def test_a_used_sealed_store_is_not_written_over(two: Two, clock: Clock, tmp_path: Path) -> None:
    there, _ = two
    await a_report(there, clock)
    back_up(there, tmp_path / "b.zip", SEALED_LAYOUT)
    with pytest.raises(BackupError, match="not empty"):
        restore_from(there, tmp_path / "b.zip", SEALED_LAYOUT)


async def test_a_backup_of_one_store_is_refused_by_the_other(two: Two, clock: Clock, tmp_path: Path) -> None:
    there, empty = two
    await a_report(there, clock)
    back_up(there, tmp_path / "b.zip", SEALED_LAYOUT)
    with pytest.raises(BackupError, match="schema"):
        restore_from(empty, tmp_path / "b.zip")
