"""What was said in a case, and where each copy of it stands."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from mediation.errors import NotFound
from mediation.model.cases.content import Content, Place, Privacy, Said
from storage.database.sql import insert_row, next_id, table
from storage.mail.message_map import SqlPlaces
from storage.tables import PlacementRow, SaidRow, SaidVersionRow
from storage.vault.hidden_columns import SAID as HIDDEN
from storage.vault.hidden_columns import SAID_BEFORE
from storage.vault.vault import Vault

SAID = table(SaidRow)
PLACES = table(PlacementRow)
VERSIONS = table(SaidVersionRow)
GET = select(SAID).where(SAID.c.id == bindparam("said_id"))
SPOKE_SINCE = (
    select(SAID.c.id)
    .where(
        SAID.c.case_number == bindparam("number"),
        SAID.c.author_role == "owner",
        SAID.c.id != bindparam("but"),
        SAID.c.said_at >= bindparam("since"),
    )
    .limit(1)
)
AT = (
    select(SAID)
    .join(PLACES, PLACES.c.said_id == SAID.c.id)
    .where(
        PLACES.c.bot == bindparam("bot"),
        PLACES.c.message == bindparam("message"),
    )
)
AT_ONE_CHAT = AT.where(PLACES.c.chat == bindparam("chat"))
AT_CHATS = AT.where(PLACES.c.chat.in_(bindparam("chats", expanding=True)))


class SqlTalk:
    """See ``mediation.model.records.Talk``."""

    def __init__(self, connection: Connection, now: datetime, vault: Vault) -> None:
        self._connection = connection
        self._now = now
        self._vault = vault

    def add(
        self,
        number: str,
        author_id: int,
        role: str,
        content: Content,
        privacy: Privacy,
        place: Place | None,
        reply_to: int | None = None,
    ) -> Said:
        """Keep it; the same place twice is the same message."""
        values = content.model_dump()
        if self._vault.hides:
            values["id"] = next_id(self._connection, SaidRow)
        values |= HIDDEN.encrypt(self._vault, values, {name: values[name] for name in HIDDEN.blanks})
        said_id = insert_row(
            self._connection,
            SaidRow,
            case_number=number,
            author_id=author_id,
            author_role=role,
            privacy=privacy.value,
            reply_to=reply_to,
            said_at=self._now,
            **values,
        )
        if place is not None and not SqlPlaces(self._connection, self._vault).put_new(place, number, said_id):
            self._connection.execute(delete(SAID).where(SAID.c.id == said_id))
            earlier = self.at(place)
            assert earlier is not None, "a place that is taken shows a message"
            return earlier
        return Said(
            id=said_id,
            case_number=number,
            author_id=author_id,
            author_role=role,
            privacy=privacy,
            content=content,
            reply_to=reply_to,
        )

    def get(self, said_id: int) -> Said:
        """One message; raises ``NotFound``."""
        row = self._connection.execute(GET, {"said_id": said_id}).first()
        if row is None:
            raise NotFound
        return self._said(row)

    def of_case(self, number: str) -> list[Said]:
        """In order."""
        rows = self._connection.execute(select(SAID).where(SAID.c.case_number == number).order_by(SAID.c.id))
        return [self._said(row) for row in rows]

    def at(self, place: Place) -> Said | None:
        """The message that stands there."""
        chats = self._vault.chats(place.chat)
        values: dict[str, Any] = {"bot": place.bot, "message": place.message}
        values |= {"chat": chats[0]} if len(chats) == 1 else {"chats": chats}
        row = self._connection.execute(AT_ONE_CHAT if len(chats) == 1 else AT_CHATS, values).first()
        return self._said(row) if row is not None else None

    def owner_spoke_since_handed(self, number: str, since: datetime | None, but: int) -> bool:
        """Whether the owner wrote anything, except that one message, since somebody took the case."""
        values = {"number": number, "but": but, "since": since or datetime.min.replace(tzinfo=UTC)}
        return self._connection.execute(SPOKE_SINCE, values).first() is not None

    def has_said(self, number: str, author_id: int, text: str, since: datetime, but: Place) -> bool:
        """Whether they said these very words in this case since then, in another message than ``but``."""
        mine = (SAID.c.case_number == number) & (SAID.c.author_id == author_id) & (SAID.c.said_at >= since)
        own = self.at(but)
        found = [self._said(row) for row in self._connection.execute(select(SAID).where(mine))]
        return any(
            one.content.text == text and one.content.file is None and (own is None or one.id != own.id)
            for one in found
        )

    def album_size(self, number: str, album: str) -> int:
        """How many pictures of an album have come so far."""
        counted = select(func.count()).select_from(SAID)
        return int(
            self._connection.scalar(counted.where(SAID.c.case_number == number, SAID.c.album == album)) or 0
        )

    def publish(self, said_id: int) -> bool:
        """Make it public; False when it is not internal (any more)."""
        internal = (SAID.c.id == said_id) & (SAID.c.privacy == Privacy.INTERNAL.value)
        values = {"privacy": Privacy.PUBLIC.value}
        return self._connection.execute(update(SAID).where(internal).values(**values)).rowcount == 1

    def rewrite(self, said_id: int, content: Content, at: datetime) -> None:
        """Keep the earlier wording, then replace it."""
        old = self.get(said_id).content
        before: dict[str, Any] = {"said_id": said_id, "replaced_at": at}
        if self._vault.hides:
            before["id"] = next_id(self._connection, SaidVersionRow)
        before |= SAID_BEFORE.encrypt(self._vault, before, {"text": old.text, "entities": old.entities})
        self._connection.execute(insert(VERSIONS).values(**before))
        hidden = HIDDEN.encrypt(self._vault, {"id": said_id}, content.model_dump(include=set(HIDDEN.blanks)))
        mine = update(SAID).where(SAID.c.id == said_id)
        self._connection.execute(
            mine.values(kind=content.kind, risk=content.risk, size=content.size, **hidden)
        )

    def wipe(self, said_id: int, left: Content) -> None:
        """Forget it and its earlier wordings, with zeros over them in SQLite; ``left`` takes its place."""
        if self._connection.dialect.name == "sqlite":
            self._connection.exec_driver_sql("PRAGMA secure_delete=ON").close()
        self._connection.execute(delete(VERSIONS).where(VERSIONS.c.said_id == said_id))
        hidden = HIDDEN.encrypt(self._vault, {"id": said_id}, left.model_dump(include=set(HIDDEN.blanks)))
        plain = {"kind": left.kind, "album": None, "risk": "", "size": None}
        self._connection.execute(update(SAID).where(SAID.c.id == said_id).values(**plain, **hidden))

    def _said(self, row: Any) -> Said:
        hidden = HIDDEN.decrypt(self._vault, row._mapping)
        return Said.model_construct(
            id=row.id,
            case_number=row.case_number,
            author_id=row.author_id,
            author_role=row.author_role,
            privacy=Privacy(row.privacy),
            content=Content.model_construct(
                kind=row.kind, album=row.album, risk=row.risk, size=row.size, **hidden
            ),
            reply_to=row.reply_to,
        )
