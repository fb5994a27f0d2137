"""Post that comes in and post that goes out."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index
from sqlmodel import Field, SQLModel


class InboxRow(SQLModel, table=True):
    """An update that Telegram was told we have; ``outcome`` is what its effect returned, kept with it."""

    __tablename__ = "inbox"
    __table_args__ = (Index("ix_inbox_open", "bot", "done_at"),)
    bot: int = Field(sa_type=BigInteger, primary_key=True)
    update_id: int = Field(sa_type=BigInteger, primary_key=True)
    payload: str
    received_at: datetime
    outcome: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    done_at: datetime | None = None
    reference: str | None = None
    sealed: str | None = None


class OutboxRow(SQLModel, table=True):
    """A notice. ``state``: waiting, sent, failed, unreachable or stopped; ``lane`` 1 is for campaigns."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_due", "state", "lane", "not_before", "id"),
        Index("ix_outbox_key", "key"),
    )
    id: int | None = Field(default=None, primary_key=True)
    bot: int = Field(sa_type=BigInteger)
    person_id: int | None = None
    kind: str
    case_number: str | None = None
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    key: str | None = None
    lane: int = 0
    state: str = "waiting"
    not_before: datetime
    attempts: int = 0
    revision: int = 0
    posted_at: datetime
    finished_at: datetime | None = None
    error: str | None = None
    sealed: str | None = None
