"""Roles on the roster: asked for by one administrator, approved by another, over on a date.

The first administrators come by a one-time code, because nobody is there yet who could approve them.
"""

from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Protocol

from pydantic import BaseModel

from knowledge.datafile import Checked, read_checked
from mediation.access.rights import ADMINISTRATOR, rights
from mediation.errors import NotFound, Refused
from mediation.model.cases.case import Fact, Notice, StaffMember
from mediation.model.records import Records

GRANTS_FILE = Path(__file__).with_name("grants.toml")


class GrantRules(Checked):
    """Fields are explained in ``grants.toml``."""

    longest_days: int
    lapse_days: int
    remind_days: tuple[int, ...]
    code_hours: int
    first_administrators: int
    tries_per_hour: int


@cache
def grant_rules() -> GrantRules:
    """Ours, read once; raises ``BadData``."""
    return read_checked(GRANTS_FILE, GrantRules)


class Grant(BaseModel):
    """A role asked for (``approved_at`` is ``None``), running, or over (``ended_at``); times are aware UTC.

    ``asked_by`` and ``approved_by`` are ``None`` for who came by a code. ``next_at`` is when it has to be
    looked at: it lapses, somebody is reminded, or it ends.
    """

    id: int = 0
    person_id: int
    duty: str
    name: str
    asked_by: int | None
    asked_at: datetime
    until: datetime
    approved_by: int | None = None
    approved_at: datetime | None = None
    ended_at: datetime | None = None
    next_at: datetime | None = None


class Grants(Protocol):
    """What the store remembers of them."""

    def add(self, grant: Grant) -> Grant:
        """Keep a new one; it gets its id."""

    def get(self, grant_id: int) -> Grant:
        """One of them, held until the end of the transaction; raises ``NotFound``."""

    def save(self, grant: Grant) -> None:
        """Keep the changed one."""

    def open_of(self, person_id: int) -> list[Grant]:
        """Asks and running ones for somebody, the oldest first."""

    def due(self, now: datetime, limit: int) -> list[Grant]:
        """Those that have to be looked at by now, the longest waiting first."""

    def add_code(self, hashed: str, name: str, until: datetime) -> None:
        """Keep the hash of a code for an administrator of this name."""

    def codes(self, now: datetime) -> list[tuple[int, str]]:
        """Unused ones that are still good: id and hash."""

    def use_code(self, code_id: int, now: datetime) -> str | None:
        """Take it, once; the name that was given with it, or ``None`` when it is used or too old."""


class Roster(Protocol):
    """The roster, where it is changed."""

    def staff(self, person_id: int) -> StaffMember | None:
        """The entry, or ``None``."""

    def colleagues(self) -> list[StaffMember]:
        """All active staff."""

    def set_staff(self, member: StaffMember) -> None:
        """Put somebody on the roster or change their entry."""


class WithGrants(Records, Protocol):
    """Records that remember grants."""

    @property
    def grants(self) -> Grants: ...


def administrators(records: Records) -> list[int]:
    """Everybody who may say who works here."""
    return [one.person_id for one in records.people.colleagues() if one.duty == ADMINISTRATOR]


def ask(records: WithGrants, by: int, person_id: int, duty: str, name: str, until: datetime) -> Grant:
    """An administrator asks for a role for somebody else; all other administrators are told.

    Raises ``Refused``: ``grant_duty``, ``grant_not_yours``, ``grant_own``, ``grant_until``, ``grant_nobody``.
    """
    rules, others = grant_rules(), administrators(records)
    if duty not in rights().duties:
        raise Refused("grant_duty")
    if by not in others:
        raise Refused("grant_not_yours")
    if by == person_id:
        raise Refused("grant_own")
    if not records.now < until <= records.now + timedelta(days=rules.longest_days):
        raise Refused("grant_until", limit=rules.longest_days)
    deciding = [one for one in others if one not in (by, person_id)]
    if not deciding:
        raise Refused("grant_nobody")
    lapses = records.now + timedelta(days=rules.lapse_days)
    grant = records.grants.add(
        Grant(
            person_id=person_id, duty=duty, name=name, asked_by=by, asked_at=records.now, until=until,
            next_at=lapses,
        )
    )  # fmt: skip
    _note(records, grant, by, "asked")
    for one in deciding:
        facts: dict[str, Fact] = {**_facts(grant), "handler_id": by, "grant": grant.id}
        records.outbox.post(Notice(to=one, kind="grant_asked", facts=facts))
    records.outbox.post(Notice(to=by, kind="grant_in_your_name", facts=_facts(grant)))
    return grant


