"""The two-way message map, keyed by bot, chat and message; and where the cards stand."""

from sqlalchemy import Connection, select

from mediation.content import Place
from storage.sql import insert_new, put, table
from storage.tables import CardRow, PlacementRow

PLACES = table(PlacementRow)
CARDS = table(CardRow)


class SqlPlaces:
    """Where messages stand. A place without ``said_id`` shows a panel or a notice of the case."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, place: Place, case_number: str, said_id: int | None = None) -> None:
        """Note that this message of this chat shows that."""
        put(self._connection, PlacementRow, place.model_dump(), case_number=case_number, said_id=said_id)

    def put_new(self, place: Place, case_number: str, said_id: int) -> bool:
        """The same for a place that is not taken yet; False when it is."""
        values = {**place.model_dump(), "case_number": case_number, "said_id": said_id}
        return insert_new(self._connection, PlacementRow, **values)

    def case_at(self, place: Place) -> str | None:
        """The case that a message belongs to."""
        return self._connection.scalar(
            select(PLACES.c.case_number).where(
                PLACES.c.bot == place.bot, PLACES.c.chat == place.chat, PLACES.c.message == place.message
            )
        )

    def of_said(self, said_id: int, bot: int, chat: int) -> Place | None:
        """Where a message stands in one chat."""
        message = self._connection.scalar(
            select(PLACES.c.message).where(
                PLACES.c.said_id == said_id, PLACES.c.bot == bot, PLACES.c.chat == chat
            )
        )
        return Place(bot=bot, chat=chat, message=message) if message is not None else None

    def anchor(self, case_number: str, bot: int, chat: int) -> int | None:
        """The newest message of ours in this chat that stands for the case as a whole."""
        return self._connection.scalar(
            select(PLACES.c.message)
            .where(
                PLACES.c.case_number == case_number,
                PLACES.c.chat == chat,
                PLACES.c.bot == bot,
                PLACES.c.said_id.is_(None),
            )
            .order_by(PLACES.c.message.desc())
            .limit(1)
        )

    def card(self, case_number: str) -> Place | None:
        """Where the card of a case stands."""
        row = self._connection.execute(select(CARDS).where(CARDS.c.case_number == case_number)).first()
        return Place(bot=row.bot, chat=row.chat, message=row.message) if row is not None else None

    def put_card(self, case_number: str, place: Place) -> None:
        """Note where the card stands."""
        put(self._connection, CardRow, {"case_number": case_number}, **place.model_dump())
