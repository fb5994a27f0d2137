"""Questions that found nothing or were marked wrong, and the answers that people of the house wrote to them.

Who asked is not here: a question has words and a count, no person.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel

TEXT_LIMIT = 300
"""Characters of a question that are kept."""

HIDDEN = "***"
"""Stands where a number, an address or a name was."""

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_NAME = re.compile(r"[@＠](?:[A-Za-z0-9_]+|[\u4e00-\u9fff·]{1,4})")
_DAY = r"(?:19|20)\d\d-\d{1,2}-\d{1,2}(?!\d)"
_LONG_NUMBER = re.compile(rf"(?!{_DAY})(?<!\d)\d(?:[ \-]?\d){{6,}}[Xx]?")
"""Seven digits and more, also in groups as telephone and bank numbers are written; a day is none."""


class QuestionState(StrEnum):
    """Where a question is: open, answered (a draft waits for a second person), approved or dismissed."""

    OPEN = "open"
    ANSWERED = "answered"
    APPROVED = "approved"
    DISMISSED = "dismissed"


class Why(StrEnum):
    """Why a question is on the list."""

    NOTHING = "nothing"
    WRONG = "wrong"


class AnswerDraft(BaseModel):
    """What a policy officer writes. ``basis``: stored articles such as 劳动法 44 (刑法 133之1), or none and
    ``document``, the name of a paper of the company. ``until`` is the last day on which the answer holds.
    """

    title: str = ""
    answer: str = ""
    basis: list[str] = []
    document: str = ""
    until: date | None = None


class OpenQuestion(AnswerDraft):
    """A question with what has been written about it so far; times are aware UTC datetimes.

    ``times`` counts askings, never persons. ``asked`` is the normalised text and unique; ``None`` once there
    is an answer, so that the question can come up anew. ``version`` rises with every act of the staff.
    """

    id: int
    text: str
    asked: str | None
    why: str
    category: str | None = None
    times: int = 1
    state: str = QuestionState.OPEN
    first_at: datetime
    last_at: datetime
    taken_by: int | None = None
    taken_at: datetime | None = None
    writer_id: int | None = None
    version: int = 0


class QuestionEvent(BaseModel):
    """One line of a question's history: who of the staff did what, when and why. Never changed afterwards."""

    act: str
    actor_id: int
    reason: str = ""
    at: datetime


@dataclass(frozen=True)
class AnsweredCard:
    """An answer that two people stand for: the owner wrote it, somebody else approved it.

    ``checked`` is the day of the approval, ``until`` the last day on which it may be shown.
    """

    key: str
    title: str
    questions: tuple[str, ...]
    category: str | None
    answer: str
    basis: tuple[str, ...]
    document: str
    owner_id: int
    approved_by: int
    checked: date
    until: date


@dataclass(frozen=True)
class Covered:
    """How far a category is covered: answers that hold, and questions that still wait."""

    category: str | None
    answered: int
    open: int


def hide_persons(text: str) -> str:
    """``text`` without addresses, @names and long numbers, at most ``TEXT_LIMIT`` characters."""
    plain = " ".join(text.split())
    for pattern in (_ADDRESS, _NAME, _LONG_NUMBER):
        plain = pattern.sub(HIDDEN, plain)
    return plain if len(plain) <= TEXT_LIMIT else plain[: TEXT_LIMIT - 1] + "…"


def normalised(text: str) -> str:
    """What makes two questions the same: no spaces, no punctuation, no case, no full width."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in plain if char.isalnum()) or plain.strip()


def as_cited(basis: str) -> str:
    """An article of a basis as one writes it in a sentence: 劳动法 44 -> 《劳动法》第44条."""
    law, _, number = basis.rpartition(" ")
    article, _, sub = number.partition("之")
    return f"《{law}》第{article}条" + (f"之{sub}" if sub else "")


def source_of(basis: list[str] | tuple[str, ...], document: str) -> str:
    """Where an answer comes from, in one line."""
    return "；".join([as_cited(one) for one in basis]) or f"《{document.strip('《》')}》"
