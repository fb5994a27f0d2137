"""``mediation.model.records.Audit`` in memory; a line has its number at once."""

from mediation.audit.log import AuditLine, chained, entry
from mediation.model.cases.case import Fact
from tests.fakes.clock import Clock


class FakeAudit:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.lines: list[AuditLine] = []

    def __deepcopy__(self, memo: object) -> "FakeAudit":
        twin = FakeAudit(self._clock)
        twin.lines = list(self.lines)
        return twin

    def write(self, act: str, subject: str, actor: int | None, /, **facts: Fact) -> None:
        new = entry(self._clock(), act, subject, actor, facts)
        self.lines.append(chained(new, self.lines[-1] if self.lines else None))
