"""Persons, how to reach them, the roster, and the case somebody is talking in."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from mediation.model.cases.case import StaffMember
from storage.database.sql import among, insert_new, insert_row, put, table
from storage.tables import AttemptRow, ContactRow, PersonRow, SeatRow, StaffRow
from storage.vault.hidden_columns import CONTACT
from storage.vault.vault import Vault

CONTACTS = table(ContactRow)
PERSONS = table(PersonRow)
STAFF = table(StaffRow)
SEATS = table(SeatRow)
ATTEMPTS = table(AttemptRow)
VISITOR = (
    select(
        CONTACTS.c.person_id,
        CONTACTS.c.blocked_at,
        PERSONS.c.language,
        STAFF.c.duty,
        STAFF.c.name,
        STAFF.c.active,
        STAFF.c.ends_at,
        SEATS.c.case_number,
    )
    .join(PERSONS, PERSONS.c.id == CONTACTS.c.person_id)
    .outerjoin(STAFF, STAFF.c.person_id == CONTACTS.c.person_id)
    .outerjoin(SEATS, SEATS.c.person_id == CONTACTS.c.person_id)
    .where(CONTACTS.c.bot == bindparam("bot"))
)
ON_ROSTER = select(STAFF).where(STAFF.c.person_id == bindparam("person"))
AT_ONE_CHAT = VISITOR.where(CONTACTS.c.chat == bindparam("chat"))
AT_CHATS = VISITOR.where(CONTACTS.c.chat.in_(bindparam("chats", expanding=True)))


class Visitor(NamedTuple):
    """Who just wrote, as far as the store knows."""

    person_id: int
    chat: int
    language: str
    blocked: bool
    staff: StaffMember | None
    current_case: str | None


class SqlPeople:
    """See ``mediation.model.records.People``; chats are known here and nowhere else, and stand in the
    vault.
    """

    def __init__(self, connection: Connection, bot: int, vault: Vault, now: datetime) -> None:
        self._connection = connection
        self._bot = bot
        self._now = now
        self._roster: list[StaffMember] | None = None  # within one transaction it is read once
        self._vault = vault

    def find(self, chat: int) -> int | None:
        """The person behind a private chat."""
        return self._connection.scalar(
            select(CONTACTS.c.person_id).where(
                CONTACTS.c.bot == self._bot, among(CONTACTS.c.chat, self._vault.chats(chat))
            )
        )

    def visitor(self, chat: int) -> Visitor | None:
        """The person behind a private chat with all that a dialog needs, in one query."""
        chats = self._vault.chats(chat)
        values = {"bot": self._bot} | ({"chat": chats[0]} if len(chats) == 1 else {"chats": chats})
        row = self._connection.execute(AT_ONE_CHAT if len(chats) == 1 else AT_CHATS, values).first()
        if row is None:
            return None
        staff = None
        if row.duty is not None:
            staff = self._member(row)
        return Visitor(row.person_id, chat, row.language, row.blocked_at is not None, staff, row.case_number)

    def meet(self, chat: int, now: datetime, language: str = "zh-CN") -> int:
        """The person behind a private chat; somebody new is noted."""
        if (known := self.find(chat)) is not None:
            return known
        person_id = insert_row(self._connection, PersonRow, language=language, created_at=now)
        key = {"bot": self._bot, "person_id": person_id}
        hidden = CONTACT.encrypt(self._vault, key, {"chat": chat})
        if insert_new(self._connection, ContactRow, **key, **hidden):
            return person_id
        return self.meet(chat, now, language)

    def chat_of(self, person_id: int) -> int | None:
        """The private chat of a person with this bot."""
        mine = (CONTACTS.c.person_id == person_id) & (CONTACTS.c.bot == self._bot)
        row = self._connection.execute(select(CONTACTS).where(mine)).first()
        return int(CONTACT.decrypt(self._vault, row._mapping)["chat"]) if row is not None else None

    def set_blocked(self, person_id: int, at: datetime | None) -> None:
        """They blocked the bot, or are back (``None``)."""
        mine = (CONTACTS.c.person_id == person_id) & (CONTACTS.c.bot == self._bot)
        self._connection.execute(update(CONTACTS).where(mine).values(blocked_at=at))

    def language(self, person_id: int) -> str:
        """The language they chose."""
        chosen = self._connection.scalar(select(PERSONS.c.language).where(PERSONS.c.id == person_id))
        return str(chosen or "zh-CN")

    def set_language(self, person_id: int, language: str) -> None:
        """Remember the language they chose."""
        self._connection.execute(update(PERSONS).where(PERSONS.c.id == person_id).values(language=language))

    def staff(self, person_id: int) -> StaffMember | None:
        """The entry on the roster."""
        row = self._connection.execute(ON_ROSTER, {"person": person_id}).first()
        return self._member(row) if row is not None else None

    def _member(self, row: Any) -> StaffMember:
        """Who is active until when: a role is over at its moment, whether somebody has looked or not."""
        runs = row.ends_at is None or self._now < row.ends_at
        return StaffMember.model_construct(
            person_id=row.person_id, duty=row.duty, name=row.name, active=row.active and runs,
            ends_at=row.ends_at,
        )  # fmt: skip

    def colleagues(self) -> list[StaffMember]:
        """All active staff in the order of their names."""
        if self._roster is None:
            rows = self._connection.execute(select(STAFF).where(STAFF.c.active).order_by(STAFF.c.name))
            self._roster = [one for row in rows if (one := self._member(row)).active]
        return list(self._roster)

    def set_staff(self, member: StaffMember) -> None:
        """Put somebody on the roster, change their entry, or end it (``active=False``)."""
        values = member.model_dump(exclude={"person_id"})
        put(self._connection, StaffRow, {"person_id": member.person_id}, **values)
        self._roster = None

    def count_try(self, person_id: int, what: str, at: datetime) -> int:
        """Tries of this kind within the last hour, this one included."""
        since = at - timedelta(hours=1)
        # tries at the same moment are counted one after the other
        self._connection.execute(select(PERSONS.c.id).where(PERSONS.c.id == person_id).with_for_update())
        mine = (ATTEMPTS.c.person_id == person_id) & (ATTEMPTS.c.what == what)
        self._connection.execute(delete(ATTEMPTS).where(mine, ATTEMPTS.c.at < since))
        self._connection.execute(insert(ATTEMPTS).values(person_id=person_id, what=what, at=at))
        return int(self._connection.scalar(select(func.count()).select_from(ATTEMPTS).where(mine)) or 0)

    def current_case(self, person_id: int) -> str | None:
        """The case they are talking in."""
        return self._connection.scalar(select(SEATS.c.case_number).where(SEATS.c.person_id == person_id))

    def sit_if_free(self, person_id: int, case_number: str) -> None:
        """Talk in this case unless they are talking in another one."""
        if self.current_case(person_id) is None:
            self.sit_down(person_id, case_number)

    def leave_seat(self, person_id: int, number: str) -> None:
        """They do not talk in this case any more."""
        if self.current_case(person_id) == number:
            self.sit_down(person_id, None)

    def sit_down(self, person_id: int, case_number: str | None) -> None:
        """Talk in this case from now on, or in none."""
        put(self._connection, SeatRow, {"person_id": person_id}, case_number=case_number)
