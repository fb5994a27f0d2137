"""Persons apart from cases: their chats, their place on the roster, where they are in a conversation."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from mediation.model.cases.case import StaffMember


class PersonRow(SQLModel, table=True):
    """Somebody who writes to us or works here."""

    __tablename__ = "persons"
    id: int | None = Field(default=None, primary_key=True)
    language: str = "zh-CN"
    created_at: datetime


class ContactRow(SQLModel, table=True):
    """How a person is reached through one bot. ``chat`` is keyed where ``sealed`` holds the real one."""

    __tablename__ = "contacts"
    __table_args__ = (UniqueConstraint("bot", "chat"),)
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(index=True)
    bot: int = Field(sa_type=BigInteger)
    chat: int = Field(sa_type=BigInteger)
    blocked_at: datetime | None = None
    sealed: str | None = None


class StaffRow(StaffMember, SQLModel, table=True):
    """The roster."""

    __tablename__ = "staff"
    person_id: int = Field(primary_key=True)


class SeatRow(SQLModel, table=True):
    """The case that a person is talking in right now; losing it loses no fact."""

    __tablename__ = "seats"
    person_id: int = Field(primary_key=True)
    case_number: str | None = None


class DialogStateRow(SQLModel, table=True):
    """Where a person is in a conversation, as the dialog library keeps it."""

    __tablename__ = "dialog_states"
    key: str = Field(primary_key=True)
    state: str | None = None
    data: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    changed_at: datetime | None = None
    sealed: str | None = None


class AttemptRow(SQLModel, table=True):
    """A try that is limited per hour, such as a receipt code."""

    __tablename__ = "attempts"
    __table_args__ = (Index("ix_attempts", "person_id", "what", "at"),)
    id: int | None = Field(default=None, primary_key=True)
    person_id: int
    what: str
    at: datetime
