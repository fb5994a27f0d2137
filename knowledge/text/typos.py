"""Corrects typing errors by sound and spelling: 加般 is 加班, 公积鸡 is 公积金."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from knowledge.text.lexicon import Lexicon
from knowledge.text.pinyin import Pinyin

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LITTLE = frozenset("了我要不没的着过他她你是在有人这那上下来去说到")
"""Characters of every sentence; a word that has one is not looked for under its sound."""
_SIZES = (2, 3, 4)
_MOST_WORDS = 80
"""Words in which typing errors are looked for: a long story says again in other words what it misspells."""


class TypoCorrector:
    """Corrects towards a given list of words. Immutable."""

    def __init__(self, words: Iterable[str], lexicon: Lexicon, pinyin: Pinyin) -> None:
        self._lexicon = lexicon
        self._pinyin = pinyin
        self._words = frozenset(words)
        self._heard: dict[tuple[str, ...], str] = {}
        self._by_half: dict[tuple[int, str, str], list[str]] = defaultdict(list)
        for word in sorted(self._words):
            if len(word) in _SIZES and _HAN.fullmatch(word) and not set(word) & _LITTLE:
                self._heard.setdefault(self._key(word), word)
                for half in _halves(word):
                    self._by_half[half].append(word)

    def corrections(self, words: Sequence[str]) -> list[str]:
        """The words that a text, cut into `words`, means and misspells; each once, in order.

        A cut that is a word itself is never taken for an error, nor one that is made of longer words only.
        """
        found: list[str] = []
        for first in range(min(len(words), _MOST_WORDS)):
            cut, single = "", False
            for word in words[first : first + max(_SIZES)]:
                cut += word
                single = single or len(word) == 1
                if len(cut) > max(_SIZES):
                    break
                meant = self._meant(cut) if single and len(cut) in _SIZES and _HAN.fullmatch(cut) else None
                if meant and meant not in found:
                    found.append(meant)
        return found

    def _meant(self, cut: str) -> str | None:
        if cut in self._words or self._lexicon.knows(cut):
            return None
        if same_sound := self._heard.get(self._key(cut)):
            return same_sound
        return self._one_wrong(cut)

    def _one_wrong(self, cut: str) -> str | None:
        """A word of three or four characters of which one is wrong and sounds nearly right."""
        for half in _halves(cut):
            for word in self._by_half.get(half, ()):
                if OSA.distance(cut, word, score_cutoff=1) == 1 and self._sounds_near(cut, word):
                    return word
        return None

    def _sounds_near(self, cut: str, word: str) -> bool:
        wrong, right = next((a, b) for a, b in zip(cut, word, strict=True) if a != b)
        one, two = self._pinyin.of(wrong), self._pinyin.of(right)
        return one.startswith(two) or two.startswith(one)

    def _key(self, word: str) -> tuple[str, ...]:
        """How `word` sounds; short words must be heard exactly, long ones may be blurred."""
        return self._pinyin.key(word, blurred=len(word) > 2)


def _halves(word: str) -> list[tuple[int, str, str]]:
    """Where a word of three or four characters with one wrong one is still right."""
    if len(word) < 3:
        return []
    return [(len(word), "begin", word[:2]), (len(word), "end", word[-2:])]
