"""``xinqiao simulate``: a made-up year of cases over a real database; is every reminder right?"""

import asyncio
import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.app.store import why
from bot.commands.shared.options import fail
from bot.commands.simulation.year import Plan, RateCounters, Year
from mediation.deadlines.rules import read_clocks
from mediation.model.procedure.table import read_procedure
from mediation.procedure.warnings import warn_due
from mediation.simulation.verdict import Fault
from storage.database.engine import BadUrl, open_engine
from storage.database.schema import NewerSchema, upgrade
from storage.procedure.matters import CASES
from storage.unit_of_work.database import Database

BOT = 1
FAULTS = {
    Fault.MISSED: "漏掉的 / missed",
    Fault.DOUBLED: "说了两遍的 / doubled",
    Fault.EARLY: "早了的 / early",
    Fault.LATE: "晚了的 / late",
    Fault.UNASKED: "不该说的（比如停了以后）/ unasked, as after a stop",
}


def simulate(
    cases: Annotated[int, typer.Option(min=1, max=1_000_000, help="多少件 / how many")] = 10_000,
    days: Annotated[int, typer.Option(min=1, max=1000, help="多少天 / how long")] = 365,
    restarts: Annotated[
        int, typer.Option(min=0, max=10_000, help="中途重启、崩溃几次 / restarts and crashes in between")
    ] = 40,
    seed: Annotated[int, typer.Option(help="同一个数，同一年 / the same number, the same year")] = 1,
    database: Annotated[
        str | None,
        typer.Option(metavar="URL", help="空的数据库 / an empty one (default: a SQLite file, thrown away)"),
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="机器可读 / for machines")] = False,
) -> None:
    """假想的一年：看提醒有没有漏、有没有重 / a made-up year; exit code 1 when a reminder is wrong."""
    plan = Plan(cases, days, restarts, seed)
    began = perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        url = database or f"sqlite:///{Path(scratch) / 'year.db'}"
        _prepare(url)
        tally = asyncio.run(_lived(plan, url))
    seconds = {"seconds": round(perf_counter() - began, 1), "computing": round(process_time(), 1)}
    if json_:
        typer.echo(json.dumps(_values(tally) | seconds))
    else:
        _show(tally, seconds)
    raise typer.Exit(0 if tally.faultless else 1)


async def _lived(plan: Plan, url: str) -> RateCounters:
    def opened(clock: Callable[[], datetime]) -> Database:
        return Database(open_engine(url, "NORMAL"), BOT, clock)

    year = Year(plan, opened, warn_due, read_procedure(), read_clocks())
    try:
        return await year.pass_by()
    finally:
        year.close()


def _prepare(url: str) -> None:
    """The current schema in a database without cases, or one line that says why not."""
    engine = None
    try:
        engine = open_engine(url)
        upgrade(engine)
        with engine.connect() as connection:
            found = connection.scalar(select(func.count()).select_from(CASES))
    except (BadUrl, ValueError) as error:
        fail(f"--database: {error if isinstance(error, BadUrl) else 'not a database URL'}")
    except NewerSchema as error:
        fail(f"--database: written by a later version of xinqiao (schema {error})")
    except SQLAlchemyError as error:
        fail(f"--database: {why(error)}")
    finally:
        if engine is not None:
            with suppress(SQLAlchemyError):
                engine.dispose()
    if found:
        fail(f"--database: there are {found} cases in it; a made-up year needs an empty one")


def _values(tally: RateCounters) -> dict[str, Any]:
    counts = {name: value for name, value in asdict(tally).items() if name != "verdict"}
    verdict = tally.verdict
    told = {fault.value: verdict.faults[fault] for fault in Fault}
    return counts | {"expected": verdict.expected, "posted": verdict.posted} | told


def _show(tally: RateCounters, seconds: dict[str, float]) -> None:
    verdict = tally.verdict
    rows = {
        "事项 / cases": tally.cases,
        "步骤：走了 / steps taken": tally.steps_taken,
        "步骤：没让走 / steps refused": tally.steps_refused,
        "期限：开始 / deadlines started": tally.started,
        "期限：停 / stopped": tally.stopped,
        "期限：延长 / extended": tally.lengthened,
        "期限：暂停 / paused": tally.stood_still,
        "期限：记得不对 / wrong in the store": tally.deadlines_wrong,
        "提醒：该说 / reminders expected": verdict.expected,
        "提醒：说了 / posted": verdict.posted,
        **{f"提醒：{name}": verdict.faults[fault] for fault, name in FAULTS.items()},
        "重启 / restarts": tally.restarts,
        "其中崩溃 / of them crashes": tally.crashes,
        "秒 / seconds": seconds["seconds"],
        "其中计算 / of them computing": seconds["computing"],
    }
    table = Table("", "")
    table.columns[1].justify = "right"
    for name, value in rows.items():
        table.add_row(name, str(value))
    Console().print(table)
    for fault, letters in verdict.examples.items():
        for one in letters:
            typer.echo(f"{FAULTS[fault]}: {one.case} {one.clock} {one.warning} {one.at:%Y-%m-%d %H:%M}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(simulate)
