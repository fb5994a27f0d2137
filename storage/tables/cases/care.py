"""Care by consent: what a person agreed to, and what was written about it; they see all of it."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from mediation.model.care import Agreement, CareNote


class CareRow(Agreement, SQLModel, table=True):
    """``mediation.model.care.Agreement``."""

    __tablename__ = "care_agreements"
    __table_args__ = (Index("ix_care_due", "state", "next_at"),)
    id: int | None = Field(default=None, primary_key=True)  # type: ignore[assignment]
    person_id: int = Field(index=True)


class CareNoteRow(CareNote, SQLModel, table=True):
    """``mediation.model.care.CareNote``."""

    __tablename__ = "care_notes"
    id: int | None = Field(default=None, primary_key=True)  # type: ignore[assignment]
    care_id: int = Field(index=True)
    sealed: str | None = None
