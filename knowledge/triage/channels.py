"""The doors: which way a message goes, what must be told there, and which kind of department takes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from knowledge.datafile import CheckedByName, read_checked, refuse_duplicates
from knowledge.fields import Phrase
from knowledge.triage.kinds import Kind

DOORS_FILE = Path(__file__).with_name("channels.toml")
_VAGUE = "MISC"
_NO_DOOR = (Kind.CHITCHAT, Kind.GIBBERISH)


class DoorKey(StrEnum):
    """The doors (信访工作条例 29 to 31)."""

    SUGGESTION = "suggestion"
    CONSULTATION = "consultation"
    CLAIM = "claim"
    ACCUSATION = "accusation"
    LABOUR = "labour"
    INJURY = "injury"
    INSURANCE = "insurance"
    LITIGATION = "litigation"


class DepartmentKind(StrEnum):
    """The kinds of department, as a company of any size has them under some name."""

    FRONT = "front"
    LABOUR = "labour"
    INSURANCE = "insurance"
    SAFETY = "safety"
    UNION = "union"
    LOGISTICS = "logistics"
    RETIREES = "retirees"
    VETERANS = "veterans"
    CARE = "care"
    COUNSELLING = "counselling"
    DISCIPLINE = "discipline"
    COMMUNITY = "community"
    LEGAL = "legal"
    PRIVACY = "privacy"


class Door(CheckedByName):
    """One door. Fields are explained at the head of channels.toml."""

    key: DoorKey
    kinds: tuple[Kind, ...] = ()
    categories: tuple[str, ...] = ()
    limits: tuple[Phrase, ...] = ()
    lines: tuple[Phrase, ...] = ()
    sealed: bool = False
    mediation: bool = True
    law: Phrase


class DoorTable(CheckedByName):
    """Every door once; a kind and a category lead to one door each."""

    doors: tuple[Door, ...] = Field(alias="door", min_length=1)
    departments: dict[str, DepartmentKind]

    @model_validator(mode="after")
    def _leads_one_way(self) -> Self:
        refuse_duplicates(
            name
            for door in self.doors
            for name in (door.key, *(f"kind {kind}" for kind in door.kinds), *door.categories)
        )
        codes = {code for door in self.doors for code in door.categories}
        if missing := sorted(codes ^ set(self.departments)):
            raise ValueError(f"has a door or a department, not both: {', '.join(missing)}")
        return self


@dataclass(frozen=True, slots=True)
class Doors:
    """Finds the way. Immutable."""

    table: DoorTable

    def door(self, kind: Kind, categories: Sequence[str]) -> Door | None:
        """The door for a kind and its categories, best first; None for small talk and noise."""
        if kind in _NO_DOOR:
            return None
        by_kind = next((door for door in self.table.doors if kind in door.kinds), None)
        return by_kind or self._by_category(_best(categories))

    def department(self, kind: Kind, categories: Sequence[str]) -> DepartmentKind | None:
        """Who takes it; what goes through a sealed door goes to the discipline office."""
        door = self.door(kind, categories)
        if door is None:
            return None
        if door.sealed:
            return DepartmentKind.DISCIPLINE
        return self.table.departments.get(_best(categories), DepartmentKind.FRONT)

    def _by_category(self, code: str) -> Door:
        found = next((door for door in self.table.doors if code in door.categories), None)
        return found or next(door for door in self.table.doors if _VAGUE in door.categories)


def load_doors(path: Path = DOORS_FILE) -> Doors:
    """The project's doors. Raises BadData with file and place."""
    return Doors(read_checked(path, DoorTable))


def _best(categories: Sequence[str]) -> str:
    return categories[0] if categories else _VAGUE
