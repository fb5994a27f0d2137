"""Recognises what a text cites: law, article, paragraph and item, and whether the article exists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from knowledge.citations import grammar
from knowledge.citations.titles import TitleFinder, TitleMention
from knowledge.laws.texts.store import LawStore
from knowledge.text.numerals import read_numeral
from knowledge.text.pinyin import Pinyin, load_pinyin
from knowledge.text.widths import closed_up, half_width

_ATTACHED = re.compile(r"(?:的|里面?|中|上|之|第|[\s,，:>]){0,3}\Z")
_PART = re.compile(
    r"(?:第[^第条]{1,6}[编章节]|总则编?|物权编|合同编|人格权编|婚姻家庭编|继承编|侵权责任编|附则)[的,， ]*\Z"
)
_OTHER_TEXT = re.compile(r"《([^《》\n]{2,40})》")
_GOES_ON = re.compile(r"(?: ?(?:[、,，和与及跟至到]|以及) ?)")
"""Between two numbers of one list: whose is the first, is the second too."""
_YEARS = range(1949, 2100)
_LONGEST_RANGE = 50
_MOST = 40
"""More citations in one message than anybody reads; the rest is dropped."""
_MOST_NUMBERS = 60
"""Of each kind (ranges, lists, single ones): keeps a hostile message quick."""
_LONGEST_TEXT = 4096
"""Characters of a message that are read: Telegram's own limit."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One article that a text names.

    `law` is a short title, or None when the text does not say which law. `exists` is True for an article that
    the store holds. `loaded` is False when the law is known by name and its text is not in the store: then a
    number exists as far as the catalogue's count of articles goes, and nothing can be shown. `span` is the
    place in the text that was given (in the closed-up text where every character stood apart).
    """

    law: str | None
    article: int
    sub: int | None
    paragraph: int | None
    item: int | None
    exists: bool
    span: tuple[int, int]
    loaded: bool = True


@dataclass(frozen=True, slots=True)
class _Found:
    """A number in the text, before a law is found for it."""

    start: int
    end: int
    article: int
    sub: int | None = None
    paragraph: int | None = None
    item: int | None = None
    ordinal: bool = True


class CitationReader:
    """Reads citations against one store. Immutable; building it takes a few milliseconds."""

    def __init__(self, store: LawStore, pinyin: Pinyin | None = None) -> None:
        self._store = store
        self._titles = TitleFinder(store.laws, pinyin or load_pinyin())

    def read(self, text: str, context: str | None = None) -> list[Citation]:
        """All citations in `text`, left to right, each (law, article, sub, paragraph, item) once.

        `context` is the short title that the conversation was about, for a bare 第1254条.
        """
        plain = half_width(closed_up(text[:_LONGEST_TEXT]))
        mentions = self._titles.find(plain)
        found: dict[tuple[object, ...], Citation] = {}
        owned_to = -1
        for number in self._numbers(plain, mentions):
            law, start, owned = self._law_for(plain, number, mentions, context)
            if owned or (owned_to >= 0 and _GOES_ON.fullmatch(plain, owned_to, number.start)):
                owned, owned_to = True, number.end
            if owned or (law is None and not number.ordinal and number.article < 10):
                continue
            key = (law, number.article, number.sub, number.paragraph, number.item)
            found.setdefault(key, self._cite(law, number, start))
        return list(found.values())[:_MOST]

    def without_titles(self, text: str) -> str:
        """`text` without the titles of laws: what is left is what was asked."""
        plain, place, kept = half_width(text), 0, ""
        for mention in self._titles.find(plain):
            kept += plain[place : mention.start] + " "
            place = mention.end
        return kept + plain[place:]

    def _cite(self, law: str | None, number: _Found, start: int) -> Citation:
        exists = law is not None and self._exists(law, number)
        return Citation(
            law=law,
            article=number.article,
            sub=number.sub,
            paragraph=number.paragraph,
            item=number.item,
            exists=exists,
            span=(start, number.end),
            loaded=law is None or self._store.holds(law),
        )

    def _exists(self, law: str, number: _Found) -> bool:
        if self._store.holds(law):
            return self._store.article(law, number.article, number.sub) is not None
        entry = self._store.law(law)
        counted = entry.articles if entry and entry.articles else 0
        return number.sub is None and 1 <= number.article <= counted

    def _numbers(self, plain: str, mentions: list[TitleMention]) -> list[_Found]:
        """Every number that may be an article's, in order, none twice."""
        taken: list[_Found] = []
        spans: list[tuple[int, int]] = []
        for finder in (_ranges, _lists, _articles, lambda text: self._bare(text, mentions)):
            for group in islice(finder(plain), _MOST_NUMBERS):
                start, end = group[0].start, group[-1].end
                if all(end <= left or start >= right for left, right in spans):
                    spans.append((start, end))
                    taken.extend(group)
        return sorted(taken, key=lambda number: (number.start, number.article))

    def _bare(self, plain: str, mentions: list[TitleMention]) -> Iterator[list[_Found]]:
        """Numbers without 条 directly after a title: 民法典1254, 民法典1254、1255, 民法典1254-1256."""
        ends = [(mention.end, mention.law) for mention in mentions]
        numbers = re.finditer(r"(?<![\d.])(?<=[\u4e00-\u9fff》 ])\d{1,4}(?!\d)", plain)
        for match in islice(numbers, _MOST_NUMBERS):
            if slip := self._titles.slipped(plain, len(plain[: match.start()].rstrip("的第 》"))):
                ends.append((slip.end, slip.law))
        for end, law in ends:
            place = end + len(re.match(r"[》的第 ]{0,3}", plain[end:])[0])  # type: ignore[index]
            if group := self._bare_at(plain, place, law):
                yield group

    def _bare_at(self, plain: str, place: int, law: str) -> list[_Found]:
        span = grammar.BARE_RANGE.match(plain, place)
        if span and int(span["first"]) < int(span["last"]):
            return _expand(int(span["first"]), int(span["last"]), span)
        group: list[_Found] = []
        while match := grammar.BARE.match(plain, place):
            article, last = grammar.number_of(match, "number"), self._store.range(law)
            if not article or (article in _YEARS and not (last and article <= last.last)):
                break
            sub = read_numeral(match["sub"]) if match["sub"] else None
            group.append(_Found(match.start(), match.end(), article, sub))
            more = grammar.BARE_MORE.match(plain, match.end())
            if more is None:
                break
            place = more.end()
        return group

    def _law_for(
        self, plain: str, number: _Found, mentions: list[TitleMention], context: str | None
    ) -> tuple[str | None, int, bool]:
        """(law, where the citation begins, whether another document owns the number)."""
        before = plain[: number.start]
        bare = before[: _ATTACHED.search(before).start()]  # type: ignore[union-attr]
        named = [mention for mention in mentions if mention.end <= number.start]
        if named and len(bare) <= named[-1].end:
            return named[-1].law, named[-1].start, False
        part = _PART.search(bare)
        if slip := self._titles.slipped(plain, part.start() if part else len(bare)):
            return slip.law, slip.start, False
        if grammar.FOREIGN.search(before) and not _is_title_end(before, named):
            return None, number.start, True
        foreign = [match.end() for match in _OTHER_TEXT.finditer(before) if not self._titles.find(match[0])]
        if foreign and (not named or foreign[-1] > named[-1].end):
            return None, number.start, True
        if named:
            return named[-1].law, number.start, False
        later = {mention.law for mention in mentions}
        return (later.pop() if len(later) == 1 else context), number.start, False


