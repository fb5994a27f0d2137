"""A backup holds everything, says when it is damaged, and goes back into an empty database of either kind."""

import asyncio
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, insert, select
from sqlmodel import SQLModel

from mediation.model.cases.case import Notice
from storage.database.engine import open_engine
from storage.mail.outbox import UpdateKey
from storage.operations import backup
from storage.operations.backup import BackupError, back_up, check, restore_from
from storage.tables import CampaignRow, PersonRow
from storage.unit_of_work.database import Database
from tests.builders import LAWYER, ROSTER, a_content, a_picture
from tests.conftest import BOT
from tests.fakes.clock import Clock
from tests.fakes.postgres import Postgres
from tests.fakes.story import Story

PAIRS = [
    pytest.param("sqlite", "sqlite", id="sqlite-to-sqlite"),
    pytest.param("sqlite", "postgres", id="sqlite-to-postgres", marks=pytest.mark.postgres),
    pytest.param("postgres", "sqlite", id="postgres-to-sqlite", marks=pytest.mark.postgres),
    pytest.param("postgres", "postgres", id="postgres-to-postgres", marks=pytest.mark.postgres),
]


def fill(url: str) -> None:
    """A little of everything, with Chinese, emoji, JSON, moments and empty fields."""

    def life(records: Any) -> None:
        for member in ROSTER:
            records.people.set_staff(member)
        person = records.people.meet(9001, records.now)
        story = Story(records)
        story.file("加班费三个月没有发 💢", owner=person, name="张三")
        story.pull("claim", LAWYER)
        story.note(LAWYER, a_content("先问劳资", entities=[{"type": "bold", "offset": 0, "length": 2}]))
        story.add(a_picture("A", "工资条"), owner=person)
        records.campaigns.subscribe(person)
        records.campaigns.start(CampaignRow(id="may", title="五月", text="…", started_at=records.now), BOT)
        records.inbox.accept(UpdateKey(BOT, 7), '{"update_id": 7}')
        records.outbox.post(Notice(to=person, kind="receipt", facts={"code": "1234"}))
        records.drafts.start(person)

    database = Database(open_engine(url, "NORMAL"), BOT, Clock())
    try:
        asyncio.run(database.run(life))
    finally:
        database.close()


def all_rows(engine: Engine) -> dict[str, list[Any]]:
    """Everything that a database holds."""
    with engine.connect() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in SQLModel.metadata.sorted_tables
        }


@pytest.fixture
def filled(sqlite_url: str) -> Iterator[Engine]:
    fill(sqlite_url)
    engine = open_engine(sqlite_url)
    yield engine
    engine.dispose()


@pytest.fixture
def saved(filled: Engine, tmp_path: Path) -> Path:
    back_up(filled, tmp_path / "xinqiao.backup")
    return tmp_path / "xinqiao.backup"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path / 'empty.db'}")
    yield engine
    engine.dispose()


@pytest.fixture
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """The URL of a database without tables, of either kind."""

    def make(kind: str) -> str:
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / 'bare.db'}"
        server: Postgres = request.getfixturevalue("postgres")
        url = server.bare()
        request.addfinalizer(lambda: server.drop(url))
        return url

    return make


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_what_goes_in_comes_out(
    source: str, target: str, request: pytest.FixtureRequest, bare: Callable[[str], str], tmp_path: Path
) -> None:
    fill(url := str(request.getfixturevalue(f"{source}_url")))
    before, after = open_engine(url), open_engine(bare(target))
    written = back_up(before, tmp_path / "b.zip")
    restored = restore_from(after, tmp_path / "b.zip")
    assert restored == written
    assert written["cases"] == 1
    assert written["said"] == 3
    assert all_rows(after) == all_rows(before)
    before.dispose()
    after.dispose()


@pytest.mark.parametrize(("source", "target"), PAIRS[:2])
def test_new_rows_get_numbers_after_the_restored_ones(
    source: str, target: str, saved: Path, bare: Callable[[str], str]
) -> None:
    engine = open_engine(bare(target))
    restore_from(engine, saved)
    people = SQLModel.metadata.tables["persons"]
    with engine.begin() as connection:
        highest = connection.scalar(select(func.max(people.c.id)))
        values = PersonRow(language="en", created_at=Clock()()).model_dump(exclude={"id"})
        added = connection.execute(insert(people).values(**values)).inserted_primary_key[0]
    assert added > highest
    engine.dispose()


