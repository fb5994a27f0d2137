"""One record for one article, and the files they stand in: one JSON record a line, in the law's order."""

import json
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import Field, ValidationError, model_validator

from knowledge.datafile import Checked
from knowledge.errors import BadData
from knowledge.fields import Words
from knowledge.laws.texts.article import Article

SHORTEST, LONGEST = 20, 120
"""Characters of `plain`."""
ASKS = (4, 8)
ASK_LENGTH = (5, 40)


class Head(Checked):
    """The first line of a file: which articles of which law it covers, both ends included."""

    law: Words
    part: str = ""
    first: int = Field(ge=1)
    last: int = Field(ge=1)
    only: tuple[str, ...] = ()
    """What a file covers where it is a selection: 165, 133-1; empty: all from first to last."""
    passed: date | None = None
    """The one text that the records speak of, by the day it was passed; None: any that is stored."""

    def fits(self, article: Article) -> bool:
        """Whether the records may stand beside this article's text."""
        return self.law == article.law and self.passed in (None, article.passed)


class Status(StrEnum):
    """Why nobody asks for an article."""

    COMMENCEMENT = "commencement"
    PURPOSE = "purpose"
    DEFINITION = "definition"
    PRINCIPLE = "principle"
    ORGANS = "organs"


class PlainRecord(Checked):
    """What one article says in plain words.

    `asks` are questions as different people would type them, `words` belong here and are not in the article,
    `see` must be read with it ("26" of the same law, or "刑法 291之2"). With a `status` nobody asks.
    """

    article: int = Field(ge=1)
    sub: int | None = Field(default=None, ge=1)
    plain: Words
    asks: tuple[Words, ...] = ()
    words: tuple[Words, ...] = ()
    see: tuple[Words, ...] = ()
    status: Status | None = None
    reason: str = ""

    @model_validator(mode="after")
    def _asks_or_a_status(self) -> Self:
        if self.status and (self.asks or not self.reason):
            raise ValueError("a status has a reason and no asks")
        if not self.status and not ASKS[0] <= len(self.asks) <= ASKS[1]:
            raise ValueError(f"{len(self.asks)} asks; wanted {ASKS[0]} to {ASKS[1]}")
        return self

    @property
    def label(self) -> str:
        """1254, 133-1."""
        return f"{self.article}-{self.sub}" if self.sub else str(self.article)


def read_records(path: Path) -> tuple[Head, tuple[PlainRecord, ...]]:
    """Head and records of one file. Raises BadData(file, place, problem) for the first line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise BadData(file=path.name, place="", problem=str(problem)) from problem
    found: list[PlainRecord] = []
    head: Head | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
            if head is None:
                head = Head.model_validate(value)
            else:
                found.append(PlainRecord.model_validate(value))
        except ValidationError as problem:
            first = problem.errors(include_url=False)[0]
            raise BadData(file=path.name, place=f"line {number}", problem=first["msg"]) from problem
        except ValueError as problem:
            raise BadData(file=path.name, place=f"line {number}", problem=str(problem)) from problem
    if head is None:
        raise BadData(file=path.name, place="line 1", problem="there is no head")
    return head, tuple(found)
