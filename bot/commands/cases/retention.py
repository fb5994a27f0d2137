"""``xinqiao retention``: what is old enough to go, its deletion, and cases that must be kept."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table

from bot.commands.shared.options import SettingsFile, fail, load
from bot.commands.shared.store import in_store, with_database
from bot.commands.shared.terminal import print_json, printable
from bot.settings import Settings
from mediation.errors import NotFound
from mediation.model.cases.numbers import read_number
from mediation.model.retention import CASES, Kept, What
from mediation.model.retention import retention as rules
from storage.operations.retention import count, delete_some, ended_cases
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

REASON_LIMIT = 80

retention = typer.Typer(help="保存期限 / how long what is kept", no_args_is_help=True)

AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="按哪一天算 / as of this day, YYYY-MM-DD")
]
Reason = Annotated[
    str, typer.Option("--reason", help="理由，当事人问起会看到 / why; shown to the owner who asks")
]
Number = Annotated[str, typer.Argument(metavar="NUMBER", help="编号 / the case's number")]


@retention.command()
def preview(
    as_of: AsOf = None,
    json_: Annotated[bool, typer.Option("--json", help="机器可读 / for machines")] = False,
    settings_file: SettingsFile = None,
) -> None:
    """看看会删什么：几条、哪几件，没有内容 / what would go: counts and numbers, no words."""
    settings = load(settings_file)
    day = _day(settings, as_of)
    found = in_store(
        settings, lambda r: [_looked(r, one, _before(settings, one, day)) for one in rules().kept]
    )
    if json_:
        print_json(found)
        return
    table = Table("class", "days", "before", "count", "cases")
    for one in found:
        numbers = " ".join(one["cases"][:5]) + (" …" if len(one["cases"]) > 5 else "")
        table.add_row(one["class"], str(one["days"]), one["before"][:10], str(one["count"]), numbers)
    Console().print(table)


def _looked(records: SqlRecords, kept: Kept, before: datetime) -> dict[str, Any]:
    cases = ended_cases(records.connection, kept.key, before) if kept.key in CASES else []
    many = len(cases) if kept.key in CASES else count(records.connection, kept.key, before)
    return {
        "class": kept.key.value,
        "days": kept.days,
        "before": before.isoformat(),
        "count": many,
        "cases": [one.number for one in cases],
    }


@retention.command()
def run(as_of: AsOf = None, settings_file: SettingsFile = None) -> None:
    """删掉到期的；断了再跑就接着删 / delete what is old enough; interrupted, it goes on the next time."""
    settings = load(settings_file)
    day = _day(settings, as_of)
    if day > datetime.now(ZoneInfo(settings.time.zone)).date():
        fail("--as-of: a day to come would delete too early; 'preview' shows it")
    gone = with_database(settings, lambda database: _sweep(database, settings, day))
    for what, many in gone.items():
        typer.echo(f"{what}: {many}")
    typer.echo(f"{sum(gone.values())} 删除 / deleted")


async def _sweep(database: Database, settings: Settings, day: date) -> dict[str, int]:
    return {
        kept.key.value: await sweep_class(database, kept.key, _before(settings, kept, day))
        for kept in rules().kept
    }


async def sweep_class(database: Database, what: What, before: datetime) -> int:
    """Step by step, each in a transaction of its own; the last one leaves a line in the audit."""
    gone = 0
    while many := await database.run(partial(delete_some, what=what, before=before)):
        gone += many
    if gone:
        await database.run(lambda r: r.audit.write("retention", "store", None, kind=what.value, rows=gone))
    return gone


def _before(settings: Settings, kept: Kept, day: date) -> datetime:
    start = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(settings.time.zone))
    return (start - timedelta(days=kept.days)).astimezone(UTC)


def _day(settings: Settings, text: str | None) -> date:
    if text is None:
        return datetime.now(ZoneInfo(settings.time.zone)).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        fail(f"--as-of: was {printable(text)!r}; a day such as 2026-11-25 is allowed")


@retention.command()
def hold(number: Number, reason: Reason, settings_file: SettingsFile = None) -> None:
    """保全一件事：谁也不能删 / keep a case from being deleted by anybody; audited."""
    _held(settings_file, number, reason, on=True)


@retention.command()
def release(number: Number, reason: Reason, settings_file: SettingsFile = None) -> None:
    """解除保全 / let it go again; audited."""
    _held(settings_file, number, reason, on=False)


def _held(settings_file: Any, typed: str, reason: str, *, on: bool) -> None:
    words = reason.strip()
    if not 0 < len(words) <= REASON_LIMIT or not words.isprintable():
        fail(f"--reason: 1 to {REASON_LIMIT} characters, on one line")
    number = read_number(typed)

    def work(records: SqlRecords) -> bool:
        if number is None:
            raise NotFound
        records.cases.get(number)
        act = records.holds.hold if on else records.holds.release
        if not act(number, words, records.now):
            return False
        records.audit.write("hold", number, None, what="held" if on else "released")
        return True

    try:
        changed = in_store(load(settings_file), work)
    except NotFound:
        fail(f"NUMBER: there is no case {printable(typed)}")
    if not changed:
        fail(f"{number}: {'is held already' if on else 'is not held'}")
    typer.echo(f"{number}: {'held' if on else 'released'}")


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(retention, name="retention")