def approve(records: WithGrants, roster: Roster, by: int, grant_id: int) -> Grant:
    """Another administrator says yes: from now on, until the day. What the person had before is over.

    Raises ``NotFound`` for anybody else, ``Refused``: ``grant_own``, ``grant_is_over``.
    """
    grant = _waiting(records, by, grant_id)
    if by in (grant.asked_by, grant.person_id):
        raise Refused("grant_own")
    if grant.asked_by not in administrators(records) or grant.until <= records.now:
        raise Refused("grant_is_over")
    for earlier in records.grants.open_of(grant.person_id):
        if earlier.approved_at is not None:
            end(records, earlier, by)
    return _begin(records, roster, grant.model_copy(update={"approved_by": by}))


def refuse(records: WithGrants, by: int, grant_id: int) -> Grant:
    """An administrator says no, or takes their own ask back. Raises ``NotFound``, ``grant_is_over``."""
    grant = _waiting(records, by, grant_id)
    records.grants.save(_over(records, grant))
    _note(records, grant, by, "refused")
    if grant.asked_by is not None:
        records.outbox.post(Notice(to=grant.asked_by, kind="grant_refused", facts=_facts(grant)))
    return grant


def come_by_code(records: WithGrants, roster: Roster, person_id: int, code_id: int) -> Grant:
    """One of the first administrators has typed their code.

    Raises ``Refused``: ``admin_code``, ``grant_has_role``.
    """
    rules = grant_rules()
    member = roster.staff(person_id)
    if member is not None and member.active:
        raise Refused("grant_has_role")
    there = len(administrators(records)) >= rules.first_administrators
    name = None if there else records.grants.use_code(code_id, records.now)
    if name is None:
        raise Refused("admin_code")
    until = records.now + timedelta(days=rules.longest_days)
    grant = Grant(
        person_id=person_id, duty=ADMINISTRATOR, name=name, asked_by=None, asked_at=records.now, until=until
    )
    return _begin(records, roster, records.grants.add(grant))


def end(records: WithGrants, grant: Grant, by: int | None) -> None:
    """It is over; the roster and the work are looked after by whoever calls."""
    records.grants.save(_over(records, grant))
    _note(records, grant, by, "ended")


def remind(records: WithGrants, grant: Grant) -> None:
    """It ends soon: the person and the administrators learn it."""
    for one in dict.fromkeys((grant.person_id, *administrators(records))):
        records.outbox.post(Notice(to=one, kind="grant_ending", facts=_facts(grant)))
    records.grants.save(grant.model_copy(update={"next_at": _next(records, grant)}))


def lapse(records: WithGrants, grant: Grant) -> None:
    """Nobody approved it in time."""
    records.grants.save(_over(records, grant))
    _note(records, grant, None, "lapsed")
    if grant.asked_by is not None:
        records.outbox.post(Notice(to=grant.asked_by, kind="grant_lapsed", facts=_facts(grant)))


def tell_ended(records: WithGrants, grant: Grant) -> None:
    """The person and the administrators learn that it is over."""
    for one in dict.fromkeys((grant.person_id, *administrators(records))):
        records.outbox.post(Notice(to=one, kind="grant_ended", facts=_facts(grant)))


def _waiting(records: WithGrants, by: int, grant_id: int) -> Grant:
    if by not in administrators(records):
        raise NotFound
    grant = records.grants.get(grant_id)
    if grant.approved_at is not None or grant.ended_at is not None or _has_lapsed(records, grant):
        raise Refused("grant_is_over")
    return grant


def _has_lapsed(records: WithGrants, grant: Grant) -> bool:
    return grant.next_at is not None and grant.next_at <= records.now


def _begin(records: WithGrants, roster: Roster, grant: Grant) -> Grant:
    begun = grant.model_copy(update={"approved_at": records.now})
    begun = begun.model_copy(update={"next_at": _next(records, begun)})
    records.grants.save(begun)
    roster.set_staff(
        StaffMember(person_id=begun.person_id, duty=begun.duty, name=begun.name, ends_at=begun.until)
    )
    _note(records, begun, begun.approved_by, "granted")
    for one in dict.fromkeys((begun.person_id, begun.asked_by or begun.person_id)):
        records.outbox.post(Notice(to=one, kind="grant_given", facts=_facts(begun)))
    return begun


def _next(records: WithGrants, grant: Grant) -> datetime:
    before = (grant.until - timedelta(days=days) for days in grant_rules().remind_days)
    return min((moment for moment in before if moment > records.now), default=grant.until)


def _over(records: WithGrants, grant: Grant) -> Grant:
    return grant.model_copy(update={"ended_at": records.now, "next_at": None})


def _facts(grant: Grant) -> dict[str, Fact]:
    return {"name": grant.name, "granted_duty": grant.duty, "until_at": grant.until.isoformat()}


def _note(records: WithGrants, grant: Grant, by: int | None, what: str) -> None:
    subject = f"person:{grant.person_id}"
    records.audit.write("grant", subject, by, what=what, id=grant.id, duty=grant.duty)
