"""Cases, their history, their clocks, their cards; the name an owner gave is kept apart."""

from datetime import datetime

from sqlalchemy import JSON, BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from mediation.model.cases.case import CaseFields, Event


class CaseRow(CaseFields, SQLModel, table=True):
    """A case with the answers of its intake and the salted hash of its receipt code."""

    __tablename__ = "cases"
    __table_args__ = (
        Index("ix_cases_owner", "owner_id", "filed_at"),
        Index("ix_cases_handler", "handler_id", "filed_at"),
        Index("ix_cases_second", "second_id"),
        Index("ix_cases_state", "state", "filed_at"),
    )
    number: str = Field(primary_key=True)
    account: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    code_hash: str | None = None
    sealed_account: str | None = None
    sealed_words: str | None = None


class EventRow(Event, SQLModel, table=True):
    """One line of a history; written once."""

    __tablename__ = "case_events"
    id: int | None = Field(default=None, primary_key=True)
    case_number: str = Field(index=True)
    sealed: str | None = None


class IdentityRow(SQLModel, table=True):
    """The name that an owner chose to give."""

    __tablename__ = "identities"
    case_number: str = Field(primary_key=True)
    name: str
    sealed: str | None = None


class ClockRow(SQLModel, table=True):
    """A deadline: what for, on what basis, since when, until when."""

    __tablename__ = "clocks"
    __table_args__ = (UniqueConstraint("case_number", "kind"),)
    id: int | None = Field(default=None, primary_key=True)
    case_number: str
    kind: str
    basis: str
    started_at: datetime
    due_at: datetime = Field(index=True)


class CardRow(SQLModel, table=True):
    """Where the one card of a case stands in the group."""

    __tablename__ = "cards"
    case_number: str = Field(primary_key=True)
    bot: int = Field(sa_type=BigInteger)
    chat: int = Field(sa_type=BigInteger)
    message: int = Field(sa_type=BigInteger)
