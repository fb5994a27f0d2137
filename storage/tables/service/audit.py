"""The audit; the database itself refuses to change or delete a line (migration 0004)."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from mediation.audit.log import AuditLine


class AuditRow(AuditLine, SQLModel, table=True):
    """One line, stored as it is hashed: ``at`` and ``facts`` are texts, so that no driver reads them anew."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_subject", "subject", "number"),)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
