"""What an answer from the desk may say: only numbers that stand in a source somebody can look up."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.citations.grammar import BARE
from knowledge.text.numerals import NUMERAL_CHARS, read_numeral
from knowledge.text.widths import half_width
from mediation.errors import Refused
from mediation.model.questions import AnswerDraft
from mediation.papers.telephones import telephones_in

TITLE_LIMIT, ANSWER_LIMIT, DOCUMENT_LIMIT, MOST_BASES = 60, 800, 60, 8
"""Characters, and articles: a notice must fit into one message even where each counts twice."""

LONGEST_VALID = timedelta(days=366)
SHOWN = 40
"""Characters of a wrong number that a refusal repeats."""

_ARTICLES = re.compile(rf"第[{NUMERAL_CHARS}\d 、,，和与及跟至到以或\-–—~～第条]{{1,60}}条")
_AFTER_TITLE = re.compile(rf"(?<![办方])[法典例]》? ?{BARE.pattern}")
_NUMERAL = re.compile(rf"\d+|[{NUMERAL_CHARS}]+")


@dataclass(frozen=True)
class Sources:
    """What is known at the edge. ``cited``: the articles that a text names, written like a basis, the number
    alone where the text does not say of which law. ``telephones``: what may be dialled today.
    """

    is_stored: Callable[[str], bool]
    cited: Callable[[str], Sequence[str]]
    telephones: Collection[str]


def check_answer(draft: AnswerDraft, sources: Sources) -> None:
    """Length and telephone numbers. Raises ``answer_length``, ``telephone_not_checked``."""
    if not 0 < len(draft.title.strip()) <= TITLE_LIMIT or not 0 < len(draft.answer.strip()) <= ANSWER_LIMIT:
        raise Refused("answer_length", limit=ANSWER_LIMIT)
    known = {_digits(number) for number in sources.telephones}
    for number in telephones_in(_said(draft)):
        if _digits(number) not in known:
            raise Refused("telephone_not_checked", number=number[:SHOWN])


def check_basis(draft: AnswerDraft, sources: Sources) -> None:
    """Every article is stored, and the text names no other one.

    Raises ``basis_missing``, ``basis_too_long``, ``basis_not_stored``, ``number_not_in_basis``.
    """
    if not draft.basis and not draft.document.strip():
        raise Refused("basis_missing")
    if len(draft.basis) > MOST_BASES or len(draft.document) > DOCUMENT_LIMIT:
        raise Refused("basis_too_long", count=MOST_BASES, limit=DOCUMENT_LIMIT)
    for one in draft.basis:
        if not sources.is_stored(one):
            raise Refused("basis_not_stored", number=one[:SHOWN])
    said = _said(draft)
    numbers = {one.rpartition(" ")[2] for one in draft.basis}
    for one in sources.cited(said):
        if one not in (draft.basis if " " in one else numbers):
            raise Refused("number_not_in_basis", number=one[:SHOWN])
    for article in articles_in(said):
        if str(article) not in {number.partition("之")[0] for number in numbers}:
            raise Refused("number_not_in_basis", number=str(article)[:SHOWN])


def check_until(until: date | None, today: date) -> date:
    """An answer holds for a day at least and a year at most; raises ``until_wrong``."""
    if until is None or not today < until <= today + LONGEST_VALID:
        raise Refused("until_wrong")
    return until


def articles_in(text: str) -> list[int]:
    """The numbers of every 第…条, lists and the ends of ranges included, and of 劳动法44; of any document."""
    plain = half_width(text)
    found = [number for match in _ARTICLES.finditer(plain) for number in _NUMERAL.findall(match[0])]
    found += [match["number"] for match in _AFTER_TITLE.finditer(plain)]
    return [read_numeral(number) or 0 for number in found]


def _said(draft: AnswerDraft) -> str:
    return "\n".join((draft.title, draft.answer, draft.document))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
