"""Gives the message map its keyed numbers. They cannot be read back, so the chats come from the contacts."""

from collections.abc import Iterable

from sqlalchemy import Connection, Engine, delete, select, update

from storage.database.sql import table
from storage.tables import ContactRow, PlacementRow
from storage.vault.errors import Damaged
from storage.vault.hidden_columns import CONTACT
from storage.vault.vault import LEAST_NUMBER, Vault

PLACES = table(PlacementRow)
CONTACTS = table(ContactRow)
CHATS_AT_ONCE = 50


def move_placements(engine: Engine, vault: Vault) -> int:
    """Write the first key's number wherever a chat stands in another way; returns how many rows."""
    with engine.begin() as connection:
        chats = sorted({*_of_contacts(connection, vault), *_plain(connection)})
    written = 0
    for at in range(0, len(chats), CHATS_AT_ONCE):
        with engine.begin() as connection:
            for bot, chat in chats[at : at + CHATS_AT_ONCE]:
                written += _move(connection, vault, bot, chat)
    return written


def _of_contacts(connection: Connection, vault: Vault) -> Iterable[tuple[int, int]]:
    for row in connection.execute(select(CONTACTS)):
        try:
            yield row.bot, int(CONTACT.decrypt(vault, row._mapping)["chat"])
        except Damaged:
            continue


def _plain(connection: Connection) -> Iterable[tuple[int, int]]:
    plain = (PLACES.c.chat > 0) & (PLACES.c.chat < LEAST_NUMBER)
    rows = connection.execute(select(PLACES.c.bot, PLACES.c.chat).where(plain).distinct())
    return [(row.bot, row.chat) for row in rows]


def _move(connection: Connection, vault: Vault, bot: int, chat: int) -> int:
    number, *older = vault.chats(chat)
    if not older:
        return 0
    before = (PLACES.c.bot == bot) & PLACES.c.chat.in_(older)
    anew = select(PLACES.c.message).where(PLACES.c.bot == bot, PLACES.c.chat == number)
    connection.execute(delete(PLACES).where(before, PLACES.c.message.in_(anew)))
    return connection.execute(update(PLACES).where(before).values(chat=number)).rowcount
