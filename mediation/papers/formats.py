"""Turns facts into the words of one language; dates and numbers are written here and nowhere else."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from knowledge.cards.card import Reference
from knowledge.datafile import read_checked
from knowledge.text.numerals import write_numeral
from mediation.model.procedure.paper import Limit
from mediation.papers.kinds import FactType

FORMATS_FILE = Path(__file__).with_name("formats.toml")
Language = Literal["zh-CN", "en"]
LANGUAGES: tuple[Language, ...] = ("zh-CN", "en")

Value = str | date | datetime | Limit | int | Decimal | bool | Sequence[str] | Sequence[Reference]
"""What a fact can be: a sequence for ``lines`` and ``articles``, one value for every other type."""

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that make text read the other way round: in a signed paper they could hide what it says."""


class Formats(BaseModel):
    """One language. Fields are explained at the head of ``formats.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    day: str
    moment: str
    rolled: str
    money: str
    article: str
    item: str
    heading: str
    joined: str
    months: tuple[str, ...] = Field(max_length=12)

    def write_day(self, day: date) -> str:
        """The day as people of this language write it."""
        month = self.months[day.month - 1] if self.months else day.month
        return self.day.format(year=day.year, month=month, day=day.day)

    def write_moment(self, moment: datetime) -> str:
        """Day and minute, in the zone that the moment came with."""
        return self.moment.format(day=self.write_day(moment.date()), time=moment.strftime("%H:%M"))

    def write_limit(self, limit: Limit) -> str:
        """The last day; where it was rolled, the plain day as well."""
        last, plain = self.write_day(limit.last), self.write_day(limit.plain)
        return last if last == plain else self.rolled.format(last=last, plain=plain)

    def write_article(self, one: Reference) -> str:
        """Law and article, so that ``CitationReader`` reads it again in both languages."""
        return self.article.format(law=one.law, label=one.label, number=one.article)

    def write_items(self, texts: Sequence[str]) -> str:
        """One numbered paragraph each; a single one has no number."""
        if len(texts) == 1:
            return texts[0]
        return "\n".join(self.item.format(n=n, text=text) for n, text in enumerate(texts, start=1))

    def write_heading(self, place: int, heading: str) -> str:
        """The heading with its number; `place` counts from 1."""
        return self.heading.format(n=place, numeral=write_numeral(place), heading=heading)

    def write_joined(self, articles: Sequence[Reference]) -> str:
        """Articles inside a sentence."""
        return self.joined.join(self.write_article(one) for one in articles)

    def write(self, value: Value) -> str:
        """A fact of any type but ``yes`` and choices; a sequence as a list."""
        match value:
            case str():
                return clean(value)
            case datetime():
                return self.write_moment(value)
            case date():
                return self.write_day(value)
            case Limit():
                return self.write_limit(value)
            case Decimal():
                return self.money.format(amount=f"{value:,.2f}")
            case int():
                return str(value)
            case _:
                return self.write_items(
                    [self.write_article(x) if isinstance(x, Reference) else one_line(x) for x in value]
                )


class _File(RootModel[Mapping[Language, Formats]]):
    model_config = ConfigDict(frozen=True)


@cache
def formats(language: str) -> Formats:
    """How `language` writes; Chinese where it is unknown. Read once."""
    table = read_checked(FORMATS_FILE, _File).root
    return table["en"] if language == "en" else table["zh-CN"]


def clean(text: str) -> str:
    """The text without what no document may hold: controls, halves of characters, turned directions."""
    broken = _BREAKS.sub("\n", text).replace("\t", " ")
    return "".join(char for char in broken if char == "\n" or _is_fit(char)).strip()


def one_line(text: str) -> str:
    """`clean`, on one line."""
    return " ".join(clean(text).split("\n"))


def _is_fit(char: str) -> bool:
    return (
        unicodedata.category(char) not in ("Cc", "Cs") and char not in _TURNS and char not in "\ufffe\uffff"
    )


def fits(value: object, wanted: FactType) -> bool:
    """Whether a fact has the type that ``kinds.toml`` gives it, and says something."""
    if isinstance(wanted, tuple):
        return value in wanted
    match wanted:
        case "text":
            return isinstance(value, str) and bool(clean(value))
        case "lines" | "articles":
            return _is_list(value, Reference if wanted == "articles" else str)
        case "day":
            return isinstance(value, date) and not isinstance(value, datetime)
        case "moment":
            return isinstance(value, datetime) and value.tzinfo is not None
        case "count":
            return isinstance(value, int) and not isinstance(value, bool)
        case "money":
            return isinstance(value, Decimal) and value.is_finite()
        case "limit":
            return isinstance(value, Limit)
        case "yes":
            return isinstance(value, bool)


def _is_list(value: object, of: type) -> bool:
    if not isinstance(value, Sequence) or isinstance(value, str) or not value:
        return False
    return all(isinstance(one, of) and (not isinstance(one, str) or bool(clean(one))) for one in value)
