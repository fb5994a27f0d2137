"""Who asked to see the name behind an alias, who decided, who looked; the name itself is never here."""

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from mediation.model.unmasking import Unmasking


class UnmaskingRow(Unmasking, SQLModel, table=True):
    """``mediation.model.unmasking.Unmasking``; ``due_at`` is its ``next_at``."""

    __tablename__ = "unmaskings"
    id: int | None = Field(default=None, primary_key=True)  # type: ignore[assignment]
    case_number: str | None = Field(default=None, index=True)
    call_id: int | None = Field(default=None, index=True)
    messages: list[int] = Field(default_factory=list, sa_type=JSON)
    due_at: datetime | None = Field(default=None, index=True)
    sealed: str | None = None
