"""What a button carries, and the buttons themselves: shared by those who answer and those who write."""

from typing import NamedTuple

MARK = "x"
LIMIT = 64
"""Telegram takes 1 to 64 bytes of callback data."""

LONGEST_NUMBER = 18
"""Digits; the next one would not fit into 64 bits for certain."""


class Press(NamedTuple):
    """A pressed button: what to do, in which case, with what. None of it is trusted."""

    do: str
    number: str = ""
    value: str = ""

    def pack(self) -> str:
        """As callback data; raises ``ValueError`` over 64 bytes."""
        data = "|".join((MARK, *self)).rstrip("|")
        if len(data.encode()) > LIMIT:
            raise ValueError(f"callback data over {LIMIT} bytes: {self.do}")
        return data

    @property
    def whole(self) -> int | None:
        """The value as a whole number that a database can hold, or ``None``."""
        fits = self.value.isascii() and self.value.isdigit() and len(self.value) <= LONGEST_NUMBER
        return int(self.value) if fits else None

    @classmethod
    def unpack(cls, data: str) -> "Press | None":
        """What was pressed, or ``None`` when it is none of ours: none of ours is longer than ``LIMIT``."""
        if len(data.encode(errors="replace")) > LIMIT:
            return None
        mark, *parts = data.split("|")
        if mark != MARK or not 1 <= len(parts) <= 3 or not parts[0]:
            return None
        return cls(*parts)


class Button(NamedTuple):
    """One button under a message: either ``press`` or ``url`` is set."""

    text: str
    press: Press | None = None
    url: str | None = None


Keyboard = list[list[Button]]
