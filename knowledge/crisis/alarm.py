"""What is detected in a message."""

from dataclasses import dataclass
from enum import StrEnum


class Danger(StrEnum):
    """The dangers, in the order in which they go before each other."""

    UNDER_WAY = "under_way"
    """Somebody has begun to end their life: pills taken, on a roof, gas open."""
    SUICIDE = "suicide"
    THREAT = "threat"
    """Somebody may hurt or kill another."""
    HOME = "domestic_violence"
    WORK = "work_danger"
    """Somebody may die at work now: trapped, poisoned, buried."""
    SELF_HARM = "self_harm"


@dataclass(frozen=True, slots=True)
class Alarm:
    """A danger that was detected.

    `about_other`: not the writer is in danger, or threatens, but somebody the writer tells of.
    `sure` is False where the words may mean less: then one caring question comes first.
    """

    kind: Danger
    about_other: bool
    sure: bool
