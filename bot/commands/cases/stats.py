"""``xinqiao stats``: how many cases of what kind, in which month, how they stand; nobody to recognise."""

from statistics import median
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bot.commands.shared.options import SettingsFile, load
from bot.commands.shared.store import in_store
from bot.commands.shared.terminal import print_json
from mediation.privacy.suppression import LEAST, suppressed, total_shown
from storage.operations.statistics import Figure, figures, tally

TABLES = ("month", "category", "state")


def stats(
    json_: Annotated[bool, typer.Option("--json", help="机器可读 / for machines")] = False,
    settings_file: SettingsFile = None,
) -> None:
    """统计：月份、类别、状态、几天有结果；少于 10 的不显示 / counts; cells under 10 are not shown."""
    found = in_store(load(settings_file), lambda r: figures(r.connection))
    shown = summary(found)
    if json_:
        print_json(shown)
        return
    for name in TABLES:
        table = Table(name, "cases", *(["days (median)"] if name == "category" else []))
        for cell, many in shown[name].items():
            days = [_days(shown["days"].get(cell))] if name == "category" else []
            table.add_row(cell, f"<{LEAST}*" if many is None else str(many), *days)
        Console().print(table)
    total = shown["total"] if shown["total"] is not None else f"<{LEAST}"
    typer.echo(f"total {total}; *: not shown, few or beside few")


def _days(value: Any) -> str:
    return "—" if value is None else str(value)


def summary(found: list[Figure]) -> dict[str, Any]:
    """One table each way, never crossed: crossed cells would be small and could be worked out."""
    cells = {name: suppressed(dict(sorted(tally(found, name).items()))) for name in TABLES}
    return {"total": total_shown(tally(found, "month")), **cells, "days": _medians(found, cells["category"])}


def _medians(found: list[Figure], categories: dict[str, int | None]) -> dict[str, float | None]:
    """Days to a result where at least ten have one."""
    medians: dict[str, float | None] = {}
    for category, many in categories.items():
        days = [one.days for one in found if one.category == category and one.days is not None]
        medians[category] = float(median(days)) if many is not None and len(days) >= LEAST else None
    return medians


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(stats)
