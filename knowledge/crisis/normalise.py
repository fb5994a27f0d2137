"""Normalises a message before it is judged: width, script, gaps, signs, letters and sounds.

Two readings come out. In the open one a gap between characters is a comma, in the tight one it is nothing:
"不 想 活 了" and "不🙃想🙃活🙃了" are read in the tight one, "不想去 活太多" is kept apart in the open one.
"""

import re
import unicodedata

from knowledge.crisis.rules import Typed, load_typed
from knowledge.crisis.sound_alikes import SoundAlikes
from knowledge.datafile import read_checked
from knowledge.text.colloquial import COLLOQUIAL_FILE, ColloquialWords
from knowledge.text.patterns import WordPattern, compiled
from knowledge.text.pinyin import load_pinyin

LONGEST = 20_000
"""Characters that are looked at: five times what a messenger sends."""
_MARKUP = re.compile(r"<[^<>]{0,200}>|https?://[\x21-\x7e]+|&[a-z]{2,8};")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_KEPT = f"{_HAN}a-z0-9,。!?;:、\n\"'()%"
_GAP = re.compile(f"[^{_KEPT}]+")
_MARKS = str.maketrans("．.！？；：，｡…～~", "。。!?;:,。。。。")
_APART = re.compile(rf"(?<![{_HAN}a-z0-9])[{_HAN}](?:[^{_HAN}a-z0-9]{{1,4}}[{_HAN}](?![{_HAN}a-z0-9])){{2,}}")
_ALL_APART = re.compile(rf"[{_HAN}](?:[^{_HAN}a-z0-9]{{1,4}}[{_HAN}])+[^{_HAN}a-z0-9]*")
_SPLIT = re.compile(rf"(?<=[{_HAN}])[-_*./|+·・=^#@&$]+(?=[{_HAN}])")
_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}0-9,。!?;:、]) +| +(?=[{_HAN}0-9,。!?;:、])")
_NOT_HAN = re.compile(f"[^{_HAN}a-z0-9]+")
_AGAIN = re.compile(rf"([{_HAN}])\1{{2,}}")
_MARKS_AGAIN = re.compile(r"([,。!?;:、\n])[,。!?;:、\n ]*")
_SENTENCE = re.compile(r"[^。!?;\n]*[。!?;\n]|[^。!?;\n]+$")
_LETTERS = re.compile(r"[a-z]+")
_ACCENT = re.compile("[\u0300-\u036f]")
_LATIN = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_SPACED_LETTERS = re.compile(r"(?<![a-z])[a-z](?: [a-z](?![a-z])){2,}")


class Normaliser:
    """Normalises. Immutable; linear time in the text."""

    def __init__(self, typed: Typed, traditional: tuple[str, ...]) -> None:
        pairs = " ".join(traditional + typed.traditional).split()
        self._simple = {ord(pair[0]): pair[1] for pair in pairs}
        self._signs = str.maketrans(typed.signs)
        self._letters = {letters.lower(): word for letters, word in typed.letters.items()}
        self._typos = [(_by_characters(slip), word) for slip, word in typed.slips.items()]
        self._sound_alikes = SoundAlikes(typed.heard, load_pinyin())

    def readings(self, text: str) -> tuple[str, ...]:
        """The open reading of `text`, and of the tight one what is told differently, if anything is."""
        told = _MARKUP.sub(" ", unicodedata.normalize("NFKC", text[:LONGEST]))
        told = _flat(told.lower()).translate(self._simple)
        tight = _APART.sub(lambda run: _NOT_HAN.sub("", run[0]), _SPLIT.sub("", told))
        tight = (_NOT_HAN.sub("", tight) if _ALL_APART.fullmatch(tight) else tight).translate(_MARKS)
        opened = told.translate(self._signs).translate(_MARKS)
        opened, tight = _GAP.sub(_comma, opened), _BETWEEN_HAN.sub("", _GAP.sub(" ", tight))
        both = (opened, _what_differs(tight, opened))
        return tuple(dict.fromkeys(self._understood(reading) for reading in both if reading))

    def _understood(self, told: str) -> str:
        told = _SPACED_LETTERS.sub(lambda run: run[0].replace(" ", ""), told)
        told = _LETTERS.sub(lambda run: self._letters.get(run[0], run[0]), told)
        told = _AGAIN.sub(r"\1", told)
        held = set(told)
        for slip, word in self._typos:
            if slip.may_match(held):
                told, times = slip.expression.subn(word, told)
                held = set(told) if times else held
        return self._sound_alikes.plain(_MARKS_AGAIN.sub(_strongest, told))


def load_normaliser() -> Normaliser:
    """With the project's tables; the traditional characters are those of colloquial.toml. Raises BadData."""
    return Normaliser(load_typed(), read_checked(COLLOQUIAL_FILE, ColloquialWords).traditional)


def _by_characters(slip: str) -> WordPattern:
    """The pattern of a slip, which needs single characters: those of a text are at hand, its pieces not."""
    (pattern,) = compiled({}, slip, (slip,))
    return WordPattern(pattern.expression, tuple(frozenset(w[0] for w in words) for words in pattern.needs))


def _flat(told: str) -> str:
    """Without the accents of pinyin and without characters that have no width."""
    if not _LATIN.search(told):
        return told
    return _ACCENT.sub("", unicodedata.normalize("NFD", told))


def _comma(gap: re.Match[str]) -> str:
    """A gap is a comma, but between two words of letters it is a space."""
    before, after = gap.string[gap.start() - 1 : gap.start()], gap.string[gap.end() : gap.end() + 1]
    return " " if before.isascii() and after.isascii() else ","


def _what_differs(told: str, from_: str) -> str:
    """The sentences of `told` that are not in `from_`, each with its neighbours: they may calm it."""
    known = set(_SENTENCE.findall(from_))
    sentences = _SENTENCE.findall(told)
    new = {at for at, sentence in enumerate(sentences) if sentence not in known}
    return "".join(
        sentence for at, sentence in enumerate(sentences) if not new.isdisjoint((at - 1, at, at + 1))
    )


def _strongest(marks: re.Match[str]) -> str:
    """Of several marks in a row the one that ends most."""
    return next((mark for mark in "\n?!。;" if mark in marks[0]), marks[1])