def _is_title_end(before: str, named: list[TitleMention]) -> bool:
    """民法典的规定，第680条: the word 规定 belongs to the law that was just named."""
    return bool(named) and bool(re.fullmatch(r"的?(?:相关|有关)?规定[，,: ]*", before[named[-1].end :]))


def _counts_things(plain: str, match: re.Match[str]) -> bool:
    """38条短信, 共98条, 三条意见: a number without 第 that counts."""
    before, after = plain[: match.start()], plain[match.end() :]
    if grammar.AFTER_TITLE.search(before):
        return False
    return bool(grammar.COUNTED.search(before) or grammar.COUNTED_NOUN.match(after))


def _counts(plain: str, match: re.Match[str]) -> bool:
    """第二条生产线, or a number without 第 that counts things."""
    if match["ordinal"]:
        return grammar.COUNTED_IN_ORDER.match(plain, match.end()) is not None
    return _counts_things(plain, match)


def _articles(plain: str) -> Iterator[list[_Found]]:
    for match in grammar.ARTICLE.finditer(plain):
        article = grammar.number_of(match, "number")
        if not article or _counts(plain, match):
            continue
        yield [_from_match(match)]


def _from_match(match: re.Match[str]) -> _Found:
    return _Found(
        start=match.start(),
        end=match.end(),
        article=grammar.number_of(match, "number") or 0,
        sub=grammar.number_of(match, "sub"),
        paragraph=grammar.number_of(match, "paragraph"),
        item=grammar.number_of(match, "item", "item_in_brackets"),
        ordinal=match["ordinal"] is not None,
    )


def _ranges(plain: str) -> Iterator[list[_Found]]:
    for match in grammar.RANGE.finditer(plain):
        first, last = grammar.number_of(match, "first"), grammar.number_of(match, "last")
        if first and last and first < last and not _counts_things(plain, match):
            yield _expand(first, last, match)


def _lists(plain: str) -> Iterator[list[_Found]]:
    """第38、46和47条第一款: the paragraph belongs to the last one."""
    for match in grammar.LIST.finditer(plain):
        if not match[0].startswith("第") and _counts_things(plain, match):
            continue
        group = []
        for found in re.finditer(rf"第?{grammar.NUMBER}", match[0]):
            place = match.start() + found.start()
            whole = grammar.ARTICLE.match(plain, place)
            number = read_numeral(found[0].removeprefix("第"))
            if whole:
                group.append(_from_match(whole))
            elif number:
                group.append(_Found(place, match.start() + found.end(), number))
        yield group


def _expand(first: int, last: int, match: re.Match[str]) -> list[_Found]:
    """All numbers of a range; only its two ends when it is longer than anybody would read."""
    numbers = range(first, last + 1) if last - first < _LONGEST_RANGE else (first, last)
    return [_Found(match.start(), match.end(), number) for number in numbers]
