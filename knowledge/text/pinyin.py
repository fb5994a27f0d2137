"""The pinyin syllable of a Chinese character, so that the typing error 加般 is recognised as 加班.

Common characters are sorted by sound in the GB2312 standard; `pinyin.toml` says where each syllable
begins.
One reading per character, which is enough to recognise a typing error.
"""

from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import RootModel, StringConstraints

from knowledge.datafile import read_checked

PINYIN_FILE = Path(__file__).with_name("pinyin.toml")
_LAST_SORTED = 0xD7F9
"""The last of GB2312's characters that are sorted by sound (座)."""
_BLURRED = (
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("ang", "an"),
    ("eng", "en"),
    ("ing", "in"),
    ("iong", "ong"),
)
"""Sounds that many speakers, and therefore many keyboards, do not keep apart."""


class _Syllables(RootModel[dict[str, Annotated[str, StringConstraints(min_length=1, max_length=1)]]]):
    """Syllable -> the first character that has it."""


class Pinyin:
    """Looks up syllables. Immutable; built from the table once by whoever needs it."""

    def __init__(self, first_characters: dict[str, str]) -> None:
        starts = sorted((_place(char), syllable) for syllable, char in first_characters.items())
        self._starts = [start for start, _ in starts]
        self._clear = [syllable for _, syllable in starts]
        self._blurred = [_blur(syllable) for syllable in self._clear]

    def of(self, char: str, *, blurred: bool = True) -> str:
        """The syllable of `char`; the character itself where the table does not reach."""
        place = _place(char)
        if not self._starts or not self._starts[0] <= place <= _LAST_SORTED:
            return char
        return (self._blurred if blurred else self._clear)[bisect_right(self._starts, place) - 1]

    def key(self, chars: Iterable[str], *, blurred: bool = True) -> tuple[str, ...]:
        """The syllables of several characters; equal keys sound alike."""
        return tuple(self.of(char, blurred=blurred) for char in chars)


def load_pinyin(path: Path = PINYIN_FILE) -> Pinyin:
    """The project's table. Raises BadData."""
    return Pinyin(read_checked(path, _Syllables).root)


def _place(char: str) -> int:
    try:
        return int.from_bytes(char.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return 0


def _blur(syllable: str) -> str:
    for clear, blurred in _BLURRED:
        syllable = syllable.replace(clear, blurred)
    return syllable
