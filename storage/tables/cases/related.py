"""Links between cases, and joint matters with who signed them and who comes for all."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from mediation.model.joint import JointMatter
from mediation.model.links import CaseLink


class CaseLinkRow(CaseLink, SQLModel, table=True):
    """``mediation.model.links.CaseLink``; read from either end."""

    __tablename__ = "case_links"
    number: str = Field(primary_key=True)
    other: str = Field(primary_key=True, index=True)
    kind: str = Field(primary_key=True)  # type: ignore[assignment]


class JointRow(JointMatter, SQLModel, table=True):
    """``mediation.model.joint.JointMatter``."""

    __tablename__ = "joint_matters"
    number: str = Field(primary_key=True)
    code: str = Field(unique=True)


class SignatureRow(SQLModel, table=True):
    """Somebody who has signed; the row goes when they take it back."""

    __tablename__ = "signatures"
    case_number: str = Field(primary_key=True)
    person_id: int = Field(primary_key=True, index=True)
    at: datetime


class RepresentativeRow(SQLModel, table=True):
    """Somebody who comes to a visit for all who signed."""

    __tablename__ = "representatives"
    case_number: str = Field(primary_key=True)
    person_id: int = Field(primary_key=True)
