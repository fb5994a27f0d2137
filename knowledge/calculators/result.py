"""The result of a calculator: lines, legal basis, notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from knowledge.civil_calendar import Month

Fact = str | int | Decimal | date | Month


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the result: a key of the wording, and the facts that its text needs.

    Money and N are Decimal, days and months are dates and ``Month``: how they are written is up to the chat.
    """

    key: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


class Basis(NamedTuple):
    """An article on which the result is based: short title, number, and the sub-number of an inserted one."""

    law: str
    article: int
    sub: int | None = None


@dataclass(frozen=True, slots=True)
class CalculatorResult:
    """The result. `documents` are titles of texts named without an article; `notes` are keys of the wording.

    The last line says how it was calculated; `caveat` is the key of the sentence on who decides in the end.
    """

    lines: tuple[Line, ...]
    basis: tuple[Basis, ...]
    documents: tuple[str, ...]
    notes: tuple[str, ...]
    caveat: str
