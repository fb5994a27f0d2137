"""The organisation as it was imported last; see ``mediation.model.organisation`` for what the fields mean."""

from datetime import date

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, SQLModel


class OrgUnitRow(SQLModel, table=True):
    """``mediation.model.organisation.Unit``."""

    __tablename__ = "org_units"
    key: str = Field(primary_key=True)
    name: str
    parent: str | None = None
    head: str | None = None


class OrgDepartmentRow(SQLModel, table=True):
    """``mediation.model.organisation.Department``."""

    __tablename__ = "org_departments"
    key: str = Field(primary_key=True)
    unit: str
    name: str
    kind: str
    duties: list[str] = Field(default_factory=list, sa_type=JSON)
    words: list[str] = Field(default_factory=list, sa_type=JSON)


class OrgPersonRow(SQLModel, table=True):
    """``mediation.model.organisation.Person`` without the roles."""

    __tablename__ = "org_people"
    key: str = Field(primary_key=True)
    name: str
    unit: str
    department: str | None = None
    reports_to: str | None = None
    telegram: int | None = Field(default=None, sa_type=BigInteger, unique=True)


class OrgRoleRow(SQLModel, table=True):
    """``mediation.model.organisation.Held``; ``department`` is empty for a role that is held for no
    department.
    """

    __tablename__ = "org_roles"
    person: str = Field(primary_key=True)
    role: str = Field(primary_key=True)
    first: date = Field(primary_key=True)
    last: date = Field(primary_key=True)
    department: str = Field(default="", primary_key=True)
