"""``xinqiao duty``: who is on call for the crisis line, and when nobody is."""

from datetime import UTC, datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table

from bot.commands.shared.options import SettingsFile, fail, load
from bot.commands.shared.store import in_store
from bot.commands.staff.options import User
from mediation.crisis.calls import Shift
from mediation.crisis.duty import gaps
from storage.unit_of_work.records import SqlRecords

DAYS = 7
LONGEST = timedelta(days=31)
MOMENT = "%Y-%m-%d %H:%M"

At = Annotated[datetime, typer.Option("--from", formats=[MOMENT, "%Y-%m-%d"], help="从什么时候 / from when")]
To = Annotated[datetime, typer.Option("--to", formats=[MOMENT, "%Y-%m-%d"], help="到什么时候 / until when")]
Rank = Annotated[int, typer.Option("--rank", min=1, max=9, help="1 先叫 / 1 is rung first")]

duty = typer.Typer(help="危机通道值班 / who is on call", no_args_is_help=True)


@duty.command()
def add(user: User, starts: At, ends: To, rank: Rank = 1, settings_file: SettingsFile = None) -> None:
    """排一班 / put somebody on call; the times are business time."""
    settings = load(settings_file)
    zone = ZoneInfo(settings.time.zone)
    first, last = (one.replace(tzinfo=zone).astimezone(UTC) for one in (starts, ends))
    if not first < last <= first + LONGEST:
        fail("--to: must be after --from, at most 31 days")

    def work(records: SqlRecords) -> bool:
        person = records.people.find(user)
        member = records.people.staff(person) if person is not None else None
        if person is None or member is None or not member.active:
            return False
        records.calls.put_shift(Shift(person_id=person, starts=first, ends=last, rank=rank))
        records.audit.write("duty", f"person:{person}", None, what="start")
        return True

    if not in_store(settings, work):
        fail(f"--user: {user} is not on the roster; see xinqiao staff add")
    typer.echo("ok")


@duty.command()
def end(user: User, settings_file: SettingsFile = None) -> None:
    """从现在起不再值班 / take somebody off from now on."""

    def work(records: SqlRecords) -> int:
        person = records.people.find(user)
        dropped = records.calls.drop_shifts(person, records.now) if person is not None else 0
        if dropped:
            records.audit.write("duty", f"person:{person}", None, what="end")
        return dropped

    typer.echo(f"ok, {in_store(load(settings_file), work)}")


@duty.command(name="list")
def list_(settings_file: SettingsFile = None) -> None:
    """看七天的班和空档 / shifts and gaps of the next seven days; exit code 1 when there is a gap."""
    settings = load(settings_file)
    zone = ZoneInfo(settings.time.zone)

    def work(records: SqlRecords) -> tuple[list[Shift], dict[int, str], datetime]:
        names = {one.person_id: one.name for one in records.people.colleagues()}
        return (
            records.calls.shifts_between(records.now, records.now + timedelta(days=DAYS)),
            names,
            records.now,
        )

    shifts, names, now = in_store(settings, work)

    def shown(moment: datetime) -> str:
        return moment.astimezone(zone).strftime(MOMENT)

    table = Table("who", "from", "to", "rank")
    for one in shifts:
        table.add_row(names.get(one.person_id, "—"), shown(one.starts), shown(one.ends), str(one.rank))
    Console().print(table)
    empty = gaps(shifts, now, now + timedelta(days=DAYS))
    for first, last in empty:
        typer.echo(f"没有人值班 / nobody: {shown(first)} – {shown(last)}")
    if empty:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(duty, name="duty")
