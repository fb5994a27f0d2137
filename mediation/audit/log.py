"""The audit: what one of its lines is, how each is chained to the one before, and what a break looks like.

Acts are stable codes. So far: ``moved`` (a case along its life), ``read`` (something protected was opened),
``sent`` (a decision reached somebody), ``paper`` (one was signed), ``limit`` (an owner's own is watched),
``sealed`` (a case went to the sealed store: which one is not said), ``linked`` (two cases),
``joint`` (co-signing), ``staff``, ``campaign``, ``laws``, ``exported`` (a backup was written), ``imported``
(a backup was restored), ``vault`` (rows were encrypted or given a new key), ``consent``, ``corrected``,
``taken_along`` (own data), ``taken_back`` (a message), ``erased``, ``hold``, ``retention``, ``complaint``,
``care``, ``unmask`` (the name behind an alias: asked, granted, refused, lapsed, looked, told …);
``grant`` (a role: asked, granted, refused, lapsed, ended);
``settings`` is for knobs that are turned while the bot runs. A subject is a case's number, or says in front
what it is: ``person:12``, ``campaign:may``, ``law:劳动法@2018-12-29``, ``store``.
"""

import hashlib
import json
import re
import secrets
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain
from typing import Any, NamedTuple

from pydantic import BaseModel

from mediation.model.cases.case import Event, Fact
from mediation.model.records import Audit

FORMAT = 1
"""Version of the encoding that is hashed; a line says which one is its own."""

SYSTEM = "system"
"""The actor of what no known person did: the postman, the command line."""

DECISIONS = frozenset(
    {
        "receipt", "claimed", "joined", "given_back", "result", "closed_by_supervisor", "moved_away",
        "second_look", "unclaimed_supervisor",
    }
)  # fmt: skip
"""Kinds of notice that carry a decision; that they arrived is kept. Talk is not: nothing is decided by it."""

REACH = 10_000
"""How far from its place a line is looked for before it counts as changed and not as moved."""

_ACT = re.compile(r"[a-z][a-z0-9_]{0,39}")
_CODE = re.compile(r"[!-~]{0,80}")


class NotACode(ValueError):
    """What was to be kept is no code and no id: a text, a fraction, a moment without a zone."""


class AuditLine(BaseModel):
    """One line. Never changed afterwards; what is stored is exactly what is hashed.

    ``at`` is UTC with microseconds (``2026-03-02T09:00:00.000000Z``), ``actor`` a person's id or ``system``,
    ``facts`` a JSON object of codes and ids with sorted keys. ``previous`` is the hash of the line before;
    the first line has a random salt in its place, so that no two logs have a hash in common.
    """

    number: int
    format: int = FORMAT
    at: str
    actor: str
    act: str
    subject: str
    facts: str
    previous: str
    hash: str


class Entry(NamedTuple):
    """What a line says, before it has its place in the chain."""

    at: str
    actor: str
    act: str
    subject: str
    facts: str