def test_a_backup_holds_one_moment_and_keeps_no_writer_waiting(
    filled: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, other = backup._lines, open_engine(str(filled.url))
    people = SQLModel.metadata.tables["persons"]
    values = PersonRow(language="en", created_at=Clock()()).model_dump(exclude={"id"})

    def lines(connection: Any, table: Any) -> Any:
        yield from really(connection, table)
        with other.begin() as writing:
            writing.execute(insert(people).values(**values))

    monkeypatch.setattr(backup, "_lines", lines)
    counts = back_up(filled, tmp_path / "b.zip")
    assert counts["persons"] == 1
    assert len(all_rows(other)["persons"]) == 1 + len(SQLModel.metadata.sorted_tables)
    other.dispose()


def damage(file: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Write the archive anew, with one part changed."""
    with zipfile.ZipFile(file) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = change(parts[name])
    with zipfile.ZipFile(file, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


def test_a_damaged_table_is_named_and_nothing_is_restored(saved: Path, empty: Engine) -> None:
    damage(saved, "said.jsonl", lambda content: content.replace("先问".encode(), "后问".encode()))
    with pytest.raises(BackupError, match="table said is damaged"):
        restore_from(empty, saved)
    assert not empty.connect().exec_driver_sql("SELECT name FROM sqlite_master").all()


def test_a_flipped_bit_inside_the_archive_is_found(saved: Path) -> None:
    with zipfile.ZipFile(saved) as archive:
        at = archive.getinfo("said.jsonl").header_offset + 60
    content = bytearray(saved.read_bytes())
    content[at] ^= 0xFF
    saved.write_bytes(content)
    with pytest.raises(BackupError, match="table said is damaged"):
        check(saved)


def test_a_missing_table_is_named(saved: Path, empty: Engine) -> None:
    def without(content: bytes) -> bytes:
        manifest = json.loads(content)
        del manifest["rows"]["said"], manifest["sha256"]["said"]
        return json.dumps(manifest).encode()

    damage(saved, "manifest.json", without)
    with pytest.raises(BackupError, match="table said is missing"):
        restore_from(empty, saved)


def test_a_backup_of_another_schema_is_refused(saved: Path, empty: Engine) -> None:
    damage(saved, "manifest.json", lambda content: content.replace(b'"schema": "', b'"schema": "9'))
    with pytest.raises(BackupError, match="schema 9"):
        restore_from(empty, saved)


@pytest.mark.parametrize("cut", [0, 10, 1000, -1])
def test_a_cut_off_backup_is_refused(saved: Path, empty: Engine, cut: int) -> None:
    saved.write_bytes(saved.read_bytes()[:cut])
    with pytest.raises(BackupError):
        restore_from(empty, saved)


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"sha256": 5}', '{"sha256": {"cases": 1}, "rows": 1}'])
def test_a_zip_that_is_no_backup_is_refused(tmp_path: Path, empty: Engine, manifest: str) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("manifest.json", manifest)
    with pytest.raises(BackupError, match="is not a backup"):
        restore_from(empty, tmp_path / "x.zip")


def test_a_database_that_is_not_empty_is_refused_and_unchanged(filled: Engine, saved: Path) -> None:
    before = all_rows(filled)
    with pytest.raises(BackupError, match="not empty"):
        restore_from(filled, saved)
    assert all_rows(filled) == before


def test_a_restore_that_fails_half_way_leaves_the_database_empty(
    saved: Path, empty: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = backup._fill

    def fill_until(connection: Any, table: Any, lines: Any) -> None:
        if table.name == "said":
            raise RuntimeError("power cut")
        really(connection, table, lines)

    monkeypatch.setattr(backup, "_fill", fill_until)
    with pytest.raises(RuntimeError):
        restore_from(empty, saved)
    assert not any(all_rows(empty).values())


def test_an_existing_file_is_never_overwritten(filled: Engine, saved: Path) -> None:
    before = saved.read_bytes()
    with pytest.raises(BackupError, match="exists already"):
        back_up(filled, saved)
    assert saved.read_bytes() == before


def test_a_backup_that_fails_leaves_no_file_behind(
    filled: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_lines", full)
    with pytest.raises(BackupError, match="No space left"):
        back_up(filled, tmp_path / "b.zip")
    assert not list(tmp_path.glob("b.zip*"))
