"""``xinqiao clocks``: which last days come next, and which are past."""

from dataclasses import asdict
from datetime import timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.commands.cases.cases import unknown
from bot.commands.shared.options import SettingsFile, fail, load
from bot.commands.shared.store import in_store
from bot.commands.shared.terminal import print_json, printable
from bot.views.case_rows import ClockLine, clock_lines
from mediation.deadlines.calendar import business_day
from mediation.deadlines.rules import DeadlineRefused, read_clocks
from storage.unit_of_work.records import SqlRecords

SHOWN = ("number", "alias", "state", "kind", "name", "due", "left")

clocks = typer.Typer(help="期限 / deadlines", no_args_is_help=True)


@clocks.command()
def due(
    days: Annotated[int, typer.Option(min=0, max=3650, help="往后看几天 / how many days ahead")] = 7,
    json_: Annotated[bool, typer.Option("--json", help="机器可读 / for machines")] = False,
    settings_file: SettingsFile = None,
) -> None:
    """快到的和过了的期限 / what ends within some days, and what is late; owners' own limits are not shown."""
    settings = load(settings_file)
    table, zone = read_clocks(), ZoneInfo(settings.time.zone)

    def read(records: SqlRecords) -> list[ClockLine]:
        today = business_day(records.now, zone)
        return clock_lines(records, table, today, today + timedelta(days=days))

    try:
        lines = in_store(settings, read)
    except DeadlineRefused as error:
        fail(unknown(error))
    if json_:
        print_json([asdict(one) for one in lines])
        return
    shown = Table(*SHOWN)
    for one in lines:
        cells = asdict(one) | {"left": f"{one.left}{' !' if one.late else ''}"}
        shown.add_row(*(Text(printable(str(cells[name]))) for name in SHOWN))
    Console().print(shown)
    typer.echo(f"{len(lines)} 个期限 / deadlines, {sum(one.late for one in lines)} 个过期 / late")


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(clocks, name="clocks")