def moment(at: datetime) -> str:
    """The one way to write a moment; sorts as it passes. Raises ``NotACode`` without a zone."""
    if at.tzinfo is None:
        raise NotACode("a moment needs a zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def entry(at: datetime, act: str, subject: str, actor: int | None, facts: Mapping[str, Fact]) -> Entry:
    """What will be kept; raises ``NotACode`` for anything that could hold somebody's words.

    Texts of facts are at most 80 visible ASCII characters without a space. A subject is one printable line of
    at most 80 characters and is kept in NFC.
    """
    if not _ACT.fullmatch(act):
        raise NotACode(f"act {act!r}")
    about = unicodedata.normalize("NFC", subject)
    if not about or len(about) > 80 or not about.isprintable():
        raise NotACode(f"subject of {act}")
    for name, value in facts.items():
        if not _ACT.fullmatch(name) or not _is_code(value):
            raise NotACode(f"fact {name} of {act}")
    kept = json.dumps(dict(facts), sort_keys=True, separators=(",", ":"))
    return Entry(moment(at), SYSTEM if actor is None else str(actor), act, about, kept)


def _is_code(value: object) -> bool:
    if isinstance(value, str):
        return _CODE.fullmatch(value) is not None
    return value is None or isinstance(value, int)


def chained(
    new: Entry, head: AuditLine | None, salt: Callable[[], str] = lambda: secrets.token_hex(32)
) -> AuditLine:
    """The line after ``head``, or the first one (``None``), which is chained to a fresh ``salt``."""
    line = AuditLine(
        number=head.number + 1 if head else 1,
        **new._asdict(),
        previous=head.hash if head else salt(),
        hash="",
    )
    line.hash = digest(line)
    return line


def digest(line: AuditLine, number: int | None = None) -> str:
    """SHA-256 in hex over all of the line but its hash; empty where it holds what no line can hold.

    The encoding is JSON in UTF-8 with sorted keys and no spaces. ``number`` asks for another place.
    """
    if line.format != FORMAT:
        return ""
    values = {
        "format": line.format,
        "number": line.number if number is None else number,
        "at": line.at,
        "actor": line.actor,
        "act": line.act,
        "subject": line.subject,
        "facts": line.facts,
        "previous": line.previous,
    }
    try:
        written = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(written.encode()).hexdigest()
    except (TypeError, ValueError):  # bytes or half a character, put there by somebody else's hand
        return ""


class Why(StrEnum):
    """What is wrong with a line."""

    CHANGED = "changed"
    MISSING = "missing"
    REORDERED = "reordered"
    CHAINED = "chained"
    CUT = "cut"


@dataclass(frozen=True)
class Fault:
    """The first wrong line.

    ``number`` is its place. ``other``: for MISSING the last one that is missing there, for REORDERED the line
    that stands in this place, for CHAINED the line before, else the same number. CUT means that a head that
    was noted down is not there: the last lines are missing, or all were written anew.
    """

    number: int
    why: Why
    other: int


@dataclass(frozen=True)
class Verdict:
    """``head`` is the last sound line; ``noted`` the number of the line whose hash was noted down."""

    head: AuditLine | None
    noted: int | None = None
    fault: Fault | None = None

    @property
    def count(self) -> int:
        """How many lines are sound, from the first on."""
        return self.head.number if self.head else 0


def verify(lines: Iterable[AuditLine], noted: str | None = None) -> Verdict:
    """Walk the log in its order up to the first fault; holds two lines at a time.

    Without a ``noted`` head nobody can tell whether the last lines are missing. One who can write to the
    database can also compute all hashes anew; only a head that was noted elsewhere shows that.
    """
    head: AuditLine | None = None
    found: int | None = None
    rest = iter(lines)
    for line in rest:
        fault = _fault(line, head, rest)
        if fault is not None:
            return Verdict(head, found, fault)
        head = line
        if noted is not None and line.hash == noted:
            found = line.number
    after = head.number + 1 if head else 1
    cut = Fault(after, Why.CUT, after) if noted is not None and found is None else None
    return Verdict(head, found, cut)


def _fault(line: AuditLine, head: AuditLine | None, rest: Iterator[AuditLine]) -> Fault | None:
    place = head.number + 1 if head else 1
    if line.number != place:
        return _not_here(place, line.number, lambda one: one.number == place, rest)
    if not line.hash or digest(line) != line.hash:
        really = _true_number(line)
        if really is None:
            return Fault(place, Why.CHANGED, place)
        return _not_here(place, really, lambda one: one.hash == line.previous, rest)
    if head is not None and line.previous != head.hash:
        return Fault(place, Why.CHAINED, head.number)
    return None


def _not_here(
    place: int, really: int, belongs: Callable[[AuditLine], Any], rest: Iterator[AuditLine]
) -> Fault:
    """Another line stands here: the right one comes later, or is gone."""
    if really < place or any(belongs(one) for one in rest):
        return Fault(place, Why.REORDERED, really)
    return Fault(place, Why.MISSING, really - 1)


def _true_number(line: AuditLine) -> int | None:
    """The place that the hash of a line was made for, where only its number was changed."""
    if not line.hash:
        return None
    near = chain(range(line.number, line.number + REACH), range(max(1, line.number - REACH), line.number))
    return next((number for number in near if digest(line, number) == line.hash), None)


def note_move(audit: Audit, number: str, event: Event) -> None:
    """Keep a move of a case; its reason stays in the history."""
    moved = {"trigger": event.trigger, "from": event.from_state, "to": event.to_state}
    audit.write("moved", number, event.actor_id, role=str(event.actor_role), **moved)
