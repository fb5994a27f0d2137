"""Measures how well articles are found and citations are read, against what people wrote down as right.

Pure arithmetic over plain values: who searched, and with what, is the caller's business.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator

from knowledge.laws.catalogue.catalogue import LawEntry
from knowledge.text.numerals import NUMERAL_CHARS, read_numeral
from knowledge.text.widths import half_width

Key = tuple[str | None, int, int | None]
"""Law (a short title, or None where a text names none), article, sub (1 for 之一, None for none)."""
Places = Sequence[int]
"""For every question the place of its first right article: 1 is the best, 0 means not among those given."""
DEPTH = 10
"""How many articles of a ranking count."""

_NUMBER = re.compile(rf"第?(\d+|[{NUMERAL_CHARS}]+)条?(?:之(\d+|[{NUMERAL_CHARS}]+))?")

_ORNAMENT = re.compile(
    r"中华人民共和国|最高人民(?:法院|检察院)[、和]?|(?<=院)关于|^关于|[《》〈〉\s]|\(\d{4}[^()]*\)$"
)


class Gold(BaseModel):
    """An article as people write it: `article` or `article_no` is 56, "56", "第五十六条" or "133之一"."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    law: str | None = Field(default=None, min_length=1)
    article: int = Field(ge=1)
    sub: int | None = Field(default=None, ge=1)
    exists: bool = True

    @model_validator(mode="before")
    @classmethod
    def _read(cls, raw: Any) -> Any:
        if not isinstance(raw, Mapping):
            return raw
        number, sub = read_article_number(raw.get("article", raw.get("article_no")))
        return dict(raw) | {"article": number, "sub": raw.get("sub") or sub}

    def key(self, short: Callable[[str], str]) -> Key:
        """The article by the short title of its law."""
        return short(self.law) if self.law else None, self.article, self.sub


@dataclass(frozen=True, slots=True)
class RankingMeasure:
    """Shares from 0 to 1 over `lines` questions that have a right article; times in milliseconds.

    `mrr` is the mean of 1 / place of the first right article within the first ten, 0 where there is none.
    """

    lines: int
    mrr: float
    hit1: float
    hit3: float
    hit5: float
    hit10: float
    p50: float
    p99: float


@dataclass(frozen=True, slots=True)
class CitationMeasure:
    """Shares from 0 to 1 over `lines` texts; counts of citations.

    `right`: exactly what was expected, no more and no less. `invented`: citations that nobody expected, by
    law and number; `inventing` is the share of texts with any. `exists_wrong`: expected citations of which it
    was said wrongly whether the article exists.
    """

    lines: int
    right: float
    invented: int
    inventing: float
    exists_wrong: int


def read_article_number(written: object) -> tuple[int | None, int | None]:
    """(number, sub) of 56, "第五十六条", "133之一"; (None, None) for anything else."""
    if isinstance(written, int) and not isinstance(written, bool):
        return written, None
    match = _NUMBER.fullmatch(re.sub(r"\s", "", half_width(written))) if isinstance(written, str) else None
    if match is None:
        return None, None
    return read_numeral(match[1]), read_numeral(match[2]) if match[2] else None


def short_titles(entries: Iterable[LawEntry]) -> Callable[[str], str]:
    """Maps every title that the catalogue knows to the short one; a title it does not know stays as it is.

    The state's name, the court's name, title marks and a year in brackets make no difference.
    """
    of: dict[str, str] = {}
    for entry in entries:
        for name in entry.all_names():
            of.setdefault(_bare(name), entry.short)

    def short(title: str) -> str:
        return of.get(_bare(title), title)

    return short


def _bare(title: str) -> str:
    return _ORNAMENT.sub("", half_width(title))


def first_place(found: Sequence[Key], gold: Iterable[Key]) -> int:
    """The place of the first right article among the first ten; 0 where there is none."""
    right = set(gold)
    return next((place for place, key in enumerate(found[:DEPTH], 1) if key in right), 0)


def measure_ranking(places: Places, milliseconds: Sequence[float]) -> RankingMeasure:
    """All measures of a ranking; zeros where nothing was asked."""
    lines = len(places)
    hits = {deep: share(0 < place <= deep for place in places) for deep in (1, 3, 5, 10)}
    return RankingMeasure(
        lines=lines,
        mrr=sum(1 / place for place in places if place) / lines if lines else 0.0,
        hit1=hits[1],
        hit3=hits[3],
        hit5=hits[5],
        hit10=hits[10],
        p50=percentile(milliseconds, 0.5),
        p99=percentile(milliseconds, 0.99),
    )


def measure_citations(lines: Iterable[tuple[Mapping[Key, bool], Mapping[Key, bool]]]) -> CitationMeasure:
    """From (given, expected) of every text; each says of an article whether it exists."""
    pairs = list(lines)
    invented = [sum(key not in expected for key in given) for given, expected in pairs]
    wrong = [
        sum(key in expected and expected[key] != exists for key, exists in given.items())
        for given, expected in pairs
    ]
    return CitationMeasure(
        lines=len(pairs),
        right=share(given == expected for given, expected in pairs),
        invented=sum(invented),
        inventing=share(bool(count) for count in invented),
        exists_wrong=sum(wrong),
    )


def share(outcomes: Iterable[bool]) -> float:
    """The part that is true, 0 to 1; 0 of none."""
    seen = list(outcomes)
    return sum(seen) / len(seen) if seen else 0.0


def percentile(values: Sequence[float], part: float) -> float:
    """The smallest value that at least `part` (0 to 1) of all values do not exceed; 0 of none."""
    return float(np.quantile(values, part, method="inverted_cdf")) if len(values) else 0.0
