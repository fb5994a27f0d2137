"""When the process is restarted in a made-up year, and how."""

from collections import defaultdict
from enum import Enum
from random import Random


class Restart(Enum):
    """``days``: how long nobody starts it again."""

    CLEAN = ("clean", 0)
    DOWN = ("down", 2)
    CRASH_IN_LOOK = ("look", 0)
    CRASH_IN_ACTS = ("acts", 0)

    @property
    def days(self) -> int:
        """Days on which it does not run."""
        return self.value[1]

    @property
    def in_transaction(self) -> bool:
        """True where it dies with a transaction half done."""
        return self in (Restart.CRASH_IN_LOOK, Restart.CRASH_IN_ACTS)


def restarts_by_day(chance: Random, count: int, days: int) -> defaultdict[int, list[Restart]]:
    """So many restarts of all kinds, on any days."""
    planned: defaultdict[int, list[Restart]] = defaultdict(list)
    for index in range(count):
        planned[chance.randrange(days)].append(list(Restart)[index % len(Restart)])
    return planned
