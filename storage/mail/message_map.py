"""The two-way message map, keyed by bot, chat and message; and where the cards stand."""

from sqlalchemy import ColumnElement, Connection, bindparam, delete, select

from mediation.model.cases.content import Place
from storage.database.sql import among, insert_new, put, table
from storage.tables import CardRow, PlacementRow
from storage.vault.vault import Vault

PLACES = table(PlacementRow)
CARDS = table(CardRow)
CASE_AT = select(PLACES.c.case_number).where(
    PLACES.c.bot == bindparam("bot"),
    PLACES.c.chat == bindparam("chat"),
    PLACES.c.message == bindparam("message"),
)


class SqlPlaces:
    """Where messages stand. A place without ``said_id`` shows a panel or a notice of the case.

    A private chat is written as a keyed number (see ``Vault.chats``); it is looked for under each number that
    it may have been given, and its older row gives way to a new one.
    """

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def _keyed(self, place: Place) -> tuple[dict[str, int], tuple[int, ...]]:
        """The key to write, and the older numbers of the chat."""
        chat, *older = self._vault.chats(place.chat)
        return {"bot": place.bot, "chat": chat, "message": place.message}, tuple(older)

    def _at(self, place: Place, chats: tuple[int, ...]) -> ColumnElement[bool]:
        return (PLACES.c.bot == place.bot) & among(PLACES.c.chat, chats) & (PLACES.c.message == place.message)

    def put(self, place: Place, case_number: str, said_id: int | None = None) -> None:
        """Note that this message of this chat shows that."""
        key, older = self._keyed(place)
        if older:
            self._connection.execute(delete(PLACES).where(self._at(place, older)))
        put(self._connection, PlacementRow, key, case_number=case_number, said_id=said_id)

    def put_new(self, place: Place, case_number: str, said_id: int) -> bool:
        """The same for a place that is not taken yet; False when it is."""
        key, older = self._keyed(place)
        if older and self.case_at(place) is not None:
            return False
        return insert_new(self._connection, PlacementRow, **key, case_number=case_number, said_id=said_id)

    def case_at(self, place: Place) -> str | None:
        """The case that a message belongs to."""
        chats = self._vault.chats(place.chat)
        if len(chats) > 1:
            return self._connection.scalar(select(PLACES.c.case_number).where(self._at(place, chats)))
        there = {"bot": place.bot, "chat": chats[0], "message": place.message}
        return self._connection.scalar(CASE_AT, there)

    def of_said(self, said_id: int, bot: int, chat: int) -> Place | None:
        """Where a message stands in one chat."""
        message = self._connection.scalar(
            select(PLACES.c.message).where(
                PLACES.c.said_id == said_id,
                PLACES.c.bot == bot,
                among(PLACES.c.chat, self._vault.chats(chat)),
            )
        )
        return Place(bot=bot, chat=chat, message=message) if message is not None else None

    def anchor(self, case_number: str, bot: int, chat: int) -> int | None:
        """The newest message of ours in this chat that stands for the case as a whole."""
        return self._connection.scalar(
            select(PLACES.c.message)
            .where(
                PLACES.c.case_number == case_number,
                among(PLACES.c.chat, self._vault.chats(chat)),
                PLACES.c.bot == bot,
                PLACES.c.said_id.is_(None),
            )
            .order_by(PLACES.c.message.desc())
            .limit(1)
        )

    def standing(self, case_number: str, bot: int, chat: int) -> list[int]:
        """Every message in this chat that shows something of the case."""
        mine = (PLACES.c.case_number == case_number) & (PLACES.c.bot == bot)
        there = among(PLACES.c.chat, self._vault.chats(chat))
        return sorted(self._connection.scalars(select(PLACES.c.message).where(mine, there)))

    def said_around(self, place: Place, reach: int) -> list[int]:
        """What was said in the messages on the map up to `reach` away in this chat, nearest first."""
        near = PLACES.c.message.between(place.message - reach, place.message + reach)
        chat = among(PLACES.c.chat, self._vault.chats(place.chat)) & (PLACES.c.bot == place.bot)
        rows = self._connection.execute(
            select(PLACES.c.message, PLACES.c.said_id).where(chat, near, PLACES.c.said_id.is_not(None))
        )
        return [row.said_id for row in sorted(rows, key=lambda row: abs(row.message - place.message))]

    def card(self, case_number: str) -> Place | None:
        """Where the card of a case stands."""
        row = self._connection.execute(select(CARDS).where(CARDS.c.case_number == case_number)).first()
        return Place(bot=row.bot, chat=row.chat, message=row.message) if row is not None else None

    def put_card(self, case_number: str, place: Place) -> None:
        """Note where the card stands."""
        put(self._connection, CardRow, {"case_number": case_number}, **place.model_dump())
