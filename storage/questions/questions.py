"""Questions without an answer and the cards made of them; nothing here leads from a question to a person,
but for the wishes to be told.
"""

from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from mediation.errors import Stale
from mediation.model.questions import AnswerDraft, AnsweredCard, Covered, OpenQuestion, QuestionEvent, Why
from storage.database.sql import insert_new, table
from storage.tables import AnsweredCardRow, QuestionEventRow, QuestionRow, QuestionWishRow

QUESTIONS = table(QuestionRow)
EVENTS = table(QuestionEventRow)
WISHES = table(QuestionWishRow)
CARDS = table(AnsweredCardRow)
FIELDS = [QUESTIONS.c[name] for name in OpenQuestion.model_fields]
OF_THE_STAFF = {*AnswerDraft.model_fields, "asked", "state", "taken_by", "taken_at", "writer_id"}
"""What ``save`` writes; what askings change in the meantime stays as it is."""

WAITING = QUESTIONS.c.state.in_(("open", "answered"))
TRIES = 3


class SqlQuestions:
    """See ``mediation.model.records.Questions``."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def note(self, text: str, asked: str, why: str, category: str | None) -> OpenQuestion:
        """Keep it, or count it up; ``wrong`` says more than ``nothing``, and a category more than none."""
        new = {"text": text, "asked": asked, "why": str(why), "category": category}
        moments = {"first_at": self._now, "last_at": self._now}
        for _ in range(TRIES):  # between the two statements it may have been answered
            if insert_new(self._connection, QuestionRow, **new, **moments, **_BLANK):
                return self._one(QUESTIONS.c.asked == asked)
            again: dict[str, Any] = {"times": QUESTIONS.c.times + 1, "last_at": self._now}
            again |= {"why": str(why)} if why == Why.WRONG else {}
            again |= {"category": func.coalesce(QUESTIONS.c.category, category)} if category else {}
            same = update(QUESTIONS).where(QUESTIONS.c.asked == asked)
            if self._connection.execute(same.values(**again)).rowcount:
                return self._one(QUESTIONS.c.asked == asked)
        raise Stale

    def find(self, question_id: int) -> OpenQuestion | None:
        """The question, or ``None``."""
        row = self._connection.execute(select(*FIELDS).where(QUESTIONS.c.id == question_id)).first()
        return _question(row) if row is not None else None

    def _one(self, which: ColumnElement[bool]) -> OpenQuestion:
        return _question(self._connection.execute(select(*FIELDS).where(which)).one())

    def save(self, question: OpenQuestion) -> None:
        """Only what the staff did; raises ``Stale``."""
        values = question.model_dump(include=OF_THE_STAFF) | {"version": question.version + 1}
        values["state"] = str(question.state)  # a driver may write an enumeration by its name
        mine = (QUESTIONS.c.id == question.id) & (QUESTIONS.c.version == question.version)
        if self._connection.execute(update(QUESTIONS).where(mine).values(**values)).rowcount != 1:
            raise Stale
        question.version += 1

    def waiting(self, limit: int, offset: int = 0) -> list[OpenQuestion]:
        """Open ones and drafts: most often asked first, then oldest."""
        order = (QUESTIONS.c.times.desc(), QUESTIONS.c.first_at, QUESTIONS.c.id)
        listed = select(*FIELDS).where(WAITING).order_by(*order).limit(limit).offset(offset)
        return [_question(row) for row in self._connection.execute(listed)]

    def log(self, question_id: int, event: QuestionEvent) -> None:
        """Add one line to the history."""
        self._connection.execute(insert(EVENTS).values(question_id=question_id, **event.model_dump()))

    def history(self, question_id: int) -> list[QuestionEvent]:
        """The history in order."""
        columns = [EVENTS.c[name] for name in QuestionEvent.model_fields]
        mine = select(*columns).where(EVENTS.c.question_id == question_id).order_by(EVENTS.c.id)
        return [QuestionEvent.model_construct(**row._mapping) for row in self._connection.execute(mine)]

    def add_wish(self, question_id: int, person_id: int) -> None:
        """This person wishes to be told."""
        insert_new(self._connection, QuestionWishRow, question_id=question_id, person_id=person_id)

    def forget_wish(self, question_id: int, person_id: int) -> None:
        """Not any more."""
        mine = (WISHES.c.question_id == question_id) & (WISHES.c.person_id == person_id)
        self._connection.execute(delete(WISHES).where(mine))

    def wishing(self, question_id: int) -> list[int]:
        """Who wishes to be told."""
        mine = select(WISHES.c.person_id).where(WISHES.c.question_id == question_id)
        return list(self._connection.scalars(mine.order_by(WISHES.c.person_id)))

    def forget_wishes(self, question_id: int) -> None:
        """Nobody waits for this question any more."""
        self._connection.execute(delete(WISHES).where(WISHES.c.question_id == question_id))

    def add_card(self, card: AnsweredCard, asked: str) -> None:
        """Keep the answer."""
        values = asdict(card) | {"questions": list(card.questions), "basis": list(card.basis)}
        self._connection.execute(insert(CARDS).values(asked=asked, **values))

    def end_cards(self, asked: str, last_day: date) -> None:
        """Earlier answers to the same question hold no longer than that day."""
        earlier = (CARDS.c.asked == asked) & (CARDS.c.until > last_day)
        self._connection.execute(update(CARDS).where(earlier).values(until=last_day))

    def cards(self, as_of: date) -> list[AnsweredCard]:
        """Answers that hold on that day, oldest first."""
        columns = [CARDS.c[field.name] for field in fields(AnsweredCard)]
        valid = select(*columns).where(_holds(as_of)).order_by(CARDS.c.checked, CARDS.c.key)
        return [_card(dict(row._mapping)) for row in self._connection.execute(valid)]

    def version(self) -> int:
        """How many cards were ever made: none changes unless another one comes."""
        return int(self._connection.scalar(select(func.count()).select_from(CARDS)) or 0)

    def coverage(self, as_of: date) -> list[Covered]:
        """For each category, answers that are not over on that day and questions that wait."""
        answered = self._counts(CARDS.c.category, CARDS.c.until >= as_of)
        waiting = self._counts(QUESTIONS.c.category, WAITING)
        categories = sorted(answered.keys() | waiting.keys(), key=lambda code: (code is None, code or ""))
        return [Covered(code, answered.get(code, 0), waiting.get(code, 0)) for code in categories]

    def _counts(self, column: Any, which: ColumnElement[bool]) -> dict[str | None, int]:
        rows = self._connection.execute(select(column, func.count()).where(which).group_by(column))
        return {code: int(count) for code, count in rows}


_BLANK: dict[str, Any] = {
    **AnswerDraft().model_dump(),
    "times": 1,
    "state": "open",
    "version": 0,
}
"""A question about which nothing has been written yet."""


def _holds(as_of: date) -> ColumnElement[bool]:
    return (CARDS.c.checked <= as_of) & (CARDS.c.until >= as_of)


def _question(row: Any) -> OpenQuestion:
    return OpenQuestion.model_construct(**row._mapping)


def _card(values: dict[str, Any]) -> AnsweredCard:
    return AnsweredCard(**values | {"questions": tuple(values["questions"]), "basis": tuple(values["basis"])})
