"""What a paper may name: articles that are stored and in force, and telephone numbers that were checked."""

import re
from collections.abc import Iterator
from datetime import date

from knowledge.answers.library import Library
from knowledge.citations.grammar import COUNTED_IN_ORDER
from knowledge.citations.reader import Citation, CitationReader
from knowledge.laws.texts.article import Article, Validity
from knowledge.laws.texts.store import LawStore
from knowledge.reference.hotlines import Hotlines
from knowledge.text.numerals import NUMERAL_CHARS, read_numeral, write_numeral
from knowledge.text.widths import closed_up, half_width
from mediation.model.procedure.paper import Paper
from mediation.model.procedure.paper_errors import ArticleNotStored, ArticleWithoutLaw, TelephoneNotChecked
from mediation.papers.telephones import telephones_in

PRIVATE = ("合同", "协议", "协议书")
"""《劳动合同》第五条 is a clause between two people; every other title in 《》 must be a stored law."""

_SENTENCE = re.compile(r"[^。；;!?！？\n]+[。；;!?！？]?")
_MOST_READ = 40
"""`CitationReader` gives no more citations than this at once; what it drops would go unchecked."""
_LONGEST, _OVERLAP = 4000, 100
"""Characters of one sentence that are read at once (it reads 4,096), and what two windows share."""

_NUMERAL = rf"(?:\d+|[{NUMERAL_CHARS}]+)"
_ORDINALS = re.compile(rf"第[{NUMERAL_CHARS}\d 、,和与及跟至到以或\-–—~第条]{{1,80}}条")
"""第三条, and whole lists and ranges: 第38、46和47条."""
_TITLE_BEFORE = re.compile(r"《(?P<title>[^《》\n]{1,60})》(?:\([^()]{1,20}\))?[的中里,， ]{0,2}\Z")
_ENGLISH = re.compile(
    r"\bArt(?:icles?|s?\.)\s*(?P<numbers>\d+(?:\s*(?:,|and|or|to|&|[-–—])\s*\d+)*)", re.IGNORECASE
)


def check_paper(paper: Paper, library: Library, as_of: date) -> None:
    """Articles and telephone numbers. Raises ArticleNotStored, ArticleWithoutLaw, TelephoneNotChecked."""
    check_citations(paper, library.reader, library.store, as_of)
    check_telephones(paper, library.hotlines, as_of)


def check_telephones(paper: Paper, hotlines: Hotlines, as_of: date) -> None:
    """Every telephone number is in the table and valid on `as_of`. Raises TelephoneNotChecked(number)."""
    known = {_digits(one) for line in hotlines.valid_on(as_of) for one in (line.number, *line.other)}
    for number in telephones_in(paper.text):
        if _digits(number) not in known:
            raise TelephoneNotChecked(number=number)


def check_citations(paper: Paper, reader: CitationReader, store: LawStore, as_of: date) -> None:
    """Every article that the paper names is stored and in force on `as_of`, with its paragraph and item.

    Raises ArticleNotStored(law, number, why); for 第N条 or "Article N" of no law ArticleWithoutLaw(number).
    A bare number belongs to the law that was cited before it in the same paragraph, if there is one.
    """
    for paragraph in paper.text.split("\n"):
        numbers: set[int] = set()
        context: str | None = None
        for sentence in _sentences(paragraph):
            plain = half_width(closed_up(sentence))
            cited = reader.read(sentence, context)
            if len(cited) >= _MOST_READ:
                raise ArticleNotStored(law=cited[0].law, number=_number(cited[0]), why="too_many_at_once")
            for one in cited:
                _look_up(one, store, as_of)
            numbers |= {one.article for one in cited}
            _ordinals_are_known(plain, {one.article for one in cited}, reader)
            context = _goes_on(plain, cited, context)
        for number in _english(paragraph):
            if number not in numbers:
                raise ArticleWithoutLaw(number=str(number))


def _sentences(paragraph: str) -> Iterator[str]:
    for match in _SENTENCE.finditer(paragraph):
        sentence = match[0]
        for start in range(0, max(len(sentence) - _OVERLAP, 1), _LONGEST - _OVERLAP):
            yield sentence[start : start + _LONGEST]


def _look_up(one: Citation, store: LawStore, as_of: date) -> None:
    """Raises for a citation that nobody could look up on that day."""
    if one.law is None:
        raise ArticleWithoutLaw(number=_number(one))
    article = store.article(one.law, one.article, one.sub, as_of)
    why = _fault(one, article, store, as_of)
    if why is not None:
        raise ArticleNotStored(law=one.law, number=_number(one), why=why)


def _fault(one: Citation, article: Article | None, store: LawStore, as_of: date) -> str | None:
    law = store.law_validity(one.law or "", as_of)
    if article is None:
        return law.value if law in (Validity.NOT_LOADED, Validity.REPEALED) else "no_such_article"
    if law is Validity.REPEALED:
        return law.value
    if article.validity(as_of) is not Validity.CURRENT:
        return article.validity(as_of).value
    return None if _has_part(article, one) else "no_such_part"


def _has_part(article: Article, one: Citation) -> bool:
    """Whether the paragraph and the item that are cited exist."""
    where = article.paragraphs
    if one.paragraph is not None:
        where = where[one.paragraph - 1 : one.paragraph] if one.paragraph > 0 else ()
    if one.item is None:
        return bool(where)
    marks = (f"（{write_numeral(one.item)}）", f"({write_numeral(one.item)})") if one.item else ()
    return any(mark in text for mark in marks for text in where)


def _ordinals_are_known(plain: str, cited: set[int], reader: CitationReader) -> None:
    """第N条 that the reader passed over belongs to another document; only a private one may be named."""
    for match in _ORDINALS.finditer(plain):
        numbers = [read_numeral(one) or 0 for one in re.findall(_NUMERAL, match[0])]
        if COUNTED_IN_ORDER.match(plain, match.end()):
            numbers.pop()  # 第二条生产线
        title = _TITLE_BEFORE.search(plain, 0, match.start())
        if title is not None:
            if not title["title"].endswith(PRIVATE) and not reader.read(title[0] + match[0]):
                raise ArticleNotStored(
                    law=title["title"], number=str(numbers[0]), why=Validity.NOT_LOADED.value
                )
            continue
        for number in numbers:
            if number not in cited:
                raise ArticleWithoutLaw(number=str(number))


def _goes_on(plain: str, cited: list[Citation], before: str | None) -> str | None:
    """The law that a bare number in the next sentence belongs to: none after another title was named."""
    title_at = plain.rfind("《")
    if not cited:
        return before if title_at < 0 else None
    last = max(cited, key=lambda one: one.span[1])
    return None if title_at >= last.span[1] else last.law


def _english(paragraph: str) -> Iterator[int]:
    for match in _ENGLISH.finditer(paragraph):
        yield from (int(number) for number in re.findall(r"\d+", match["numbers"]))


def _number(one: Citation) -> str:
    return f"{one.article}" + (f"之{one.sub}" if one.sub else "")


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
