"""``xinqiao staff``: the roster. Being in the group gives no right; a role that two people granted does."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table

from bot.app.sealed import sealed_if_any
from bot.app.store import NoStore
from bot.commands.shared.options import SettingsFile, fail, load
from bot.commands.shared.store import in_store
from bot.commands.staff.options import LARGEST_ID, User
from bot.settings import Settings
from mediation.access.grants import Grant, administrators, ask, grant_rules
from mediation.access.rights import rights
from mediation.cases.life_table import read_table
from mediation.errors import Refused
from mediation.model.cases.numbers import new_receipt_code
from mediation.sealed.roster import end_service
from storage.operations.departure import HandedOver, leave_the_company
from storage.unit_of_work.records import SqlRecords

DUTIES = tuple(rights().duties)

staff = typer.Typer(help="名册 / the roster", no_args_is_help=True)

Name = Annotated[str, typer.Option("--name", help="别人看到的称呼")]


@staff.command(name="first-admin")
def first_admin(name: Name, settings_file: SettingsFile = None) -> None:
    """头两位管理员的一次性口令 / a one-time code for one of the first; they send /admin CODE."""
    called, rules, code = _name(name), grant_rules(), new_receipt_code()

    def work(records: SqlRecords) -> bool:
        if len(administrators(records)) >= rules.first_administrators:
            return False
        records.grants.add_code(code.hashed, called, records.now + timedelta(hours=rules.code_hours))
        records.audit.write("grant", "store", None, what="code")
        return True

    if not in_store(load(settings_file), work):
        fail("there are administrators already: one asks (xinqiao staff add), another approves in the chat")
    typer.echo(f"/admin {code.shown}")
    typer.echo(f"{rules.code_hours} 小时内有效，用一次 / good once, for {rules.code_hours} hours")


@staff.command()
def add(
    user: User,
    duty: Annotated[str, typer.Option("--duty", help=", ".join(DUTIES))],
    name: Name,
    by: Annotated[int, typer.Option("--by", min=1, max=LARGEST_ID, help="提出的管理员的 Telegram 编号")],
    until: Annotated[str, typer.Option("--until", help="最后一天，如 2027-12-31；不写就是一年")] = "",
    settings_file: SettingsFile = None,
) -> None:
    """提出一个身份，另一位管理员点同意才生效 / ask for a role; another one approves it in the chat."""
    if duty not in DUTIES:
        fail(f"--duty: was {duty!r}; allowed: {', '.join(DUTIES)}")
    called, settings = _name(name), load(settings_file)
    last = _end_of(until, settings)

    def work(records: SqlRecords) -> Grant | str:
        asker, person = records.people.find(by), records.people.meet(user, records.now)
        try:
            return ask(records, asker or 0, person, duty, called, last or _year_on(records))
        except Refused as error:
            return REFUSED.get(error.code, error.code)

    asked = in_store(settings, work)
    if isinstance(asked, str):
        fail(asked)
    typer.echo(f"{called} · {duty}: 等另一位管理员同意 / waits for another administrator")


REFUSED = {
    "grant_not_yours": "--by: is not an administrator; see xinqiao staff first-admin",
    "grant_own": "--by: nobody asks for a role for themselves",
    "grant_until": "--until: a day to come, at most 366 days away",
    "grant_nobody": "there is no other administrator who could approve; see xinqiao staff first-admin",
}
"""What the domain refuses, in one line each."""


def _name(name: str) -> str:
    if not name.strip() or len(name) > 40 or not name.strip().isprintable():
        fail("--name: 1 to 40 characters, on one line")
    return name.strip()


def _end_of(until: str, settings: Settings) -> datetime | None:
    """The end of that day in business time."""
    if not until:
        return None
    try:
        day = date.fromisoformat(until)
    except ValueError:
        fail(f"--until: was {until!r}; a day such as 2027-12-31")
    zone = ZoneInfo(settings.time.zone)
    return datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)


def _year_on(records: SqlRecords) -> datetime:
    return records.now + timedelta(days=min(365, grant_rules().longest_days))


@staff.command()
def end(user: User, settings_file: SettingsFile = None) -> None:
    """离岗，马上生效 / somebody leaves: no way in any more, at once; what they had goes to others."""
    settings = load(settings_file)
    within = timedelta(minutes=settings.handoff.remind_after_minutes)
    done = in_store(settings, lambda r: leave(r, user, within))
    officer = _off_the_sealed_roster(settings, user)
    if done is None and not officer:
        fail(f"--user: {user} is not on the roster")
    given = done or HandedOver()
    typer.echo(
        f"ok, {given.cases} cases given back, {given.matters} matters wait for a name, "
        f"{given.shifts} shifts on call are empty, {given.care} in care are asked anew, "
        f"{given.names} asks to see a name closed or passed on"
    )
    if officer is None:
        typer.echo("sealed: no key here; an officer is ended by xinqiao sealed officer end")


def leave(records: SqlRecords, user: int, claim_within: timedelta) -> HandedOver | None:
    """End somebody's access; what went to others, ``None`` for a stranger."""
    person = records.people.find(user)
    if person is None or records.people.staff(person) is None:
        return None
    return leave_the_company(records, read_table(), person, claim_within)


def _off_the_sealed_roster(settings: Settings, user: int) -> bool | None:
    """Whether they were an officer there; ``None`` where the keys of that store are not at hand."""

    async def in_one() -> bool | None:
        store = sealed_if_any(settings)
        if store is None:
            return None
        try:
            return await store.run(lambda r: end_service(r, user))
        finally:
            store.close()

    try:
        return asyncio.run(in_one())
    except NoStore as error:
        fail(str(error))


@staff.command(name="list")
def list_(settings_file: SettingsFile = None) -> None:
    """看名册 / show the roster."""
    table = Table("name", "duty", "until")
    for member in in_store(load(settings_file), lambda r: r.people.colleagues()):
        table.add_row(member.name, member.duty, member.ends_at.date().isoformat() if member.ends_at else "")
    Console().print(table)


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(staff, name="staff")
