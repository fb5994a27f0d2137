"""Checks the plain-language records against the articles they speak of, and against each other."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from knowledge.laws.texts.article import Article
from knowledge.laws.texts.store import LawStore
from knowledge.plain.collection import PlainRecords
from knowledge.plain.record import ASK_LENGTH, LONGEST, SHORTEST, Head, PlainRecord
from knowledge.text.numerals import NUMERAL_CHARS, read_numeral

LONGEST_RUN = 12
"""Characters that a record and its article may have in common; legal terms are shorter."""
NEAR = 90.0
"""Similarity (0 to 100) from which two asks of different articles are listed."""
_COMMON = 40
"""A piece of text that more asks share than this says nothing about similarity."""


@dataclass(frozen=True, slots=True)
class PlainFinding:
    """One thing that is wrong; `fails` for what must be mended, otherwise it is listed for a reader."""

    law: str
    label: str
    problem: str
    detail: str
    fails: bool = True


def check_records(plain: PlainRecords, store: LawStore) -> Iterator[PlainFinding]:
    """Coverage, lengths, numbers, copied runs, double asks, `see` that lead nowhere."""
    for head, records in plain.files:
        yield from _coverage(head, records, store)
        for record in records:
            article = _article(head, record.article, record.sub, store)
            yield from _lengths(head, record)
            if article is not None:
                yield from _against(head, record, article, store)
            elif store.holds(head.law):
                yield PlainFinding(head.law, record.label, "no_such_article", "")
            yield from _sees(head, record, store)
    yield from _doubles(plain)


def _coverage(head: Head, records: Sequence[PlainRecord], store: LawStore) -> Iterator[PlainFinding]:
    labels = [record.label for record in records]
    for label, times in Counter(labels).items():
        if times > 1:
            yield PlainFinding(head.law, label, "twice", "")
    keys = [(record.article, record.sub or 0) for record in records]
    if keys != sorted(keys):
        yield PlainFinding(head.law, "", "order", "records do not follow the law's order")
    wanted = head.only or tuple(_labels(head, store))
    for label in wanted:
        if label not in labels:
            yield PlainFinding(head.law, label, "missing", "")


def _labels(head: Head, store: LawStore) -> Iterator[str]:
    """Every article from first to last; where the text is not stored, every number."""
    if not store.holds(head.law):
        yield from (str(number) for number in range(head.first, head.last + 1))
        return
    passed = head.passed or next(a.passed for a in store.articles if a.law == head.law)
    for article in store.articles:
        if article.law == head.law and article.passed == passed and head.first <= article.number <= head.last:
            yield f"{article.number}-{article.sub}" if article.sub else str(article.number)


def _lengths(head: Head, record: PlainRecord) -> Iterator[PlainFinding]:
    if not SHORTEST <= len(record.plain) <= LONGEST:
        yield PlainFinding(head.law, record.label, "length", f"plain: {len(record.plain)}")
    for ask in record.asks:
        if not ASK_LENGTH[0] <= len(ask) <= ASK_LENGTH[1]:
            yield PlainFinding(head.law, record.label, "length", f"{len(ask)}: {ask}")


def _against(head: Head, record: PlainRecord, article: Article, store: LawStore) -> Iterator[PlainFinding]:
    read_with = [article.text, *(other.text for other in _seen(head, record, store))]
    known = {number for text in read_with for number in numbers(text)}
    # a record speaks of the law as it is; where the stored text is older, its numbers prove nothing
    for number in (
        () if article.outdated else sorted({int(found) for found in re.findall(r"\d+", record.plain)} - known)
    ):
        yield PlainFinding(head.law, record.label, "number", str(number))
    flat = _flat(article.text)
    for text in (record.plain, *record.asks):
        if run := copied(_flat(text), flat):
            yield PlainFinding(head.law, record.label, "copied", run)
    for word in record.words:
        if _flat(word) in flat:
            yield PlainFinding(head.law, record.label, "word_in_article", word, fails=False)


def _sees(head: Head, record: PlainRecord, store: LawStore) -> Iterator[PlainFinding]:
    for one in record.see:
        law, number, sub = reference(one, head.law)
        if number is None or (store.holds(law) and _other(head, law, number, sub, store) is None):
            yield PlainFinding(head.law, record.label, "see", one)


def _seen(head: Head, record: PlainRecord, store: LawStore) -> Iterator[Article]:
    for one in record.see:
        law, number, sub = reference(one, head.law)
        if number is not None and (article := _other(head, law, number, sub, store)):
            yield article


def _other(head: Head, law: str, number: int, sub: int | None, store: LawStore) -> Article | None:
    """The article that `see` means: within the law, of the same text."""
    return _article(head, number, sub, store) if law == head.law else store.article(law, number, sub)


def _article(head: Head, number: int, sub: int | None, store: LawStore) -> Article | None:
    """The article of the text that the file speaks of; the newest where it names none."""
    if head.passed is None:
        return store.article(head.law, number, sub)
    key = head.law, number, sub or 0
    return next((one for one in store.articles if one.key == key and head.fits(one)), None)


def _doubles(plain: PlainRecords) -> Iterator[PlainFinding]:
    asks = [(head.law, record.label, ask) for head, records in plain.files for record in records
            for ask in record.asks]  # fmt: skip
    first: dict[str, tuple[str, str]] = {}
    for law, label, ask in asks:
        if _flat(ask) in first and first[_flat(ask)] != (law, label):
            yield PlainFinding(law, label, "double_ask", f"{ask} = {' '.join(first[_flat(ask)])}")
        first.setdefault(_flat(ask), (law, label))
    for one, two in _near_pairs([ask for _, _, ask in asks]):
        (law, label, ask), (other_law, other_label, other) = asks[one], asks[two]
        if (law, label) != (other_law, other_label) and _flat(ask) != _flat(other):
            detail = f"{ask} ~ {other} ({other_law} {other_label})"
            yield PlainFinding(law, label, "near_double", detail, fails=False)


def _near_pairs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that are nearly the same, found through pieces that few texts share."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        flat = _flat(text)
        for piece in {flat[i : i + 4] for i in range(len(flat) - 3)}:
            holders[piece].append(place)
    looked: set[tuple[int, int]] = set()
    for places in holders.values():
        if len(places) > _COMMON:
            continue
        for at, one in enumerate(places):
            for two in places[at + 1 :]:
                if (one, two) not in looked:
                    looked.add((one, two))
                    if fuzz.ratio(texts[one], texts[two], score_cutoff=NEAR):
                        yield one, two


def reference(written: str, law: str) -> tuple[str, int | None, int | None]:
    """(刑法, 291, 2) for 刑法 291之2, (law, 26, None) for 26."""
    match = re.fullmatch(
        r"(?:(?P<law>\S+) +)?(?P<number>\d{1,4})(?:之(?P<sub>\d{1,2})|-(?P<dash>\d{1,2}))?", written
    )
    if match is None:
        return law, None, None
    sub = match["sub"] or match["dash"]
    return match["law"] or law, int(match["number"]), int(sub) if sub else None


def numbers(text: str) -> set[int]:
    """Every number in a text of law, in digits or written out (三十 = 30, 百分之五十 = 50)."""
    found = {int(one) for one in re.findall(r"\d+", text)}
    for one in re.findall(rf"[{NUMERAL_CHARS}两]+", text.replace("百分之", " ")):
        value = read_numeral(one.replace("两", "二"))
        if value:
            found.add(value)
    return found


def copied(text: str, article: str) -> str:
    """The first run of more than LONGEST_RUN characters that stands in both; empty where there is none."""
    size = LONGEST_RUN + 1
    return next(
        (text[i : i + size] for i in range(len(text) - LONGEST_RUN) if text[i : i + size] in article), ""
    )


def _flat(text: str) -> str:
    return re.sub(r"[\s，。？！、；：,.?!;:“”\"（）()]", "", text)


def failures(findings: Iterable[PlainFinding]) -> list[PlainFinding]:
    """What must be mended."""
    return [finding for finding in findings if finding.fails]
