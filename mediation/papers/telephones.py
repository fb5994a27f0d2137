"""Finds what looks like a telephone number in a text that people will read."""

import re
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from knowledge.datafile import read_checked
from knowledge.text.widths import half_width

TELEPHONES_FILE = Path(__file__).with_name("telephones.toml")
_DAY = re.compile(r"(?:19|20)\d\d-\d{1,2}-\d{1,2}(?!\d)")


class TelephoneWords(BaseModel):
    """Fields are explained at the head of ``telephones.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dialled: tuple[str, ...] = Field(min_length=1)
    units: tuple[str, ...] = Field(min_length=1)
    shapes: tuple[str, ...] = Field(min_length=1)

    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """What is dialled by what is said before it, and what looks like it by itself."""
        counts = rf"(?! ?(?:{'|'.join(self.units)}))"
        called = rf"(?:{'|'.join(self.dialled)})[^\d\n]{{0,8}}(?P<number>\d{{3,5}})(?![\d-]){counts}"
        alone = rf"(?<![\d.-])(?P<number>{'|'.join(self.shapes)})(?![\d-]|\.\d){counts}"
        return re.compile(called, re.IGNORECASE), re.compile(alone)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return read_checked(TELEPHONES_FILE, TelephoneWords).patterns()


def telephones_in(text: str) -> list[str]:
    """What one could dial; money, days, people and dates are not."""
    plain = _DAY.sub("", half_width(text))
    return [match["number"] for pattern in _patterns() for match in pattern.finditer(plain)]
