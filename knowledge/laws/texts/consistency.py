"""Checks whether a text is consistent, independently of the repairs: they report what the repairs missed."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from knowledge.laws.texts.article import Article
from knowledge.laws.texts.law_text import Fault, LawText
from knowledge.text.numerals import NUMERAL_CHARS, read_numeral

_LEAK = re.compile(rf"第[{NUMERAL_CHARS}]+(?:分编|编|章|节)|附件|附表|附录")
_CHAPTER = re.compile(rf"第([{NUMERAL_CHARS}]+)章")
_LONGEST_HEADING = 60


def find_irregularities(text: LawText) -> Iterator[Fault]:
    """What a person should look at; it leaves nothing out.

    Codes: sub_gap (之二 without 之一), leak (an article ends with a heading or an annex), heading (a heading
    holds a sentence, or the chapters do not go on by one), books (the ranges of a code leave a hole).
    """
    yield from _subs(text)
    for article in text.articles:
        last = article.text.rsplit("\n", 1)[-1].strip()
        if _LEAK.match(last) and "。" not in last:
            yield Fault("leak", _told(article))
    yield from _headings(text)
    yield from _books(text)


def _subs(text: LawText) -> Iterator[Fault]:
    """Inserted articles are numbered 之一, 之二 and so on."""
    subs: dict[int, list[int]] = defaultdict(list)
    for article in text.articles:
        if article.sub:
            subs[article.number].append(article.sub)
    for number, found in subs.items():
        if sorted(found) != list(range(1, len(found) + 1)):
            yield Fault("sub_gap", f"{number}之{max(found)}")


def _headings(text: LawText) -> Iterator[Fault]:
    last = 0
    for article in text.articles:
        for heading in (article.book, article.chapter, article.section):
            if heading and (len(heading) > _LONGEST_HEADING or "。" in heading):
                yield Fault("heading", f"{_told(article)}: {heading[:_LONGEST_HEADING]}")
        match = _CHAPTER.match(article.chapter or "")
        number = read_numeral(match[1]) if match else None
        if number is not None:
            if number not in (1, last, last + 1):  # each book begins with its first chapter again
                yield Fault("heading", f"{_told(article)}: {last} -> {number}")
            last = number


def _books(text: LawText) -> Iterator[Fault]:
    """The books of a code follow each other without a hole and end with its last article."""
    books = text.entry.books
    if not books or not text.articles:
        return
    edges = [(0, 0), *((book.first, book.last) for book in books)]
    for (_, end), (start, _) in pairwise(edges):
        if start != end + 1:
            yield Fault("books", f"{end}..{start}")
    last = max(article.number for article in text.articles)
    if books[-1].last != last:
        yield Fault("books", f"{books[-1].last} != {last}")


def _told(article: Article) -> str:
    return f"{article.number}" + (f"之{article.sub}" if article.sub else "")
