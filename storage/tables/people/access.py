"""Roles that were asked for and granted, and the codes of the first administrators (hashes only)."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from mediation.access.grants import Grant


class GrantRow(Grant, SQLModel, table=True):
    """``mediation.access.grants.Grant``."""

    __tablename__ = "role_grants"
    id: int | None = Field(default=None, primary_key=True)  # type: ignore[assignment]
    person_id: int = Field(index=True)
    next_at: datetime | None = Field(default=None, index=True)


class AdminCodeRow(SQLModel, table=True):
    """A one-time code: its salted hash, for whom it is, until when it is good."""

    __tablename__ = "admin_codes"
    id: int | None = Field(default=None, primary_key=True)
    hashed: str
    name: str
    until: datetime
    used_at: datetime | None = None
