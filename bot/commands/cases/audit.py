"""``xinqiao audit``: is the log of who did what whole, where does it end, what does it say."""

import json
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy import Engine

from bot.app.store import prepare
from bot.commands.shared.engine import engine_for, must_be_there
from bot.commands.shared.options import SettingsFile, fail, load
from bot.settings import Settings
from mediation.audit.log import AuditLine, Fault, Why, verify
from mediation.model.cases.case import Fact
from mediation.model.cases.numbers import read_number
from storage.audit.audit import has_audit, kept_lines, last_line

BROKEN = 1
"""Exit code of ``verify``: the log is not what it was. 2: it could not be read."""

audit = typer.Typer(help="审计日志 / the log of who did what", no_args_is_help=True)

FAULTS = {
    Why.CHANGED: "line {number} was changed",
    Why.MISSING: "lines {number} to {other} are missing",
    Why.REORDERED: "lines are not in their order: line {other} stands in the place of line {number}",
    Why.CHAINED: "line {number} is chained to something else than line {other}: one of them was written anew",
    Why.CUT: "the head that was noted down is not there: lines from {number} on are missing, "
    "or the whole log was written anew",
}

CANNOT_SEE = """\
What this cannot see: whether lines are missing at the end, or all of it was written anew. For that,
note the head elsewhere (xinqiao audit head) and check with --head."""


@audit.command(name="verify")
def verify_(
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="先前记下的 / the hash that audit head printed earlier")
    ] = None,
    settings_file: SettingsFile = None,
) -> None:
    """检查有没有被改过 / find the first line that was changed, removed or moved; exit code 0, 1 or 2."""
    noted = head.strip().lower() if head is not None else None
    if noted is not None and not re.fullmatch("[0-9a-f]{64}", noted):
        fail("--head: 64 hexadecimal digits, as 'xinqiao audit head' prints them")
    with _store(load(settings_file)) as engine, closing(kept_lines(engine)) as lines:
        verdict = verify(lines, noted)
    if verdict.fault is not None:
        typer.echo(f"audit: {_told(verdict.fault)}; {verdict.count} lines before it are whole")
        raise typer.Exit(BROKEN)
    typer.echo(f"audit: {verdict.count} lines, whole")
    if verdict.head is not None:
        typer.echo(f"head: {verdict.head.number} {verdict.head.hash}")
    typer.echo(CANNOT_SEE if noted is None else f"the head that was noted down is line {verdict.noted}")


def _told(fault: Fault) -> str:
    if fault.why is Why.MISSING and fault.number == fault.other:
        return f"line {fault.number} is missing"
    return FAULTS[fault.why].format(number=fault.number, other=fault.other)


@audit.command(name="head")
def head_(settings_file: SettingsFile = None) -> None:
    """记下来，放在别处 / number and hash of the last line, to note down where nobody can change them."""
    with _store(load(settings_file)) as engine:
        last = last_line(engine)
    typer.echo(f"{last.number} {last.hash}" if last is not None else "0")


@audit.command()
def show(
    case: Annotated[
        str | None, typer.Option(metavar="N", help="只看一件 / one case, or another subject")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="从哪天起 / from this day on")
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="机器可读 / one JSON object a line, UTC")] = False,
    settings_file: SettingsFile = None,
) -> None:
    """看日志 / show lines: codes and ids, nobody's words and no names."""
    settings = load(settings_file)
    zone = ZoneInfo(settings.time.zone)
    day = _since(since, zone)
    subject = (read_number(case) or case) if case is not None else None
    with _store(settings) as engine, closing(kept_lines(engine, subject, day)) as lines:
        if json_:
            for line in lines:
                typer.echo(json.dumps(line.model_dump() | {"facts": _facts(line)}, ensure_ascii=False))
        else:
            _print(lines, zone)


def _since(written: str | None, zone: ZoneInfo) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(written), time(), zone) if written is not None else None
    except ValueError:
        fail(f"--since: was {written!r}; a day is written 2024-05-06")


def _print(lines: Iterator[AuditLine], zone: ZoneInfo) -> None:
    table = Table("line", "at", "actor", "act", "subject", "facts")
    for line in lines:
        facts = " ".join(f"{name}={value}" for name, value in _facts(line).items())
        cells = (line.number, _local(line.at, zone), line.actor, line.act, line.subject, facts)
        table.add_row(*(Text(_visible(cell)) for cell in cells))
    Console().print(table)


def _facts(line: AuditLine) -> dict[str, Fact]:
    """Facts as they were written; what somebody else put in their place is shown as it is."""
    try:
        read = json.loads(line.facts)
    except (TypeError, ValueError, RecursionError):
        read = None
    return read if isinstance(read, dict) else {"unreadable": _visible(line.facts)}


def _local(at: str, zone: ZoneInfo) -> str:
    try:
        return datetime.fromisoformat(at).astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
    except (TypeError, ValueError, OverflowError):
        return _visible(at)


def _visible(cell: object) -> str:
    """A changed line must not write to the terminal what it likes."""
    return "".join(ch if ch.isprintable() else "�" for ch in str(cell))


@contextmanager
def _store(settings: Settings) -> Iterator[Engine]:
    """A database with an audit, or one line that says why not; nothing is made and nothing is upgraded."""
    must_be_there("audit", settings.database.url)
    with engine_for("audit", lambda: prepare(settings)) as engine:
        if not has_audit(engine):
            fail("audit: this database keeps none yet; it begins with the next start of the bot")
        yield engine


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(audit, name="audit")
