"""Finds phrases by their pinyin: 不想火了, bu xiang huo le and 不xiang活了 are all 不想活了."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.crisis.rules import SoundAlike
from knowledge.text.pinyin import Pinyin

_TOKEN = re.compile(r"[a-z]+|[\u4e00-\u9fff]|(?<=[a-z]) +(?=[a-z])|.", re.DOTALL)
_LETTERS = re.compile(r"[a-z]+")
_LONG_SPELLED = 9
"""Letters of a spelled phrase that may stand inside a longer run of letters (wobuxianghuole)."""
_BREAK = "|"


@dataclass(frozen=True, slots=True)
class _Phrase:
    say: str
    spelled: str
    never: tuple[str, ...]


class SoundAlikes:
    """Replaces what sounds like a phrase by the phrase. Immutable; linear time in the text."""

    def __init__(self, phrases: Iterable[SoundAlike], pinyin: Pinyin) -> None:
        self._pinyin = pinyin
        self._known: dict[str, str] = {}
        self._phrases = [_Phrase(one.say, self._spelled(one.say), one.never) for one in phrases]

    def plain(self, text: str) -> str:
        """`text`, in small letters, with every phrase that sounds like one of ours written as ours is."""
        tokens = _TOKEN.findall(text)
        known = self._known
        spelled = [known[token] if token in known else self._sound(token) for token in tokens]
        places, at = [], 0
        for sound in spelled:
            places.append(at)
            at += len(sound)
        sounds = "".join(spelled)
        found = sorted(
            (first, -last, phrase.say)
            for phrase in self._phrases
            for first, last in _where(phrase, sounds, [*places, at], tokens)
        )
        return "".join(_replaced(tokens, found)) if found else text

    def _sound(self, token: str) -> str:
        """How a token sounds; what has no sound breaks a phrase, but for a gap between words of letters."""
        if "\u4e00" <= token <= "\u9fff":
            return self._known.setdefault(token, self._pinyin.of(token, blurred=False))
        if _LETTERS.fullmatch(token):
            return token
        return "" if token.startswith(" ") else _BREAK

    def _spelled(self, text: str) -> str:
        return "".join(map(self._sound, text))


def _where(phrase: _Phrase, sounds: str, places: list[int], tokens: list[str]) -> Iterator[tuple[int, int]]:
    """First and last token (not included) of every place where `phrase` is heard and not written."""
    at = sounds.find(phrase.spelled)
    while at >= 0:
        end = at + len(phrase.spelled)
        first, last = bisect_left(places, at), bisect_left(places, end)
        if places[first] == at and places[last] == end:
            written = "".join(tokens[first:last])
            if written != phrase.say and not written.startswith(phrase.never):
                yield first, last
        elif first == last and len(phrase.spelled) >= _LONG_SPELLED:
            yield first - 1, last
        at = sounds.find(phrase.spelled, at + 1)


def _replaced(tokens: list[str], found: list[tuple[int, int, str]]) -> Iterator[str]:
    done = 0
    for first, negative_last, say in found:
        if first >= done:
            yield from tokens[done:first]
            yield say
            done = -negative_last
    yield from tokens[done:]
