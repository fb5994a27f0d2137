"""Makes typed text even before article numbers are looked for: half-width signs, no spread-out characters."""

import re

from knowledge.text.numerals import NUMERAL_CHARS

_HALF_WIDTH = str.maketrans("０１２３４５６７８９（）：－～　", "0123456789():-~ ")

_MISHEARD = re.compile(rf"(第 ?(?:\d{{1,4}}|[{NUMERAL_CHARS}]{{1,9}}) ?)[调跳](?![a-z])")
"""Voice input writes 调 for 条."""
_SPREAD = re.compile(r"(?<=\S) (?=\S)")


def half_width(text: str) -> str:
    """`text` with half-width digits, brackets and dashes, and 第38调 heard as 第38条.

    The length stays the same, so that places stay the same.
    """
    return _MISHEARD.sub(r"\1条", text.translate(_HALF_WIDTH)).replace("条列", "条例")


def closed_up(text: str) -> str:
    """Text that was typed with a space after every character, without these spaces; any other as it is."""
    single = len(re.findall(r"(?<!\S)\S(?!\S)", text))
    return _SPREAD.sub("", text) if single >= 6 and single * 2.5 > len(text.replace(" ", "")) else text
