"""Telephone numbers as dated data: what each is for, who checked it when, and until when that holds."""

from datetime import date
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from knowledge.datafile import Checked, read_checked, refuse_duplicates
from knowledge.fields import Bilingual, Words
from knowledge.triage.taxonomy import Helper

HOTLINES_FILE = Path(__file__).with_name("hotlines.toml")

Number = Annotated[str, StringConstraints(pattern=r"^\d{3,5}(-\d{5,8})?$")]


class Hotline(Checked):
    """One line. Fields are explained at the head of ``hotlines.toml``."""

    number: Number
    other: tuple[Number, ...] = ()
    name: Bilingual
    purpose: Bilingual
    checked_on: date
    next_check: date
    owner: Helper
    source: Words

    @model_validator(mode="after")
    def _is_checked_again_later(self) -> Self:
        if self.next_check <= self.checked_on:
            raise ValueError(f"{self.number}: next_check must be after checked_on")
        return self

    def valid_on(self, day: date) -> bool:
        """True from the day it was checked until the day before it must be checked again."""
        return self.checked_on <= day < self.next_check


class Hotlines(Checked):
    """All of them, in the order of the file."""

    lines: tuple[Hotline, ...] = Field(alias="line", min_length=1)

    @model_validator(mode="after")
    def _numbers_are_there_once(self) -> Self:
        refuse_duplicates(number for line in self.lines for number in (line.number, *line.other))
        return self

    @property
    def numbers(self) -> frozenset[str]:
        """Everything that may be dialled."""
        return frozenset(number for line in self.lines for number in (line.number, *line.other))

    def line(self, number: str, day: date) -> Hotline | None:
        """The line that is dialled with `number`, if it may be shown on that day."""
        return next((line for line in self.valid_on(day) if number in (line.number, *line.other)), None)

    def valid_on(self, day: date) -> tuple[Hotline, ...]:
        """The lines that may be shown on that day; what is due for a check is left out."""
        return tuple(line for line in self.lines if line.valid_on(day))


def load_hotlines(path: Path = HOTLINES_FILE) -> Hotlines:
    """The table; raises ``BadData`` with file, place and problem."""
    return read_checked(path, Hotlines)
