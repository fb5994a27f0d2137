"""Documents of cases: drafts are replaced, what was sent stays as it was."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from mediation.errors import NotFound
from mediation.model.procedure.paper import Kind, Paper, canonical, demand_signature, digest, read_back
from mediation.model.procedure.sent_paper import PaperChanged, SentPaper
from storage.database.sql import insert_row, put, table
from storage.tables import PaperDraftRow, PaperRow
from storage.vault.hidden_columns import PAPER, PAPER_DRAFT
from storage.vault.vault import Vault

DRAFTS = table(PaperDraftRow)
PAPERS = table(PaperRow)


class SqlPapers:
    """See ``mediation.model.records.Papers``."""

    def __init__(self, connection: Connection, now: datetime, vault: Vault) -> None:
        self._connection = connection
        self._now = now
        self._vault = vault

    def draft(self, number: str, kind: Kind, told: dict[str, Any]) -> None:
        """Keep what a paper is to say in place of an earlier draft of its kind."""
        key = {"case_number": number, "kind": kind.value}
        put(self._connection, PaperDraftRow, key, **PAPER_DRAFT.encrypt(self._vault, key, {"told": told}))

    def drafted(self, number: str, kind: Kind) -> dict[str, Any] | None:
        """What the draft of this kind is to say."""
        row = self._connection.execute(select(DRAFTS).where(self._draft(number, kind))).first()
        if row is None:
            return None
        told: dict[str, Any] = PAPER_DRAFT.decrypt(self._vault, row._mapping)["told"]
        return told

    def add(self, number: str, paper: Paper, sent_by: int) -> SentPaper:
        """Keep what was signed; its draft is gone. Raises ``NotSigned``."""
        demand_signature(paper)
        self._connection.execute(delete(DRAFTS).where(self._draft(number, paper.kind)))
        found = digest(paper)
        key = {"case_number": number, "digest": found}
        hidden = PAPER.encrypt(self._vault, key, {"paper": canonical(paper)})
        new = insert_row(self._connection, PaperRow, **key, **hidden, sent_by=sent_by, sent_at=self._now)
        return SentPaper(new, number, paper, found, sent_by, self._now)

    def get(self, paper_id: int) -> SentPaper:
        """One of them; raises ``NotFound`` and ``PaperChanged``."""
        row = self._connection.execute(select(PAPERS).where(PAPERS.c.id == paper_id)).first()
        if row is None:
            raise NotFound
        return self._sent(row)

    def of_case(self, number: str) -> list[SentPaper]:
        """What was sent in a case, in order."""
        rows = self._connection.execute(
            select(PAPERS).where(PAPERS.c.case_number == number).order_by(PAPERS.c.id)
        )
        return [self._sent(row) for row in rows]

    def _sent(self, row: Any) -> SentPaper:
        paper = read_back(PAPER.decrypt(self._vault, row._mapping)["paper"])
        if digest(paper) != row.digest:
            raise PaperChanged(row.id)
        return SentPaper(row.id, row.case_number, paper, row.digest, row.sent_by, row.sent_at)

    @staticmethod
    def _draft(number: str, kind: Kind) -> Any:
        return (DRAFTS.c.case_number == number) & (DRAFTS.c.kind == kind.value)
