"""How much one person may do in a while. Who is over it waits or is told when it goes on; nothing is lost."""

from collections import deque
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

MANY = 10_000
"""People that are remembered before those who have been quiet are forgotten."""


def room_again(times: Iterable[datetime], most: int, within: timedelta, now: datetime) -> datetime | None:
    """When one more fits; ``None`` when it does now. ``most`` of 0 is no limit."""
    recent = sorted(at for at in times if at > now - within)
    return recent[-most] + within if 0 < most <= len(recent) else None


class Taken(NamedTuple):
    """One more was counted for a person under the name of its allowance."""

    what: str
    person_id: int
    at: datetime


class Allowance:
    """At most so many ``within`` a while for each person. 0 = no limit.

    Counted in memory. One with a ``name`` tells ``on_taken`` what it counts, and takes it back by ``recall``
    after a restart.
    """

    def __init__(self, most: int = 0, within: timedelta = timedelta(minutes=1), name: str = "") -> None:
        self.most = most
        self.within = within
        self.name = name
        self.on_taken: Callable[[Taken], None] | None = None
        self._times: dict[int, deque[datetime]] = {}

    def goes_on(self, who: int, now: datetime) -> datetime | None:
        """When one more fits; ``None`` when it does now."""
        return room_again(self._times.get(who, ()), self.most, self.within, now)

    def take(self, who: int, now: datetime) -> datetime | None:
        """Count one more where it fits, and give ``None``; else when it will."""
        if not self.most or (until := self.goes_on(who, now)) is not None:
            return until if self.most else None
        if len(self._times) >= MANY:
            quiet = [one for one, times in self._times.items() if times[-1] <= now - self.within]
            for one in quiet:
                del self._times[one]
        self._count(who, now)
        if self.on_taken is not None:
            self.on_taken(Taken(self.name, who, now))
        return None

    def recall(self, taken: Iterable[Taken]) -> None:
        """What was counted before, in the order of time; of another name it is passed over."""
        for one in taken:
            if self.most and one.what == self.name:
                self._count(one.person_id, one.at)

    def _count(self, who: int, at: datetime) -> None:
        self._times.setdefault(who, deque(maxlen=self.most)).append(at)


class Echo:
    """Whether somebody wrote the very same a moment ago: a hint alone, the store has the last word."""

    def __init__(self, within: timedelta = timedelta()) -> None:
        self.within = within
        self._last: dict[int, deque[tuple[int, datetime]]] = {}

    def again(self, who: int, text: str, now: datetime) -> bool:
        """True for a copy; the text is remembered as a number only."""
        if not text or not self.within:
            return False
        if len(self._last) >= MANY:
            self._last.clear()
        before = self._last.setdefault(who, deque(maxlen=20))
        mark = hash(text)
        found = any(one == mark and at > now - self.within for one, at in before)
        before.append((mark, now))
        return found
