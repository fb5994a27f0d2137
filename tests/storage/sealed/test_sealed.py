"""Sealed reports: whoever has the code, or serves in the discipline office, and nobody else, anywhere."""

import asyncio
import logging
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, select

from mediation.errors import NotFound, Refused
from mediation.model.cases.numbers import choose_securely
from mediation.sealed.reports import (
    ReportState,
    Side,
    add_with_code,
    answer_sealed,
    close_sealed,
    file_sealed,
    list_sealed,
    look_with_code,
    read_sealed,
)
from storage.database.engine import open_engine
from storage.operations.backup import back_up
from storage.sealed.store import SealedStore
from storage.sealed.tables import SEALED
from storage.unit_of_work.database import Database
from storage.vault.errors import UnknownKey
from storage.vault.keys import read_keys
from tests.builders import a_content
from tests.fakes.clock import Clock
from tests.fakes.confided import confide
from tests.fakes.vault import KEY, OTHER_KEY
from tests.storage.sealed.conftest import CHINA, OFFICER

MANAGER = 900_418
ACCUSED = "钱主任收了承包商八万块"
ANSWER = "已转监督处核查甲乙丙"
WRITTEN = (ACCUSED, "补充：转账记录丁戊己", ANSWER, "发票照片.jpg")
REASON = a_content("查实了，已经处理")


async def filed(store: SealedStore) -> tuple[str, str]:
    """The code, and the report's id as an officer sees it."""
    code = await store.run(lambda r: file_sealed(r, [a_content(ACCUSED, file="f", file_name="发票照片.jpg")]))
    (report,) = await store.run(lambda r: list_sealed(r, OFFICER))
    return code, report.id


async def test_whoever_has_the_code_adds_and_reads_the_answer(store: SealedStore) -> None:
    code, report = await filed(store)
    await store.run(lambda r: add_with_code(r, code.replace(" ", ""), a_content(WRITTEN[1])))
    await store.run(lambda r: answer_sealed(r, OFFICER, report, a_content(ANSWER)))
    parts = await store.run(lambda r: look_with_code(r, code))
    assert [(part.side, part.content.text) for part in parts] == [
        (Side.REPORTER, ACCUSED),
        (Side.REPORTER, WRITTEN[1]),
        (Side.OFFICER, ANSWER),
    ]


async def test_a_code_is_sixteen_digits_and_another_one_finds_nothing(store: SealedStore) -> None:
    code, _ = await filed(store)
    assert len(code.replace(" ", "")) == 16
    for other in ("", "1234 5678 9012 3456", code[:-1]):
        with pytest.raises(NotFound):
            await store.run(lambda r, other=other: look_with_code(r, other))
        with pytest.raises(NotFound):
            await store.run(lambda r, other=other: add_with_code(r, other, a_content()))


async def test_nobody_but_an_officer_learns_that_there_is_anything(store: SealedStore) -> None:
    _, report = await filed(store)
    for act in (
        lambda r: list_sealed(r, MANAGER),
        lambda r: read_sealed(r, MANAGER, report),
        lambda r: read_sealed(r, MANAGER, "no such report"),
        lambda r: answer_sealed(r, MANAGER, report, a_content()),
        lambda r: close_sealed(r, MANAGER, report, REASON),
    ):
        with pytest.raises(NotFound):
            await store.run(act)


async def test_who_served_in_the_office_reads_nothing_after_their_last_day(
    store: SealedStore, clock: Clock
) -> None:
    _, report = await filed(store)
    today = clock().astimezone(CHINA).date()
    await store.run(lambda r: r.set_officer(OFFICER, today, today))
    assert await store.run(lambda r: read_sealed(r, OFFICER, report))
    clock.forward(days=1)
    with pytest.raises(NotFound):
        await store.run(lambda r: read_sealed(r, OFFICER, report))


async def test_each_look_is_kept_with_who_and_what(store: SealedStore, clock: Clock) -> None:
    _, report = await filed(store)
    await store.run(lambda r: read_sealed(r, OFFICER, report))
    await store.run(lambda r: answer_sealed(r, OFFICER, report, a_content(ANSWER)))
    today = clock().astimezone(CHINA).date()
    looks = await store.run(lambda r: r.looks(report))
    assert sorted(looks) == sorted([(today, OFFICER, "read"), (today, OFFICER, "answered")])


