"""Finds the laws that a text names: by title, nickname, common wrong name, or with a typing slip."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from knowledge.laws.catalogue.catalogue import LawEntry
from knowledge.text.pinyin import Pinyin
from knowledge.text.widths import half_width

_NATION = "中华人民共和国"
_NOT_A_TITLE_AFTER = "律院庭官人务学规定治典"
"""劳动法律, 公司法人, 公司法务, 刑法学, 民法典型: the title goes on and becomes another word."""
_NOT_A_TITLE_NEXT = ("修正案", "司法解释", "实施", "解释", "草案")
_FUZZY_SLIPS = ((7, 2), (4, 1))
"""(characters of a name, wrong characters forgiven): shorter names forgive only a like-sounding one."""
_ONLY_EXACT = re.compile(
    r"(?:解释|规定|修正案|决定)(?:\([一二三四五六七八九十]\))?\Z|[一二三四五六七八九十]\Z"
)
"""Names that many texts end with: they are taken as written, never guessed from a misspelling."""
_SAID_NOT_NAMED = ("公司发", "单位发", "学校发", "保密发", "形式发")
"""Sounds like a title and is something else."""


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A law named in a text, and where."""

    law: str
    start: int
    end: int


class TitleFinder:
    """Finds titles of the catalogue in normalised text. Immutable."""

    def __init__(self, entries: Iterable[LawEntry], pinyin: Pinyin) -> None:
        self._law_of = {half_width(name): entry.short for entry in entries for name in entry.all_names()}
        guessed = [name for name in self._law_of if not _ONLY_EXACT.search(name)]
        self._pinyin = pinyin
        longest_first = sorted(self._law_of, key=len, reverse=True)
        names = "|".join(re.escape(name) for name in longest_first)
        go_on = "|".join((f"[{_NOT_A_TITLE_AFTER}]", *_NOT_A_TITLE_NEXT))
        self._exact = re.compile(rf"《?(?:{_NATION})?({names})(?!{go_on})》?" if names else r"(?!)")
        self._heard = {pinyin.key(name): name for name in guessed}
        self._endings = {pinyin.of(name[-1]) for name in guessed}
        self._longest = max(map(len, guessed), default=0)
        self._ending_like: dict[str, list[tuple[str, int]]] = {}
        for name in guessed:
            if allowed := next((slips for length, slips in _FUZZY_SLIPS if len(name) >= length), 0):
                self._ending_like.setdefault(pinyin.of(name[-1]), []).append((name, allowed))

    def find(self, text: str) -> list[TitleMention]:
        """Every exact title, from left to right, the longest where several fit."""
        return [TitleMention(self._law_of[m[1]], m.start(), m.end()) for m in self._exact.finditer(text)]

    def slipped(self, text: str, end: int) -> TitleMention | None:
        """The law whose misspelt title ends at `end` (民法点, 劳动合同发); None when none is near."""
        end -= text[:end].endswith("》")
        if not end or self._pinyin.of(text[end - 1]) not in self._endings:
            return None
        best: tuple[int, int, TitleMention] | None = None
        for length in range(min(self._longest + 1, end), 2, -1):
            start = end - length
            slips, name = self._nearest(text[start:end])
            if name and (best is None or (slips, -len(name)) < best[:2]):
                best = (slips, -len(name), TitleMention(self._law_of[name], start, end))
        return best[2] if best else None

    def _nearest(self, written: str) -> tuple[int, str | None]:
        """(slips, name) of the title that `written` most probably means."""
        heard = self._heard.get(self._pinyin.key(written))
        if heard and written not in _SAID_NOT_NAMED:
            return 1, heard
        best, found = 99, None
        for name, allowed in self._ending_like.get(self._pinyin.of(written[-1]), ()):
            if abs(len(name) - len(written)) <= allowed:
                slips = OSA.distance(written, name, score_cutoff=allowed)
                if slips <= allowed and slips < best:
                    best, found = slips, name
        return best, found
