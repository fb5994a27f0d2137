"""``xinqiao staff``: the roster. Being in the group gives no right; being here does."""

from datetime import timedelta
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.commands.common import SettingsFile, fail, in_store, load
from mediation.case import HelperKind, StaffMember
from mediation.handling import pull
from mediation.leaving import let_go_of_all
from mediation.life import Actor, Intent
from mediation.table import read_table
from storage.records import SqlRecords

LEFT = "left the roster"
"""The reason in the history; internal."""

LARGEST_ID = 2**52
"""Telegram's ids have at most 52 significant bits."""

DUTIES = (*HelperKind, "supervisor", "triage", "head", "reviewer", "privacy")

staff = typer.Typer(help="名册 / the roster", no_args_is_help=True)


def enrol(records: SqlRecords, user: int, duty: str, name: str, active: bool = True) -> None:
    """Put a Telegram user on the roster."""
    person = records.people.meet(user, records.now)
    records.people.set_staff(StaffMember(person_id=person, duty=duty, name=name, active=active))
    records.audit.write("staff", f"person:{person}", None, what="start" if active else "end", duty=str(duty))


@staff.command()
def add(
    user: Annotated[int, typer.Option("--user", min=1, max=LARGEST_ID, help="Telegram 编号，见 /whoami")],
    duty: Annotated[
        str,
        typer.Option("--duty", help=", ".join(DUTIES)),
    ],
    name: Annotated[str, typer.Option("--name", help="别人看到的称呼")],
    settings_file: SettingsFile = None,
) -> None:
    """加入名册 / put somebody on the roster."""
    if duty not in DUTIES:
        fail(f"--duty: was {duty!r}; allowed: {', '.join(DUTIES)}")
    if not name.strip() or len(name) > 40 or not name.strip().isprintable():
        fail("--name: 1 to 40 characters, on one line")
    in_store(load(settings_file), lambda r: enrol(r, user, duty, name.strip()))
    typer.echo(f"{name} · {duty}: ok")


@staff.command()
def end(
    user: Annotated[int, typer.Option("--user", min=1, max=LARGEST_ID, help="Telegram 编号")],
    settings_file: SettingsFile = None,
) -> None:
    """离开名册 / end somebody's duty; the cases they handle go back to the group."""
    settings = load(settings_file)
    within = timedelta(minutes=settings.handoff.remind_after_minutes)
    given_back = in_store(settings, lambda r: leave(r, user, within))
    if given_back is None:
        fail(f"--user: {user} is not on the roster")
    typer.echo(f"ok, {given_back} cases given back")


def leave(records: SqlRecords, user: int, claim_within: timedelta) -> int | None:
    """End somebody's duty; returns how many cases went back to the group, ``None`` for a stranger."""
    visitor = records.people.visitor(user)
    if visitor is None or visitor.staff is None:
        return None
    member, table, count = visitor.staff, read_table(), 0
    actor = Actor(visitor.person_id, member)
    for case in records.cases.of_handler(visitor.person_id, limit=10_000):
        if case.handler_id == visitor.person_id and table.moves("give_back", case.state):
            pull(records, table, case.number, "give_back", actor, claim_within, Intent(reason=LEFT))
            count += 1
    records.people.set_staff(member.model_copy(update={"active": False}))
    helped = records.cases.of_handler(visitor.person_id, limit=10_000)
    let_go_of_all(records, records.people, visitor.person_id, helped)
    if member.active:
        records.audit.write("staff", f"person:{member.person_id}", None, what="end", given_back=count)
    return count


@staff.command(name="list")
def list_(settings_file: SettingsFile = None) -> None:
    """看名册 / show the roster."""
    table = Table("name", "duty")
    for member in in_store(load(settings_file), lambda r: r.people.colleagues()):
        table.add_row(member.name, member.duty)
    Console().print(table)


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(staff, name="staff")
