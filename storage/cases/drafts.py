"""Half-told concerns; they survive a restart and can be thrown away."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy import Connection, RowMapping, delete, func, select, update

from mediation.model.cases.content import Content, Place
from storage.database.sql import insert_new, table
from storage.tables import DraftPartRow, DraftRow
from storage.vault.hidden_columns import DRAFT, DRAFT_PART
from storage.vault.vault import Vault

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

    def __init__(self, connection: Connection, now: datetime, vault: Vault) -> None:
        self._connection = connection
        self._now = now
        self._vault = vault

    def get(self, person_id: int) -> Draft | None:
        """The draft with all its parts in order."""
        row = self._connection.execute(select(DRAFTS).where(DRAFTS.c.person_id == person_id)).first()
        if row is None:
            return None
        rows = self._connection.execute(
            select(PARTS).where(PARTS.c.person_id == person_id).order_by(PARTS.c.id)
        )
        values = {name: row._mapping[name] for name in Draft.model_fields if name != "parts"}
        values |= DRAFT.decrypt(self._vault, row._mapping)
        return Draft(**values, parts=[self._part(r._mapping) for r in rows])

    def _part(self, row: RowMapping) -> tuple[Content, Place]:
        hidden = DRAFT_PART.decrypt(self._vault, row)
        place = Place(bot=row["bot"], chat=hidden["chat"], message=row["message"])
        return Content.model_validate(hidden["content"]), place

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
        if not self._rewrite(person_id, content, place, older_only=True):
            values = self._part_values(content, place)
            insert_new(self._connection, DraftPartRow, person_id=person_id, **values)
        return self.count(person_id)

    def _part_values(self, content: Content, place: Place) -> dict[str, Any]:
        key = {"bot": place.bot, "message": place.message}
        hidden = {"content": content.model_dump(), "chat": place.chat}
        return key | DRAFT_PART.encrypt(self._vault, key, hidden)

    def edit_part(self, person_id: int, content: Content, place: Place) -> bool:
        """The person edited a message of the story; False when it is not one."""
        return self._rewrite(person_id, content, place)

    def _rewrite(self, person_id: int, content: Content, place: Place, older_only: bool = False) -> bool:
        chats = self._vault.chats(place.chat)[1:] if older_only else self._vault.chats(place.chat)
        if not chats:
            return False
        mine = (PARTS.c.person_id == person_id) & (PARTS.c.bot == place.bot)
        there = mine & PARTS.c.chat.in_(chats) & (PARTS.c.message == place.message)
        values = self._part_values(content, place)
        return self._connection.execute(update(PARTS).where(there).values(**values)).rowcount == 1

    def remove_part(self, person_id: int, place: Place) -> bool:
        """Take one message out of the story; False when it is not one."""
        mine = (PARTS.c.person_id == person_id) & (PARTS.c.bot == place.bot)
        there = mine & PARTS.c.chat.in_(self._vault.chats(place.chat)) & (PARTS.c.message == place.message)
        return self._connection.execute(delete(PARTS).where(there)).rowcount == 1

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
        mine = DRAFTS.c.person_id == person_id
        if values.keys() & DRAFT.blanks.keys():
            row = self._connection.execute(select(DRAFTS).where(mine).with_for_update()).one()
            hidden = DRAFT.decrypt(self._vault, row._mapping)
            hidden |= {name: values[name] for name in hidden.keys() & values.keys()}
            values |= DRAFT.encrypt(self._vault, {"person_id": person_id}, hidden)
        self._connection.execute(update(DRAFTS).where(mine).values(**values, changed_at=self._now))

    def throw_away(self, person_id: int) -> None:
        """Delete it with all its parts."""
        self.clear_parts(person_id)
        self._connection.execute(delete(DRAFTS).where(DRAFTS.c.person_id == person_id))
