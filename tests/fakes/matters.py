"""``mediation.model.records.Matters`` and ``Deadlines`` in memory."""

from datetime import datetime

from mediation.deadlines.record import DeadlineRecord
from mediation.errors import NotFound, Stale
from mediation.model.procedure.matter import Matter


class FakeMatters:
    def __init__(self) -> None:
        self.kept: dict[str, Matter] = {}

    def get(self, number: str) -> Matter:
        if number not in self.kept:
            raise NotFound
        return self.kept[number].model_copy()

    def add(self, matter: Matter) -> None:
        assert matter.number not in self.kept
        self.kept[matter.number] = matter.model_copy()

    def save(self, matter: Matter) -> None:
        if self.kept[matter.number].version != matter.version:
            raise Stale
        matter.version += 1
        self.kept[matter.number] = matter.model_copy()


class FakeDeadlines:
    def __init__(self) -> None:
        self.kept: dict[int, DeadlineRecord] = {}

    def add(self, deadline: DeadlineRecord) -> None:
        new = len(self.kept) + 1
        self.kept[new] = deadline.model_copy(update={"id": new}, deep=True)

    def save(self, deadline: DeadlineRecord) -> None:
        if self.kept[deadline.id].version != deadline.version:
            raise Stale
        deadline.version += 1
        self.kept[deadline.id] = deadline.model_copy(deep=True)

    def of_case(self, number: str) -> list[DeadlineRecord]:
        return [one.model_copy(deep=True) for one in self.kept.values() if one.case_number == number]

    def due(self, now: datetime, limit: int) -> list[DeadlineRecord]:
        ready = [
            (one.next_at, one) for one in self._waiting() if one.next_at is not None and one.next_at <= now
        ]
        return [one.model_copy(deep=True) for _, one in sorted(ready, key=lambda two: (two[0], two[1].id))][
            :limit
        ]

    def next_due(self) -> datetime | None:
        return min((one.next_at for one in self._waiting() if one.next_at is not None), default=None)

    def _waiting(self) -> list[DeadlineRecord]:
        return [one for one in self.kept.values() if one.stopped is None]
