"""Half-told concerns; they survive a restart and can be thrown away."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy import Connection, delete, func, select, update

from mediation.content import Content, Place
from storage.sql import insert_new, table
from storage.tables import DraftPartRow, DraftRow

DRAFTS = table(DraftRow)
PARTS = table(DraftPartRow)


class Draft(BaseModel):
    """A half-told concern; ``None`` means not yet asked."""

    account: dict[str, str] = {}
    categories: list[str] = []
    wish: str | None = None
    named: bool | None = None
    name: str | None = None
    started_at: datetime
    changed_at: datetime
    parts: list[tuple[Content, Place]] = []

    @property
    def text(self) -> str:
        """All the words told so far."""
        return "\n".join(content.text for content, _ in self.parts if content.text)


class SqlDrafts:
    """At most one draft for each person."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def get(self, person_id: int) -> Draft | None:
        """The draft with all its parts in order."""
        row = self._connection.execute(select(DRAFTS).where(DRAFTS.c.person_id == person_id)).first()
        if row is None:
            return None
        rows = self._connection.execute(
            select(PARTS).where(PARTS.c.person_id == person_id).order_by(PARTS.c.id)
        )
        parts = [
            (Content.model_validate(r.content), Place(bot=r.bot, chat=r.chat, message=r.message))
            for r in rows
        ]
        return Draft(**{k: v for k, v in row._mapping.items() if k != "person_id"}, parts=parts)

    def start(self, person_id: int) -> None:
        """Begin one; an existing draft stays as it is."""
        insert_new(
            self._connection,
            DraftRow,
            person_id=person_id,
            account={},
            categories=[],
            started_at=self._now,
            changed_at=self._now,
        )

    def add_part(self, person_id: int, content: Content, place: Place) -> int:
        """Keep one message of the story; returns how many there are now."""
        self.start(person_id)
        insert_new(
            self._connection,
            DraftPartRow,
            person_id=person_id,
            content=content.model_dump(),
            **place.model_dump(),
        )
        return self.count(person_id)

    def edit_part(self, person_id: int, content: Content, place: Place) -> bool:
        """The person edited a message of the story; False when it is not one."""
        where = (
            (PARTS.c.person_id == person_id)
            & (PARTS.c.bot == place.bot)
            & (PARTS.c.chat == place.chat)
            & (PARTS.c.message == place.message)
        )
        result = self._connection.execute(update(PARTS).where(where).values(content=content.model_dump()))
        return result.rowcount == 1

    def clear_parts(self, person_id: int) -> None:
        """Tell the story anew."""
        self._connection.execute(delete(PARTS).where(PARTS.c.person_id == person_id))

    def count(self, person_id: int) -> int:
        """How many messages the story has."""
        counted = select(func.count()).select_from(PARTS).where(PARTS.c.person_id == person_id)
        return int(self._connection.scalar(counted) or 0)

    def change(self, person_id: int, **values: Any) -> None:
        """Keep an answer: any of ``account``, ``categories``, ``wish``, ``named``, ``name``."""
        self.start(person_id)
        mine = update(DRAFTS).where(DRAFTS.c.person_id == person_id)
        self._connection.execute(mine.values(**values, changed_at=self._now))

    def throw_away(self, person_id: int) -> None:
        """Delete it with all its parts."""
        self.clear_parts(person_id)
        self._connection.execute(delete(DRAFTS).where(DRAFTS.c.person_id == person_id))
