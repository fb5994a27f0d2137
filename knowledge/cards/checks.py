"""What a card must agree with: the taxonomy, the tables it names, and its own list of articles."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from knowledge.cards.card import Card, DocumentRef, Reference
from knowledge.laws.catalogue.catalogue import Catalogue, load_catalogue
from knowledge.reference.documents import Documents, load_documents
from knowledge.reference.hotlines import Hotlines, load_hotlines
from knowledge.reference.time_limits import Limits, load_limits
from knowledge.text.numerals import NUMERAL_CHARS, read_numeral
from knowledge.triage.taxonomy import Taxonomy, load_taxonomy

_NUMBER = rf"(?:\d+|[{NUMERAL_CHARS}]+)"
_CITED = re.compile(
    rf"《(?P<title>[^《》\n]+)》|第(?P<one>{_NUMBER})条(?:之(?P<sub>[{NUMERAL_CHARS}\d]+))?"
    rf"|第(?P<list>{_NUMBER}(?:(?:[、,，]|和|及|与|至|到|-)第?{_NUMBER})+)条"
)
_CITED_IN_ENGLISH = re.compile(
    r"\b(?:Articles?|Arts?\.?)\s+(?P<list>\d+(?:(?:\s*,\s*|\s+and\s+|\s*[-–]\s*)\d+)*)"
)
_COUNTS = (
    r"(?![\d.\-–]|\s*(?:条|天|日|个|元|万|小时|年|月|周|岁|人|倍|%|％|分|号|days|hours|months|years|yuan))"
)
_LONG_NUMBER = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|[48]00-?\d{3}-?\d{4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Tables:
    """The data files that cards name things of."""

    taxonomy: Taxonomy
    limits: Limits
    hotlines: Hotlines
    documents: Documents
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a card, and in which of its fields."""

    place: str
    problem: str


def load_tables() -> Tables:
    """The project's own tables. Raises BadData."""
    return Tables(load_taxonomy(), load_limits(), load_hotlines(), load_documents(), load_catalogue())


def slips(card: Card, tables: Tables) -> Iterator[Slip]:
    """Everything that is wrong with one card, unknown names first."""
    yield from _unknown_names(card, tables)
    titles = {name: entry.short for entry in tables.catalogue.law for name in entry.all_names()}
    for place, text in card.wording.items():
        if number := _telephone(text, tables.hotlines.numbers):
            yield Slip(place, f"{number} looks like a telephone number; name it in hotlines")
        for law, article, sub in _cited(text, titles):
            if not _listed(card.references, law, article, sub):
                told = f"{law or ''} {article}".strip() + (f"之{sub}" if sub else "")
                yield Slip(place, f"{told} is in neither basis nor see")


def same_questions(cards: Iterable[Card]) -> Iterator[tuple[Card, Slip]]:
    """Questions that two cards claim; case, spaces and punctuation make no difference."""
    asked = sorted(
        (re.sub(r"\W", "", one).lower(), card.key, one, card) for card in cards for one in card.questions
    )
    for (first, owner, _, _), (second, _, written, card) in pairwise(asked):
        if first == second:
            yield card, Slip("questions", f"{written} is in {owner} too")


def _unknown_names(card: Card, tables: Tables) -> Iterator[Slip]:
    for place, code in (("category", card.category), *(("also", code) for code in card.also)):
        if tables.taxonomy.category(code) is None:
            yield Slip(place, f"{code} is not in the taxonomy")
    if card.category in card.also:
        yield Slip("also", f"{card.category} is the category already")
    for key in sorted(set(card.limits) - tables.limits.keys):
        yield Slip("limits", f"{key} is not in time_limits.toml")
    for number in sorted(set(card.hotlines) - tables.hotlines.numbers):
        yield Slip("hotlines", f"{number} is not in hotlines.toml")
    shorts = {entry.short for entry in tables.catalogue.law}
    for place, one in (*(("basis", one) for one in card.basis), *(("see", one) for one in card.see)):
        if isinstance(one, DocumentRef) and one.key not in tables.documents.keys:
            yield Slip(place, f"{one.key} is not in documents.toml")
        if isinstance(one, Reference) and one.law not in shorts:
            yield Slip(place, f"{one.law} is not a short title of the catalogue")


def _telephone(text: str, numbers: Iterable[str]) -> str | None:
    """The first thing in `text` that a reader would dial."""
    known = "|".join(sorted((re.escape(number) for number in numbers), key=len, reverse=True))
    found = _LONG_NUMBER.search(text) or re.search(rf"(?<![\d.第〔])(?:{known}){_COUNTS}", text)
    return found[0] if found else None


def _cited(text: str, titles: dict[str, str]) -> Iterator[tuple[str | None, int, int | None]]:
    """(law, article, sub) of each number before 条; law is None where the text has named none so far."""
    law: str | None = None
    for match in _CITED.finditer(text):
        if match["title"]:
            law = titles.get(match["title"], f"《{match['title']}》")
        elif match["one"]:
            yield law, read_numeral(match["one"]) or 0, read_numeral(match["sub"]) if match["sub"] else None
        else:
            yield from ((law, number, None) for number in _numbers(match["list"]))
    for match in _CITED_IN_ENGLISH.finditer(text):
        yield from ((None, number, None) for number in _numbers(match["list"]))


def _numbers(written: str) -> Iterator[int]:
    """The numbers of a list; only the two ends of a range."""
    for number in re.findall(_NUMBER, written):
        yield read_numeral(number) or 0


def _listed(references: tuple[Reference, ...], law: str | None, article: int, sub: int | None) -> bool:
    if law is None:
        return any((one.article, one.sub) == (article, sub) for one in references)
    return any((one.law, one.article, one.sub) == (law, article, sub) for one in references)
