"""The formal procedure: one matter for each case, and its deadlines; every deadline is a row of its own."""

from typing import Any

from sqlalchemy import JSON, Index, text
from sqlmodel import Field, SQLModel

from mediation.deadlines.record import DeadlineRecord
from mediation.model.procedure.matter import Matter


class MatterRow(Matter, SQLModel, table=True):
    """``mediation.model.procedure.matter.Matter``; what it holds several of is JSON."""

    __tablename__ = "matters"
    __table_args__ = (Index("ix_matters_state", "state", "received_on"),)
    number: str = Field(primary_key=True)
    decided_by: list[int] = Field(default_factory=list, sa_type=JSON)  # type: ignore[assignment]
    promises: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)  # type: ignore[assignment]
    agreed: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)  # type: ignore[assignment]
    about: list[str] = Field(default_factory=list, sa_type=JSON)  # type: ignore[assignment]
    named: list[int] = Field(default_factory=list, sa_type=JSON)  # type: ignore[assignment]
    sealed: str | None = None


class DeadlineRow(DeadlineRecord, SQLModel, table=True):
    """``mediation.deadlines.record.DeadlineRecord``. The scheduler finds what is due by an index of what
    runs.
    """

    __tablename__ = "deadlines"
    __table_args__ = (
        Index(
            "ix_deadlines_next",
            "next_at",
            sqlite_where=text("stopped IS NULL"),
            postgresql_where=text("stopped IS NULL"),
        ),
        Index("ix_deadlines_case", "case_number"),
    )
    id: int | None = Field(default=None, primary_key=True)  # type: ignore[assignment]
    paused: list[list[str | None]] = Field(default_factory=list, sa_type=JSON)
    extended: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    warned: list[str] = Field(default_factory=list, sa_type=JSON)