async def test_a_report_goes_from_received_to_closed_and_is_open_again_when_more_comes(
    store: SealedStore,
) -> None:
    code, report = await filed(store)

    async def state() -> ReportState:
        (one,) = await store.run(lambda r: list_sealed(r, OFFICER))
        return one.state

    assert await state() == ReportState.RECEIVED
    with pytest.raises(Refused, match="answer_first"):
        await store.run(lambda r: close_sealed(r, OFFICER, report, REASON))
    await store.run(lambda r: read_sealed(r, OFFICER, report))
    assert await state() == ReportState.READ
    await store.run(lambda r: answer_sealed(r, OFFICER, report, a_content(ANSWER)))
    await store.run(lambda r: close_sealed(r, OFFICER, report, REASON))
    assert await state() == ReportState.CLOSED
    await store.run(lambda r: add_with_code(r, code, a_content("还有")))
    assert await state() == ReportState.RECEIVED


async def test_nothing_told_is_refused(store: SealedStore) -> None:
    with pytest.raises(Refused, match="nothing_told"):
        await store.run(lambda r: file_sealed(r, []))


async def test_a_code_that_is_taken_is_chosen_again(store: SealedStore) -> None:
    code, _ = await filed(store)
    digits = iter(code.replace(" ", "") + "1" * 16)
    other = await store.run(lambda r: file_sealed(r, [a_content("另一件")], lambda _: next(digits)))
    assert other == "1111 1111 1111 1111"


async def test_only_days_are_kept(store: SealedStore, sealed_url: str) -> None:
    await filed(store)
    engine = open_engine(sealed_url)
    with engine.connect() as connection:
        rows = [tuple(row) for one in SEALED.sorted_tables for row in connection.execute(select(one))]
        since = connection.exec_driver_sql("SELECT since FROM vault_keys").scalar()
    engine.dispose()
    assert not any(isinstance(value, datetime) for row in rows for value in row)
    assert "00:00:00" in str(since)


async def test_the_wrong_key_opens_nothing_and_changes_nothing(
    store: SealedStore, opened: Callable[..., SealedStore]
) -> None:
    code, _ = await filed(store)
    with pytest.raises(UnknownKey):
        opened(KEY)
    rotated = opened(f"{KEY},{OTHER_KEY}")
    assert (await rotated.run(lambda r: look_with_code(r, code)))[0].content.text == ACCUSED


async def test_what_is_sealed_is_in_no_other_file_and_in_its_own_not_readable(
    sqlite_url: str, sqlite_database: Database, tmp_path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    store = SealedStore(
        open_engine(f"sqlite:///{tmp_path / 'sealed.db'}"), read_keys(OTHER_KEY), clock, CHINA
    )
    await store.run(lambda r: r.set_officer(OFFICER, date(2026, 1, 1), date(2026, 12, 31)))
    before = ordinary_files(tmp_path)
    code, report = await filed(store)
    await store.run(lambda r: add_with_code(r, code, a_content(WRITTEN[1])))
    await store.run(lambda r: read_sealed(r, OFFICER, report))
    await store.run(lambda r: answer_sealed(r, OFFICER, report, a_content(ANSWER)))
    assert ordinary_files(tmp_path) == before, "the ordinary store was not touched at all"
    await sqlite_database.run(confide)
    engine = open_engine(sqlite_url)
    back_up(engine, tmp_path / "backup.zip")
    assert not any(name in inspect(engine).get_table_names() for name in SEALED.tables)
    engine.dispose()
    secrets = (*WRITTEN, code, code.replace(" ", ""), str(OFFICER), report)
    elsewhere = ordinary_files(tmp_path) + unzipped(tmp_path / "backup.zip") + caplog.text.encode()
    assert found(secrets, elsewhere) == []
    assert found(secrets[:-1], own_files(tmp_path)) == []
    store.close()
    assert found(secrets[:-1], own_files(tmp_path)) == []
    assert report.encode() in own_files(tmp_path), "the search does find what is there"


def ordinary_files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("xinqiao.db*")))


def own_files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("sealed.db*")))


def unzipped(file: Path) -> bytes:
    with zipfile.ZipFile(file) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def found(secrets: tuple[str, ...], there: bytes) -> list[str]:
    """As they are, and as JSON writes them."""
    forms = {one: (one.encode(), one.encode("unicode_escape"), one.encode("utf-16-le")) for one in secrets}
    return [one for one, written in forms.items() if any(form in there for form in written)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4))
def test_what_is_told_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, told: list[str]) -> None:
    folder = tmp_path_factory.mktemp("sealed")
    engine = open_engine(f"sqlite:///{folder / 's.db'}", "NORMAL")
    store = SealedStore(engine, read_keys(OTHER_KEY), lambda: datetime(2026, 3, 2, tzinfo=UTC), CHINA)

    async def there_and_back() -> list[str]:
        parts = [a_content(text) for text in told]
        code = await store.run(lambda r: file_sealed(r, parts, choose_securely))
        return [part.content.text for part in await store.run(lambda r: look_with_code(r, code))]

    try:
        assert asyncio.run(there_and_back()) == told
    finally:
        store.close()
