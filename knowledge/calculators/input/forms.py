"""What each calculator asks, one question after another; read from ``forms.toml``."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import Field as Declared
from pydantic import model_validator

from knowledge.calculators.input.errors import NoSuchForm
from knowledge.datafile import Checked, read_checked
from knowledge.fields import Bilingual

FORMS_FILE = Path(__file__).with_name("forms.toml")


class Kind(StrEnum):
    """What sort of value a question asks for."""

    MONEY = "money"
    HOURS = "hours"
    DAYS = "days"
    COUNT = "count"
    DATE = "date"
    MONTH = "month"
    CHOICE = "choice"
    YES_NO = "yes_no"


WITH_BOUNDS = frozenset(Kind) - {Kind.CHOICE, Kind.YES_NO}


class Choice(Bilingual):
    """One answer of several: the key in the code, its label, and other ways to type it."""

    key: str
    words: tuple[str, ...] = ()


class Condition(Checked):
    """Asked only when an earlier field has one of these values."""

    field: str
    among: tuple[str, ...]


class Field(Checked):
    """One question. `least` and `most` bound the number, or the year of a date or month, both included.

    `past`: not after today. `after`: not before the day of that earlier field.
    """

    key: str
    kind: Kind
    ask: Bilingual
    choices: tuple[Choice, ...] = ()
    optional: bool = False
    least: int = 0
    most: int = 0
    past: bool = False
    after: str | None = None
    when: Condition | None = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if (self.kind in WITH_BOUNDS) == bool(self.choices):
            raise ValueError(f"{self.key}: choices belong to a choice and to yes or no")
        if self.kind is Kind.YES_NO and [choice.key for choice in self.choices] != ["yes", "no"]:
            raise ValueError(f"{self.key}: the choices are yes and no")
        if self.kind in WITH_BOUNDS and not self.least < self.most:
            raise ValueError(f"{self.key}: least must be below most")
        return self


class Form(Checked):
    """One calculator: its fields in the order in which they are asked."""

    key: str
    title: Bilingual
    fields: tuple[Field, ...] = Declared(alias="field", min_length=1)

    @model_validator(mode="after")
    def _conditions_look_back(self) -> Self:
        seen: dict[str, Field] = {}
        for field in self.fields:
            if field.key in seen:
                raise ValueError(f"{field.key} is there twice")
            if field.after is not None and field.after not in seen:
                raise ValueError(f"{field.key}: {field.after} is not asked before")
            if field.when is not None and not set(field.when.among) <= _answers(seen.get(field.when.field)):
                raise ValueError(f"{field.key}: the condition can never be met")
            seen[field.key] = field
        return self

    def field(self, key: str) -> Field | None:
        """The field of that name."""
        return next((one for one in self.fields if one.key == key), None)

    def wanted(self, values: Mapping[str, object]) -> tuple[Field, ...]:
        """The fields that are asked, as far as the values so far decide it."""
        return tuple(
            field
            for field in self.fields
            if field.when is None or values.get(field.when.field) in field.when.among
        )

    def next_field(self, values: Mapping[str, object]) -> Field | None:
        """The first question without a value; None when all are answered."""
        return next((field for field in self.wanted(values) if field.key not in values), None)


def _answers(field: Field | None) -> set[str]:
    return {choice.key for choice in field.choices} if field is not None else set()


class AnswerWords(Checked):
    """Words accepted as an answer: yes, no, nothing; and the words and units allowed around a number."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    nothing: tuple[str, ...]
    around: tuple[str, ...]
    units: dict[Kind, tuple[str, ...]]


class Forms(Checked):
    """All calculators, in the order in which they are offered."""

    forms: tuple[Form, ...] = Declared(alias="form", min_length=1)
    spoken: AnswerWords

    def form(self, key: str) -> Form:
        """The form of that name. Raises ``NoSuchForm``."""
        found = next((form for form in self.forms if form.key == key), None)
        if found is None:
            raise NoSuchForm
        return found


def load_forms(path: Path = FORMS_FILE) -> Forms:
    """The forms; raises ``BadData`` with file, place and problem."""
    return read_checked(path, Forms)
