"""What people agreed to, what must not be deleted yet, and what is left of a case once it is deleted."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from mediation.model.consents import Consent
from mediation.model.retention import Hold


class ConsentRow(Consent, SQLModel, table=True):
    """``mediation.model.consents.Consent``; the row stays when it is withdrawn."""

    __tablename__ = "consents"
    id: int | None = Field(default=None, primary_key=True)
    case_number: str = Field(index=True)


class ComplaintRow(SQLModel, table=True):
    """A complaint about the service, and what a supervisor answered; joined to no case and no rating."""

    __tablename__ = "service_complaints"
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(index=True)
    text: str
    answer: str = ""
    filed_at: datetime
    answered_at: datetime | None = None
    answered_by: int | None = None
    sealed: str | None = None


class HoldRow(Hold, SQLModel, table=True):
    """``mediation.model.retention.Hold``; the row stays when it is released, until the case goes."""

    __tablename__ = "case_holds"
    id: int | None = Field(default=None, primary_key=True)
    case_number: str = Field(index=True)
    sealed: str | None = None


class ErasedRow(SQLModel, table=True):
    """The number of a case that was deleted, so that nobody gets it again. ``by``: owner or retention."""

    __tablename__ = "erased_cases"
    number: str = Field(primary_key=True)
    by: str
    at: datetime


class StatisticRow(SQLModel, table=True):
    """A deleted case as a figure: no number, no person. ``month`` is that of filing, ``days`` to its end."""

    __tablename__ = "case_statistics"
    id: int | None = Field(default=None, primary_key=True)
    month: str = Field(index=True)
    category: str
    state: str
    days: int | None = None
