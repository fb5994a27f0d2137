"""Questions without an answer, the answers of the house, and apart from both who wished to be told."""

from datetime import date

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from mediation.model.questions import OpenQuestion, QuestionEvent


class QuestionRow(OpenQuestion, SQLModel, table=True):
    """A question without the person who asked it. ``state``: open, answered, approved or dismissed."""

    __tablename__ = "questions"
    __table_args__ = (Index("ix_questions_state", "state", "times", "first_at"),)
    id: int | None = Field(default=None, primary_key=True)  # type: ignore[assignment]
    asked: str | None = Field(default=None, unique=True)
    basis: list[str] = Field(default_factory=list, sa_type=JSON)


class QuestionEventRow(QuestionEvent, SQLModel, table=True):
    """One line of a question's history; written once."""

    __tablename__ = "question_events"
    id: int | None = Field(default=None, primary_key=True)
    question_id: int = Field(index=True)


class QuestionWishRow(SQLModel, table=True):
    """Somebody who wished to be told; deleted when they have been, or when there is nothing to tell."""

    __tablename__ = "question_wishes"
    question_id: int = Field(primary_key=True)
    person_id: int = Field(primary_key=True)


class AnsweredCardRow(SQLModel, table=True):
    """``mediation.model.questions.AnsweredCard``, with the normalised question that it answers."""

    __tablename__ = "answered_cards"
    key: str = Field(primary_key=True)
    asked: str = Field(index=True)
    title: str
    questions: list[str] = Field(default_factory=list, sa_type=JSON)
    category: str | None = None
    answer: str
    basis: list[str] = Field(default_factory=list, sa_type=JSON)
    document: str = ""
    owner_id: int
    approved_by: int
    checked: date
    until: date = Field(index=True)
