"""What was said, where each copy of it stands, and what is still only half told."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel


class SaidRow(SQLModel, table=True):
    """One message of a case. ``privacy`` is public, internal or privileged."""

    __tablename__ = "said"
    id: int | None = Field(default=None, primary_key=True)
    case_number: str = Field(index=True)
    author_id: int
    author_role: str
    privacy: str
    kind: str
    text: str
    entities: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    file: str | None = None
    file_name: str | None = None
    album: str | None = None
    risk: str = ""
    size: int | None = Field(default=None, sa_type=BigInteger)
    reply_to: int | None = None
    said_at: datetime
    sealed: str | None = None


class SaidVersionRow(SQLModel, table=True):
    """The wording before an edit."""

    __tablename__ = "said_versions"
    id: int | None = Field(default=None, primary_key=True)
    said_id: int = Field(index=True)
    text: str
    entities: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    replaced_at: datetime
    sealed: str | None = None


class PlacementRow(SQLModel, table=True):
    """Which message of which chat shows what, original or copy. Ids of chats collide, hence all three."""

    __tablename__ = "placements"
    __table_args__ = (Index("ix_placements_case", "case_number", "chat"),)
    bot: int = Field(sa_type=BigInteger, primary_key=True)
    chat: int = Field(sa_type=BigInteger, primary_key=True)
    message: int = Field(sa_type=BigInteger, primary_key=True)
    case_number: str
    said_id: int | None = Field(default=None, index=True)


class DraftRow(SQLModel, table=True):
    """A concern that is being told; nothing of it is filed."""

    __tablename__ = "drafts"
    person_id: int = Field(primary_key=True)
    account: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    categories: list[str] = Field(default_factory=list, sa_type=JSON)
    wish: str | None = None
    named: bool | None = None
    name: str | None = None
    started_at: datetime
    changed_at: datetime
    sealed: str | None = None


class DraftPartRow(SQLModel, table=True):
    """One message of a draft; the same message never counts twice."""

    __tablename__ = "draft_parts"
    __table_args__ = (UniqueConstraint("bot", "chat", "message"),)
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(index=True)
    bot: int = Field(sa_type=BigInteger)
    chat: int = Field(sa_type=BigInteger)
    message: int = Field(sa_type=BigInteger)
    content: dict[str, Any] = Field(sa_type=JSON)
    sealed: str | None = None
