"""Recognises by patterns questions that no law answers: weather, jokes, stocks, a diagnosis."""

import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import Field, RootModel

from knowledge.datafile import Checked, read_checked
from knowledge.text.widths import half_width

SCOPE_FILE = Path(__file__).with_name("scope.yaml")


class Outside(Checked):
    """One kind of question outside; explained at the head of ``scope.yaml``."""

    kind: str = Field(min_length=2)
    ask: tuple[str, ...] = Field(min_length=1)
    but: tuple[str, ...] = ()


class _File(RootModel[tuple[Outside, ...]]):
    """The whole file."""


class Scope:
    """The kinds of question out of scope, as compiled patterns. Immutable."""

    def __init__(self, kinds: Iterable[Outside]) -> None:
        self._kinds = [
            (one.kind, re.compile("|".join(one.ask)), re.compile("|".join(one.but) if one.but else r"(?!)"))
            for one in kinds
        ]

    def outside(self, question: str) -> str | None:
        """The kind of question out of scope that this is, or None. Never a reason to drop a cry for help."""
        said = half_width(question).lower().strip()
        for kind, ask, but in self._kinds:
            if ask.search(said) and not but.search(said):
                return kind
        return None if re.search(r"[\u4e00-\u9fff]", said) else "no_chinese"


def load_scope(path: Path = SCOPE_FILE) -> Scope:
    """The project's list. Raises BadData with file and place."""
    return Scope(read_checked(path, _File).root)
