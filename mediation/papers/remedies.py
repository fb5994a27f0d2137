"""What papers say without being asked: doors outside, and standing sentences. Data: ``remedies.toml``."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import Field

from knowledge.datafile import Checked, read_checked, refuse_duplicates

REMEDIES_FILE = Path(__file__).with_name("remedies.toml")


class RemedyWords(Checked):
    """A door in one language."""

    name: str
    first_step: str
    limit: str


class Remedy(Checked):
    """A door outside the company. Fields are explained at the head of ``remedies.toml``."""

    key: str
    telephone: str
    labour: bool = False
    zh: RemedyWords
    en: RemedyWords

    def words(self, language: str) -> RemedyWords:
        """In that language; Chinese where it is another one."""
        return self.en if language == "en" else self.zh


class StandingWords(Checked):
    """Sentences of one language; ``no_limit`` and ``route`` by the step that they belong to."""

    send_to: str
    not_decided: str
    no_limit: Mapping[str, str]
    route: Mapping[str, str]
    other_ways: tuple[str, ...]
    unit_above: str


class Remedies(Checked):
    """All of it."""

    doors: tuple[Remedy, ...] = Field(alias="door", min_length=1)
    zh: StandingWords
    en: StandingWords

    def remedy(self, key: str) -> Remedy | None:
        """The door with this key."""
        return next((door for door in self.doors if door.key == key), None)

    def words(self, language: str) -> StandingWords:
        """In that language; Chinese where it is another one."""
        return self.en if language == "en" else self.zh


@cache
def remedies() -> Remedies:
    """Ours, read once; raises ``BadData``."""
    found = read_checked(REMEDIES_FILE, Remedies)
    refuse_duplicates(door.key for door in found.doors)
    return found
