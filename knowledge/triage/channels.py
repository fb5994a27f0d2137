"""The channels: which way a message goes, what must be said there, and which kind of department takes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from knowledge.datafile import CheckedByName, read_checked, refuse_duplicates
from knowledge.fields import Phrase
from knowledge.triage.kinds import Kind

CHANNELS_FILE = Path(__file__).with_name("channels.toml")
_VAGUE = "MISC"
_NO_CHANNEL = (Kind.CHITCHAT, Kind.GIBBERISH)


class ChannelKey(StrEnum):
    """The channels (信访工作条例 29 to 31)."""

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


class Channel(CheckedByName):
    """One channel. Fields are explained at the head of channels.toml."""

    key: ChannelKey
    kinds: tuple[Kind, ...] = ()
    categories: tuple[str, ...] = ()
    limits: tuple[Phrase, ...] = ()
    lines: tuple[Phrase, ...] = ()
    sealed: bool = False
    mediation: bool = True
    law: Phrase


class ChannelTable(CheckedByName):
    """Every channel once; a kind and a category lead to one channel each."""

    channels: tuple[Channel, ...] = Field(alias="channel", min_length=1)
    departments: dict[str, DepartmentKind]

    @model_validator(mode="after")
    def _leads_one_way(self) -> Self:
        refuse_duplicates(
            name
            for channel in self.channels
            for name in (channel.key, *(f"kind {kind}" for kind in channel.kinds), *channel.categories)
        )
        codes = {code for channel in self.channels for code in channel.categories}
        if missing := sorted(codes ^ set(self.departments)):
            raise ValueError(f"has a channel or a department, not both: {', '.join(missing)}")
        return self


@dataclass(frozen=True, slots=True)
class Channels:
    """Looks channels and departments up. Immutable."""

    table: ChannelTable

    def channel(self, kind: Kind, categories: Sequence[str]) -> Channel | None:
        """The channel for a kind and its categories, best first; None for small talk and gibberish."""
        if kind in _NO_CHANNEL:
            return None
        by_kind = next((channel for channel in self.table.channels if kind in channel.kinds), None)
        return by_kind or self._by_category(_best(categories))

    def department(self, kind: Kind, categories: Sequence[str]) -> DepartmentKind | None:
        """Who takes it; what goes through a sealed channel goes to the discipline office."""
        channel = self.channel(kind, categories)
        if channel is None:
            return None
        if channel.sealed:
            return DepartmentKind.DISCIPLINE
        return self.table.departments.get(_best(categories), DepartmentKind.FRONT)

    def _by_category(self, code: str) -> Channel:
        found = next((channel for channel in self.table.channels if code in channel.categories), None)
        return found or next(channel for channel in self.table.channels if _VAGUE in channel.categories)


def load_channels(path: Path = CHANNELS_FILE) -> Channels:
    """The project's channels. Raises BadData with file and place."""
    return Channels(read_checked(path, ChannelTable))


def _best(categories: Sequence[str]) -> str:
    return categories[0] if categories else _VAGUE
