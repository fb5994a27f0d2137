"""What goes wrong, by chance and by a seed: the line, the store, the program itself."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy.exc import OperationalError

from bot.sandbox.shared.types import Json
from bot.sandbox.world.faults import Fault, Faults

UNSURE_SECONDS = 120.0
"""So long after a message was taken by Telegram we may still learn of it: later it is no excuse any more."""


@dataclass(frozen=True)
class Odds:
    """Of each call, or how often a day."""

    drop: float = 0.004
    late: float = 0.004
    error: float = 0.01
    flood: float = 0.001
    locked: float = 0.002
    doubled: float = 0.05
    mixed: float = 0.2
    outages: float = 4.0
    """Of the line, a day; each lasts up to five minutes."""
    store_outages: float = 6.0
    """A day; each lasts up to a minute."""
    kills: float = 6.0
    """A day."""


CALM = Odds(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)


@dataclass
class Unsure:
    """When it was that a message may have been taken although we were not told."""

    chat: int | None
    since: float
    until: float

    def excuses(self, chat: int, at: float) -> bool:
        """Whether a second copy of what was sent then is nobody's fault."""
        return self.chat in (None, chat) and self.since <= at <= self.until


@dataclass
class Trouble(Faults):
    """Stands in for the sandbox's faults; ``now`` gives the seconds that have passed."""

    rng: random.Random
    now: Callable[[], float]
    odds: Odds
    counts: Counter[str] = field(default_factory=Counter)
    unsure: list[Unsure] = field(default_factory=list)
    line_down_until: float = 0.0
    store_down_until: float = 0.0
    _waiting: list[Fault] = field(default_factory=list)

    def calm_down(self) -> None:
        """From now on everything works."""
        self.odds, self.line_down_until, self.store_down_until = CALM, 0.0, 0.0

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that hits this call."""
        if self.now() < self.line_down_until:
            self.counts["line down"] += 1
            return Fault("error", status=502)
        kinds = ("drop", "late", "error", "flood")
        chance = self.rng.random()
        for kind in kinds:
            chance -= getattr(self.odds, kind)
            if chance < 0:
                return self._hit(kind, chat_id)
        return None

    def _hit(self, kind: str, chat: int | None) -> Fault:
        self.counts[kind] += 1
        seconds = self.rng.choice((1.0, 5.0, 40.0)) if kind == "late" else float(self.rng.randint(1, 20))
        if kind in ("drop", "late"):
            self.unsure.append(Unsure(chat, self.now() - 1, self.now() + 1))
        return Fault(kind, seconds=seconds, status=self.rng.choice((500, 502, 504)))  # type: ignore[arg-type]

    def store(self) -> None:
        """Before a unit of work: raises what a store says that is locked or gone."""
        if self.now() < self.store_down_until:
            self.counts["store down"] += 1
            raise OperationalError("BEGIN", {}, Exception("connection refused"))
        if self.rng.random() < self.odds.locked:
            self.counts["store locked"] += 1
            raise OperationalError("BEGIN IMMEDIATE", {}, Exception("database is locked"))

    def line_goes_down(self) -> None:
        """For a while nothing gets through."""
        self.counts["outage of the line"] += 1
        self.line_down_until = self.now() + self.rng.uniform(2, 300)

    def store_goes_down(self) -> None:
        """For a while the store takes nothing; what was sent meanwhile cannot be noted."""
        self.counts["outage of the store"] += 1
        seconds = self.rng.uniform(1, 60)
        self.store_down_until = self.now() + seconds
        self.unsure.append(Unsure(None, self.now() - UNSURE_SECONDS, self.now() + seconds + UNSURE_SECONDS))

    def dies(self) -> None:
        """What was sent and not noted when the program died is sent again."""
        self.counts["kill"] += 1
        self.unsure.append(Unsure(None, self.now() - UNSURE_SECONDS, self.now()))

    def shuffled(self, updates: list[Json], earlier: list[Json]) -> list[Json]:
        """Some once more, and those of different people in another order; each one's own order holds."""
        given = list(updates)
        if earlier and self.rng.random() < self.odds.doubled:
            self.counts["update twice"] += 1
            given.insert(0, self.rng.choice(earlier))
        if len(given) > 1 and self.rng.random() < self.odds.mixed:
            self.counts["updates mixed"] += 1
            given.sort(key=lambda one: (hash((who(one), self.now())), one["update_id"]))
        return given


def who(update: Json) -> int:
    """Who acted."""
    return next((int(one["from"]["id"]) for one in update.values() if isinstance(one, dict)), 0)
