"""Documents of cases: drafts are replaced, what was sent stays as it was."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from mediation.errors import NotFound
from mediation.papers.kept import PaperChanged, SentPaper
from mediation.papers.model import Kind, Paper, canonical, demand_signature, digest, read_back
from storage.sql import insert_row, put, table
from storage.tables import PaperDraftRow, PaperRow

DRAFTS = table(PaperDraftRow)
PAPERS = table(PaperRow)


class SqlPapers:
    """See ``mediation.records.Papers``."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def draft(self, number: str, kind: Kind, told: dict[str, Any]) -> None:
        """Keep what a paper is to say in place of an earlier draft of its kind."""
        put(self._connection, PaperDraftRow, {"case_number": number, "kind": kind.value}, told=told)

    def drafted(self, number: str, kind: Kind) -> dict[str, Any] | None:
        """What the draft of this kind is to say."""
        return self._connection.scalar(select(DRAFTS.c.told).where(self._draft(number, kind)))

    def add(self, number: str, paper: Paper, sent_by: int) -> SentPaper:
        """Keep what was signed; its draft is gone. Raises ``NotSigned``."""
        demand_signature(paper)
        self._connection.execute(delete(DRAFTS).where(self._draft(number, paper.kind)))
        found = digest(paper)
        new = insert_row(
            self._connection, PaperRow, case_number=number, paper=canonical(paper), digest=found,
            sent_by=sent_by, sent_at=self._now,
        )  # fmt: skip
        return SentPaper(new, number, paper, found, sent_by, self._now)

    def get(self, paper_id: int) -> SentPaper:
        """One of them; raises ``NotFound`` and ``PaperChanged``."""
        row = self._connection.execute(select(PAPERS).where(PAPERS.c.id == paper_id)).first()
        if row is None:
            raise NotFound
        return _sent(row)

    def of_case(self, number: str) -> list[SentPaper]:
        """What was sent in a case, in order."""
        rows = self._connection.execute(
            select(PAPERS).where(PAPERS.c.case_number == number).order_by(PAPERS.c.id)
        )
        return [_sent(row) for row in rows]

    @staticmethod
    def _draft(number: str, kind: Kind) -> Any:
        return (DRAFTS.c.case_number == number) & (DRAFTS.c.kind == kind.value)


def _sent(row: Any) -> SentPaper:
    paper = read_back(row.paper)
    if digest(paper) != row.digest:
        raise PaperChanged(row.id)
    return SentPaper(row.id, row.case_number, paper, row.digest, row.sent_by, row.sent_at)
