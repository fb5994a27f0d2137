"""What one cell of an organisation's sheets says, or in which way it cannot be read."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

from mediation.model.organisation import Held
from mediation.organisation.layout import Layout, plain
from mediation.routing.rules import RoutingRules

LONGEST_KEY = 64
LONGEST_NAME = 120

LARGEST_CHAT = 2**52
"""Telegram's ids have at most 52 significant bits."""

_DAY = re.compile(r"(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?")
_BETWEEN_WORDS = re.compile(r"[、,，;；\s]+")
_BETWEEN_ROLES = re.compile(r"[;；\n]+")


class CannotRead(Exception):
    """A cell that says nothing we know; ``code`` is stable, ``value`` the part that is meant."""

    def __init__(self, code: str, value: str) -> None:
        super().__init__(code)
        self.code = code
        self.value = value


class Cells:
    """Reads cells by field; an empty one is ``None``, or nothing in the list."""

    def __init__(self, layout: Layout, rules: RoutingRules) -> None:
        self._layout = layout
        self._rules = rules
        self._readers: dict[str, Callable[[str], Any]] = {
            "name": self._name,
            "kind": self._kind,
            "duties": self._duties,
            "words": self._words,
            "telegram": self._telegram,
            "roles": self._roles,
        }

    def read(self, field: str, cell: str) -> Any:
        """The value of a cell. Raises ``CannotRead``."""
        return self._readers.get(field, self._key)(cell.strip())

    def _key(self, cell: str) -> str | None:
        if len(cell) > LONGEST_KEY or not cell.isprintable() or any(letter.isspace() for letter in cell):
            raise CannotRead("bad_key", cell)
        return cell or None

    def _name(self, cell: str) -> str | None:
        if len(cell) > LONGEST_NAME or not cell.isprintable():
            raise CannotRead("bad_name", cell)
        return cell or None

    def _kind(self, cell: str) -> str | None:
        names = (
            (one.code, plain(name)) for one in self._rules.kinds for name in (one.code, *_both(one.name))
        )
        found = next((code for code, name in names if name == plain(cell)), None)
        if cell and found is None:
            raise CannotRead("unknown_kind", cell)
        return found

    def _duties(self, cell: str) -> tuple[str, ...]:
        codes = [code.upper() for code in _BETWEEN_WORDS.split(_half_width(cell)) if code]
        if unknown := next((code for code in codes if self._rules.rule(code) is None), None):
            raise CannotRead("unknown_category", unknown)
        return tuple(dict.fromkeys(codes))

    def _words(self, cell: str) -> tuple[str, ...]:
        words = tuple(dict.fromkeys(word for word in _BETWEEN_WORDS.split(cell) if word))
        for word in words:
            self._name(word)
        return words

    def _telegram(self, cell: str) -> int | None:
        if not cell:
            return None
        if not (cell.isascii() and cell.isdigit()) or not 0 < int(cell[:20]) <= LARGEST_CHAT:
            raise CannotRead("not_a_number", cell)
        return int(cell[:20])

    def _roles(self, cell: str) -> tuple[Held, ...]:
        parts = (part.strip() for part in _BETWEEN_ROLES.split(_half_width(cell)))
        held = {self._held(part) for part in parts if part}
        return tuple(sorted(held, key=lambda one: (one.role, one.first, one.last, one.department or "")))

    def _held(self, part: str) -> Held:
        match = self._layout.held.fullmatch(part)
        if match is None:
            raise CannotRead("role_unreadable", part)
        if (role := self._layout.role(match["role"])) is None:
            raise CannotRead("unknown_role", match["role"])
        first, last = _day(match["first"]), _day(match["last"])
        if last < first:
            raise CannotRead("ends_before_start", part)
        return Held(role=role, first=first, last=last, department=self._key(match["department"] or ""))


def _both(name: Any) -> tuple[str, str]:
    return name.zh, name.en


def _day(word: str) -> date:
    if (match := _DAY.fullmatch(word)) is None:
        raise CannotRead("bad_date", word)
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise CannotRead("bad_date", word) from None


def _half_width(cell: str) -> str:
    """Signs as a Chinese keyboard writes them are as good as the others."""
    return unicodedata.normalize("NFKC", cell)
