"""Campaigns of the legal-awareness team: who opted in, what was sent to whom."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class SubscriptionRow(SQLModel, table=True):
    """Somebody who asked for campaign messages with /subscribe."""

    __tablename__ = "subscriptions"
    person_id: int = Field(primary_key=True)
    since: datetime


class CampaignRow(SQLModel, table=True):
    """A campaign. ``state``: running, stopped or done."""

    __tablename__ = "campaigns"
    id: str = Field(primary_key=True)
    title: str
    text: str
    button_text: str | None = None
    button_url: str | None = None
    state: str = "running"
    started_at: datetime


class RecipientRow(SQLModel, table=True):
    """The ledger, one row a recipient. ``state``: waiting, sent, failed, unreachable, stopped or left."""

    __tablename__ = "campaign_recipients"
    __table_args__ = (Index("ix_recipients_state", "campaign_id", "state"),)
    campaign_id: str = Field(primary_key=True)
    person_id: int = Field(primary_key=True)
    state: str = "waiting"
    finished_at: datetime | None = None
