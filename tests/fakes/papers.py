"""``mediation.model.records.Papers`` in memory."""

from typing import Any

from mediation.errors import NotFound
from mediation.model.procedure.paper import Kind, Paper, demand_signature, digest
from mediation.model.procedure.sent_paper import SentPaper
from tests.fakes.clock import Clock


class FakePapers:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.drafts: dict[tuple[str, Kind], dict[str, Any]] = {}
        self.kept: dict[int, SentPaper] = {}

    def draft(self, number: str, kind: Kind, told: dict[str, Any]) -> None:
        self.drafts[number, kind] = told

    def drafted(self, number: str, kind: Kind) -> dict[str, Any] | None:
        return self.drafts.get((number, kind))

    def add(self, number: str, paper: Paper, sent_by: int) -> SentPaper:
        demand_signature(paper)
        self.drafts.pop((number, paper.kind), None)
        new = len(self.kept) + 1
        self.kept[new] = SentPaper(new, number, paper, digest(paper), sent_by, self._clock())
        return self.kept[new]

    def get(self, paper_id: int) -> SentPaper:
        if paper_id not in self.kept:
            raise NotFound
        return self.kept[paper_id]

    def of_case(self, number: str) -> list[SentPaper]:
        return [one for one in self.kept.values() if one.case_number == number]
