"""The case: what is known of a matter, apart from the person and apart from any chat."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel

Fact = str | int | bool | None

SUPERVISORS = -1
"""Stands for every active supervisor in ``Notice.to``; resolved when the notice is stored."""


class Role(StrEnum):
    """Who somebody is towards one case (domain: EMP, MED, HDL, SUP)."""

    OWNER = "owner"
    MEDIATOR = "mediator"
    HANDLER = "handler"
    OFFERED = "offered"
    SUPERVISOR = "supervisor"


class HelperKind(StrEnum):
    """The kinds of helper that an employee may wish for."""

    LAWYER = "lawyer"
    COUNSELLOR = "counsellor"
    UNION = "union"
    POLICY = "policy"


class StaffMember(BaseModel):
    """Somebody on the roster; ``duty`` is one of ``rights.toml``. ``ends_at`` (aware UTC) ends it at once."""

    person_id: int
    duty: str
    name: str
    active: bool = True
    ends_at: datetime | None = None

    @property
    def mediates(self) -> bool:
        """True for everyone who may claim a case."""
        return self.active and self.duty in set(HelperKind)

    @property
    def supervises(self) -> bool:
        """True for those who look after overdue and badly rated cases."""
        return self.active and self.duty == Role.SUPERVISOR


class CaseFields(BaseModel):
    """The fields of a case, declared once; times are aware UTC datetimes.

    ``number`` is random and gives nothing away. ``alias`` is what handlers see in place of the person.
    ``handler_only``: the owner of a sensitive matter lets nobody but the handler read the story.
    ``version`` rises with every change and guards against two writers.
    """

    number: str
    owner_id: int
    alias: str
    state: str
    category: str
    more_categories: str = ""
    wish: str = ""
    anonymous: bool = True
    sensitive: bool = False
    handler_only: bool = False
    filed_at: datetime
    handler_id: int | None = None
    second_id: int | None = None
    second_wanted: bool = False
    offered_to_id: int | None = None
    refusals: int = 0
    reminded: bool = False
    claimed_at: datetime | None = None
    result: str = ""
    resolved_at: datetime | None = None
    result_delivered_at: datetime | None = None
    rating: int | None = None
    rating_words: str = ""
    owner_unreachable: bool = False
    version: int = 0


class Event(BaseModel):
    """One line of a case's history: who did what, when and why. Never changed afterwards."""

    trigger: str
    from_state: str
    to_state: str
    actor_id: int | None
    actor_role: str
    reason: str = ""
    at: datetime


class Notice(BaseModel):
    """Something that somebody must be told; the words are chosen when it is sent.

    ``to`` is a person's id, or ``None`` for the mediators' group. A waiting notice with the same ``key``
    is replaced, so that ten changes of a card become one edit. ``after`` delays it (aware UTC).
    """

    to: int | None
    kind: str
    case_number: str | None = None
    facts: dict[str, Fact] = {}
    key: str | None = None
    after: datetime | None = None
    bulk: bool = False
