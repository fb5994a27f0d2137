"""``xinqiao sealed``: who reads sealed reports, and a backup of their store.

Once somebody serves, ``officer add`` asks only: the yes of an officer in the chat enters it.
``officer`` needs the sealed store's own keys; a backup needs none: what it copies stays encrypted.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.app.sealed import sealed_engine
from bot.commands.shared.backup_file import copied
from bot.commands.shared.engine import must_be_there
from bot.commands.shared.options import SettingsFile, fail, load, today
from bot.commands.shared.store import in_sealed
from bot.commands.staff.options import User
from mediation.errors import Refused
from mediation.sealed.model import Officer
from mediation.sealed.roster import Asked, end_service, enter_or_ask
from storage.operations.backup import restore_from
from storage.sealed.layout import SEALED_LAYOUT, back_up_sealed
from storage.sealed.records import SqlSealedRecords

YEAR = timedelta(days=365)

sealed = typer.Typer(help="保密渠道 / sealed reports", no_args_is_help=True)
officer = typer.Typer(help="谁来看保密反映 / who reads them", no_args_is_help=True)
sealed.add_typer(officer, name="officer")


@officer.command()
def add(
    user: User,
    name: Annotated[str, typer.Option("--name", help="真名：反映里写到这个名字，TA 就看不到那一件")],
    until: Annotated[str, typer.Option("--until", help="最后一天，如 2027-12-31；不写就是一年")] = "",
    fallback: Annotated[bool, typer.Option("--fallback", help="备用：别人都要回避时才看得到")] = False,
    settings_file: SettingsFile = None,
) -> None:
    """加入或改动，在任的点同意才生效 / an entry on the roster; who serves agrees to it in the chat."""
    settings = load(settings_file)
    first = today(settings)
    name = " ".join(name.split())
    if not 2 <= len(name) <= 40 or not name.isprintable():
        fail("--name: 2 to 40 characters; reports are searched for it")
    try:
        last = date.fromisoformat(until) if until else first + YEAR
    except ValueError:
        fail(f"--until: was {until!r}; a day such as 2027-12-31")
    if last < first:
        fail(f"--until: was {until!r}; it is over already")
    asked = in_sealed(settings, lambda r: _ask(r, Officer(user, name, fallback), first, last))
    if isinstance(asked, str):
        fail(asked)
    entry = f"{name} · {last.isoformat()}{' · fallback' if fallback else ''}"
    if asked is None:
        typer.echo(f"{entry}: ok\n{AT_ONCE}")
    else:
        typer.echo(f"{entry}: {WAITS.format(others=asked.others, until=asked.until.isoformat())}")


def _ask(records: SqlSealedRecords, officer: Officer, first: date, last: date) -> Asked | str | None:
    try:
        return enter_or_ask(records, officer, first, last)
    except Refused as error:
        return REFUSED.get(error.code, error.code)


AT_ONCE = (
    "现在没有人在任，直接生效；以后加人、改动都要一位在任的点同意 / "
    "nobody serves, so it counts at once; from now on somebody who serves has to agree"
)
WAITS = (
    "还没生效，等一位在任的在 /sealed 点同意（可以点的有 {others} 位），到 {until} 为止 / "
    "waits until {until} for the yes of one of {others} who serve, in their /sealed"
)
REFUSED = {
    "officer_alone": "--user: 只有这一位在任，自己的事不能自己点头；先加另一位，或者先结束再重来 / "
    "serves alone, and nobody agrees to their own entry: add somebody else first, or end this entry first"
}
"""What the domain refuses, in one line each."""


@officer.command()
def end(user: User, settings_file: SettingsFile = None) -> None:
    """离开，立即生效；在任的都会知道 / end somebody's service at once, which all who serve are told."""
    if not in_sealed(load(settings_file), lambda r: end_service(r, user)):
        fail(f"--user: {user} is not on the roster")
    typer.echo("ok")


@officer.command(name="list")
def list_(settings_file: SettingsFile = None) -> None:
    """看名单，还有在等同意的 / show who serves, until when; and what waits for a yes."""
    table = Table("name", "user", "first", "last", "fallback", "waits until")
    serving, waiting = in_sealed(load(settings_file), lambda r: (r.roster(), r.pending_entries.all()))
    rows = [*((*one, None) for one in serving), *((w.officer, w.first, w.last, w.until) for w in waiting)]
    for one, first, last, until in rows:
        table.add_row(
            one.name, str(one.id), first.isoformat(), last.isoformat(), "yes" if one.fallback else "",
            until.isoformat() if until is not None else "",
        )  # fmt: skip
    Console().print(table)


@sealed.command()
def backup(
    file: Annotated[Path, typer.Argument(help="要写的文件 / the file to write; must not exist")],
    settings_file: SettingsFile = None,
) -> None:
    """备份保密库，边跑边备也行 / back up the sealed store, still encrypted; works while the bot runs."""
    settings = load(settings_file)
    must_be_there("backup", settings.sealed.database)
    copied("backup", file, lambda: sealed_engine(settings), back_up_sealed)


@sealed.command()
def restore(
    file: Annotated[Path, typer.Argument(help="备份文件 / a file that sealed backup wrote")],
    settings_file: SettingsFile = None,
) -> None:
    """恢复到空的保密库 / restore into an empty sealed store; its keys are needed to read it again."""
    settings = load(settings_file)
    copied("restore", file, lambda: sealed_engine(settings), lambda e, f: restore_from(e, f, SEALED_LAYOUT))


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(sealed, name="sealed")
