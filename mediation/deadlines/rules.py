"""The clocks of a case as data: reads ``deadlines.toml`` and refuses a table that does not fit together."""

from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from knowledge.datafile import Checked, read_checked
from mediation.errors import Refused

DEADLINES_FILE = Path(__file__).with_name("deadlines.toml")


class DeadlineRefused(Refused):
    """An act on a deadline that its rule does not permit; ``code`` is stable, ``facts`` fill the sentence."""


class Unit(StrEnum):
    """What a length is counted in; ``AGREED`` has none, its date comes from an agreement or a promise."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"
    AGREED = "agreed"


class Whose(StrEnum):
    """A staff's duty, an owner's right inside the company, or a limit of a procedure outside."""

    DUTY = "duty"
    RIGHT = "right"
    OUTSIDE = "outside"


class Addressee(StrEnum):
    """Who is told, or approves. ``LAWYER`` is the owner's own, and only while the owner agrees."""

    FIRST_CONTACT = "FC"
    TRIAGE = "TRI"
    RECEIVER = "RCV"
    HANDLER = "HDL"
    UNIT_HEAD = "UH"
    SPONSOR = "SPN"
    SUPERVISOR = "SUP"
    REVIEWER = "REV"
    LEVEL_ABOVE = "ABOVE"
    OWNER = "EMP"
    LAWYER = "LAW"
    AUTHORITY = "AUTH"


class Viewer(StrEnum):
    """Who may see a deadline."""

    OWNER = "owner"
    LAWYER = "lawyer"
    STAFF = "staff"


class Name(Checked):
    """What people call it."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Basis(Checked):
    """Where a number stands: the law's title and the article, with its paragraph in brackets."""

    law: str = Field(min_length=1)
    article: str = Field(min_length=1)


class WarningRule(Checked):
    """One warning, with exactly one of ``day``, ``left``, ``late``; see the head of ``deadlines.toml``."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    told: tuple[Addressee, ...]
    day: int | None = Field(default=None, ge=0)
    left: int | None = Field(default=None, ge=0)
    late: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if sum(place is not None for place in (self.day, self.left, self.late)) != 1:
            raise ValueError(f"{self.key}: give one of day, left, late")
        return self


class ExtensionRule(Checked):
    """Once, before the end, by at most ``by`` in the unit of the clock."""

    by: int = Field(gt=0)
    approved_by: Addressee
    article: str = Field(min_length=1)


class Clock(Checked):
    """One kind of deadline. Fields are explained at the head of ``deadlines.toml``."""

    kind: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    code: str = ""
    name: Name
    length: int = Field(ge=0)
    unit: Unit
    basis: Basis | None = None
    counted_from: str = Field(min_length=1)
    ends_with: str = Field(min_length=1)
    whose: Whose
    paused_by: tuple[str, ...] = ()
    interrupted_by: tuple[str, ...] = ()
    extension: ExtensionRule | None = None
    certain: bool = True
    note: str = ""
    visible_to: tuple[Viewer, ...] = Field(min_length=1)
    warning: tuple[WarningRule, ...] = ()

    @property
    def internal(self) -> bool:
        """True for the company's own targets: no law stands behind the number."""
        return self.basis is None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        keys = [rule.key for rule in self.warning]
        wrong = {
            "a length, or the unit agreed": (self.length == 0) != (self.unit is Unit.AGREED),
            "a number that is not certain needs a note": not self.certain and not self.note,
            "an internal target is not certain law": self.internal and self.certain,
            "working days are not paused": self.unit is Unit.WORKING_DAYS and bool(self.paused_by),
            "each warning key once": len(set(keys)) != len(keys),
            "a warning lies before its own start": any(self._out_of_span(rule) for rule in self.warning),
            "an outside limit is the owner's alone": self.whose is Whose.OUTSIDE and self._shown_to_staff,
        }
        if problems := [text for text, found in wrong.items() if found]:
            raise ValueError(f"{self.kind}: {'; '.join(problems)}")
        return self

    def _out_of_span(self, rule: WarningRule) -> bool:
        if self.unit is Unit.WORKING_DAYS and rule.left is not None:
            return True
        shortest = {Unit.MONTHS: 28, Unit.YEARS: 365}.get(self.unit, 1) * self.length
        return max(rule.day or 0, rule.left or 0) > shortest

    @property
    def _shown_to_staff(self) -> bool:
        told = {who for rule in self.warning for who in rule.told}
        return Viewer.STAFF in self.visible_to or bool(told - {Addressee.OWNER, Addressee.LAWYER})


class ClockTable(Checked):
    """All kinds of deadline."""

    clock: tuple[Clock, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_kind_once(self) -> Self:
        if len(self._by_kind) != len(self.clock):
            raise ValueError("a kind stands twice in the table")
        return self

    @cached_property
    def _by_kind(self) -> dict[str, Clock]:
        return {clock.kind: clock for clock in self.clock}

    def named(self, kind: str) -> Clock:
        """The clock of that kind; refused with ``unknown_clock`` if there is none."""
        if kind not in self._by_kind:
            raise DeadlineRefused("unknown_clock", kind=kind)
        return self._by_kind[kind]


def read_clocks(path: Path = DEADLINES_FILE) -> ClockTable:
    """The table that ships with the product, or another. Raises ``BadData(file, place, problem)``."""
    return read_checked(path, ClockTable)
