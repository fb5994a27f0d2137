"""``xinqiao cases``: how far each case has come in the formal procedure, and what is due when."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.commands.shared.files import write_whole
from bot.commands.shared.options import SettingsFile, fail, load
from bot.commands.shared.store import in_store
from bot.commands.shared.terminal import print_json, printable
from bot.views.case_csv import csv_text
from bot.views.case_rows import CaseLine, case_lines, whole_case
from bot.wording.catalogue import Wording
from mediation.deadlines.calendar import business_day
from mediation.deadlines.rules import DeadlineRefused, read_clocks
from mediation.errors import NotFound
from mediation.model.cases.numbers import read_number
from mediation.model.procedure.table import read_procedure
from storage.unit_of_work.records import SqlRecords

SHOWN = ("number", "alias", "state", "category", "days", "handler", "clock", "due", "open_promises")
"""Columns of the list in the terminal; JSON and CSV have all."""

cases = typer.Typer(help="正式办理的案件 / cases in the formal procedure", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="机器可读 / for machines")]


@cases.command(name="list")
def list_(
    state: Annotated[
        str | None, typer.Option(metavar="STATE", help="只看一种状态 / one state, as in procedure.toml")
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="只看过了期的 / only what is late")] = False,
    json_: Json = False,
    settings_file: SettingsFile = None,
) -> None:
    """看清单：代号、状态、最近的期限 / list cases: alias, state, next last day; late ones are marked."""
    if state is not None and state not in (known := read_procedure().states):
        fail(f"--state: was {printable(state)!r}; allowed: {', '.join(known)}")
    lines = _lines(settings_file, state, overdue)
    if json_:
        print_json([asdict(one) for one in lines])
        return
    words, table = Wording(), Table(*SHOWN)
    for one in lines:
        cells = asdict(one) | {"state": stage(words, one.state)}
        cells["due"] = f"{one.due or '—'}{' !' if one.overdue else ''}"
        table.add_row(*(Text(_cell(cells[name])) for name in SHOWN))
    Console().print(table)
    typer.echo(f"{len(lines)} 件 / cases, {sum(one.overdue for one in lines)} 件过期 / late")


def _lines(settings_file: Path | None, state: str | None = None, overdue: bool = False) -> list[CaseLine]:
    settings = load(settings_file)
    clocks, zone = read_clocks(), ZoneInfo(settings.time.zone)
    try:
        return in_store(settings, lambda r: case_lines(r, clocks, business_day(r.now, zone), state, overdue))
    except DeadlineRefused as error:
        fail(unknown(error))


@cases.command()
def show(
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="编号 / the case's number")],
    json_: Json = False,
    settings_file: SettingsFile = None,
) -> None:
    """看一件：走过的步子、期限、答应的事、谁负责；不显示姓名和内容 / one case; leaves a line in the audit."""
    settings = load(settings_file)
    clocks, zone = read_clocks(), ZoneInfo(settings.time.zone)
    wanted = read_number(number) or ""

    def read(records: SqlRecords) -> dict[str, Any]:
        shown = whole_case(records, clocks, wanted, business_day(records.now, zone))
        records.audit.write("read", wanted, None, what="procedure")
        return shown

    try:
        found = in_store(settings, read)
    except DeadlineRefused as error:
        fail(unknown(error))
    except NotFound:
        fail(f"{printable(number)}: 没有这件正式办理的事 / no such case in the formal procedure")
    if json_:
        print_json(found)
    else:
        _print_case(found, ZoneInfo(settings.time.zone))


def _print_case(found: dict[str, Any], zone: ZoneInfo) -> None:
    console = Console()
    words = Wording()
    for name, value in found.items():
        if not isinstance(value, list | dict):
            shown = stage(words, value) if name == "state" else value
            console.print(Text(f"{name}: {_cell(shown)}"))
    console.print(Text("responsible: " + "; ".join(f"{k} {v}" for k, v in found["responsible"].items())))
    steps = [one | {"at": one["at"].astimezone(zone).strftime("%Y-%m-%d %H:%M")} for one in found["steps"]]
    for name, rows in (("promises", found["promises"]), ("clocks", found["clocks"]), ("steps", steps)):
        if rows:
            table = Table(*rows[0], title=name)
            for row in rows:
                table.add_row(*(Text(_cell(value)) for value in row.values()))
            console.print(table)


@cases.command()
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="要写的文件 / the file; must not exist")],
    settings_file: SettingsFile = None,
) -> None:
    """导出清单（CSV）/ write the list into a file; leaves a line in the audit."""
    if file.suffix.lower() != ".csv":
        fail(f"{printable(str(file))}: the name must end in .csv")
    if file.exists():
        fail(f"{printable(str(file))} exists already")
    settings = load(settings_file)
    clocks, zone = read_clocks(), ZoneInfo(settings.time.zone)

    def take_out(records: SqlRecords) -> list[CaseLine]:
        lines = case_lines(records, clocks, business_day(records.now, zone))
        records.audit.write("exported", "store", None, what="cases", rows=len(lines))
        return lines

    try:
        lines = in_store(settings, take_out)
    except DeadlineRefused as error:
        fail(unknown(error))
    try:
        write_whole(file, csv_text(lines).encode("utf-8-sig"))  # spreadsheets look for the mark
    except OSError as error:
        fail(f"{printable(str(file))}: {error.strerror}")
    typer.echo(f"{printable(str(file))}: {len(lines)} cases")


def stage(words: Wording, state: str) -> str:
    """A state in words, with its code."""
    dashed = state.replace("_", "-")
    return f"{words.plain('zh-CN', f'stage-{dashed}')} {state}"


def unknown(error: DeadlineRefused) -> str:
    """One line for a deadline that cannot be read."""
    return f"deadlines: no clock of kind {printable(str(error.facts.get('kind')))!r} in deadlines.toml"


def _cell(value: object) -> str:
    return "—" if value is None or value == "" else printable(str(value))


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(cases, name="cases")
