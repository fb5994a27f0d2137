"""What a step of the formal procedure is taken with: who takes it, and what they give."""

from dataclasses import dataclass
from datetime import date

from mediation.model.cases.case import StaffMember
from mediation.model.procedure.matter import Promise
from mediation.model.procedure.table import Part


@dataclass(frozen=True)
class StepInput:
    """What somebody brings along for a step; which of it is needed stands in the table.

    ``concerned`` is the staff number of somebody whom the matter is about.
    """

    reason: str = ""
    items: tuple[str, ...] = ()
    door: str = ""
    unit: str = ""
    person: StaffMember | None = None
    concerned: str = ""
    opinion: str = ""
    agreement: str = ""
    until: date | None = None
    plan: str = ""
    promises: tuple[Promise, ...] = ()
    promise: int | None = None


@dataclass(frozen=True)
class Taker:
    """Who takes the step: the person, and what they are towards the matter."""

    person_id: int
    parts: frozenset[Part]
