"""The crisis line: calls, what was written until somebody let go, and who is on call."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from mediation.crisis.calls import Call, Shift


class CallRow(Call, SQLModel, table=True):
    """``mediation.crisis.calls.Call``; found by person and by responder while it is open."""

    __tablename__ = "crisis_calls"
    id: int | None = Field(default=None, primary_key=True)  # type: ignore[assignment]
    person_id: int | None = Field(default=None, index=True)
    responder_id: int | None = Field(default=None, index=True)


class CallWordsRow(SQLModel, table=True):
    """A message on the line, until the line is left."""

    __tablename__ = "crisis_words"
    call_id: int = Field(primary_key=True)
    place: int = Field(primary_key=True)
    content: dict[str, Any] = Field(sa_type=JSON)
    sealed: str | None = None


class ShiftRow(Shift, SQLModel, table=True):
    """``mediation.crisis.calls.Shift``."""

    __tablename__ = "duty_shifts"
    id: int | None = Field(default=None, primary_key=True)
    ends: datetime = Field(index=True)
