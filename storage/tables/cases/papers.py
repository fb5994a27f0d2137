"""Documents of cases: drafts, and what was sent. The database refuses to change a sent one."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class PaperDraftRow(SQLModel, table=True):
    """What a paper that waits for a signature is to say; one of a kind in a case."""

    __tablename__ = "paper_drafts"
    case_number: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    told: dict[str, Any] = Field(sa_type=JSON)
    sealed: str | None = None


class PaperRow(SQLModel, table=True):
    """``mediation.model.procedure.sent_paper.SentPaper``; ``paper`` is the canonical text that ``digest``
    is the hash of.
    """

    __tablename__ = "papers"
    id: int | None = Field(default=None, primary_key=True)
    case_number: str = Field(index=True)
    paper: str
    digest: str
    sent_by: int
    sent_at: datetime
    sealed: str | None = None
