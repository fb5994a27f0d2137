"""The outbox: what somebody must be told, kept in the transaction of the change that causes it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, case, func, select, update

from mediation.audit.log import DECISIONS
from mediation.model.cases.case import SUPERVISORS, Notice
from storage.audit.audit import SqlAudit
from storage.database.sql import plain_insert, table
from storage.mail.inbox import SqlInbox, UpdateKey
from storage.people.people import CONTACTS, PERSONS, SEATS, STAFF
from storage.tables import OutboxRow
from storage.vault.errors import Damaged
from storage.vault.hidden_columns import CONTACT, FACTS
from storage.vault.vault import Vault

__all__ = ["Letter", "SqlInbox", "SqlOutbox", "UpdateKey"]

OUTBOX = table(OutboxRow)
FINISH_LETTER = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("b_id"), OUTBOX.c.revision == bindparam("b_revision"))
    .values(
        state=bindparam("b_state"),
        finished_at=bindparam("b_now"),
        error=bindparam("b_error"),
        facts={},
        sealed=None,
    )
)


class Letter(NamedTuple):
    """A notice that is due, with the person's chat, the case they are talking in and their language.

    ``revision`` tells whether it was replaced while it was on its way.
    """

    id: int
    revision: int
    person_id: int | None
    kind: str
    case_number: str | None
    facts: dict[str, Any]
    lane: int
    attempts: int
    chat: int | None
    current_case: str | None
    language: str


ALL_SUPERVISORS = select(STAFF.c.person_id).where(
    STAFF.c.active,
    STAFF.c.duty == "supervisor",
    STAFF.c.ends_at.is_(None) | (STAFF.c.ends_at > bindparam("now")),
)
DUE = (
    select(
        *(OUTBOX.c[name] for name in Letter._fields[:-3]),
        OUTBOX.c.bot,
        OUTBOX.c.sealed,
        CONTACTS.c.chat,
        CONTACTS.c.sealed.label("sealed_chat"),
        SEATS.c.case_number.label("current_case"),
        func.coalesce(PERSONS.c.language, "zh-CN").label("language"),
    )
    .outerjoin(PERSONS, PERSONS.c.id == OUTBOX.c.person_id)
    .outerjoin(CONTACTS, (CONTACTS.c.person_id == OUTBOX.c.person_id) & (CONTACTS.c.bot == OUTBOX.c.bot))
    .outerjoin(SEATS, SEATS.c.person_id == OUTBOX.c.person_id)
    .where(
        OUTBOX.c.state == "waiting", OUTBOX.c.not_before <= bindparam("now"), OUTBOX.c.bot == bindparam("bot")
    )
    .order_by(OUTBOX.c.lane, OUTBOX.c.id)
    .limit(bindparam("at_most"))
)


class SqlOutbox:
    """See ``mediation.model.records.Outbox``; the worker takes letters from here."""

    def __init__(
        self, connection: Connection, bot: int, now: datetime, audit: SqlAudit, vault: Vault
    ) -> None:
        self._connection = connection
        self._bot = bot
        self._now = now
        self._audit = audit
        self._vault = vault
        self.posted = False

    def post(self, notice: Notice) -> None:
        """Keep it; a waiting one with the same key is replaced. For supervisors: one each, else the group."""
        self.posted = True
        if notice.to != SUPERVISORS:
            self._post_one(notice, notice.to)
            return
        for person_id in self._connection.scalars(ALL_SUPERVISORS, {"now": self._now}).all() or [None]:
            self._post_one(notice, person_id)

    def _post_one(self, notice: Notice, person_id: int | None) -> None:
        due = notice.after or self._now
        facts = self._put_away(notice)
        if notice.key is not None:
            waiting = (
                (OUTBOX.c.key == notice.key)
                & (OUTBOX.c.state == "waiting")
                & (OUTBOX.c.bot == self._bot)
                & OUTBOX.c.person_id.is_not_distinct_from(person_id)
            )
            # one that was told to wait goes on waiting, whatever it says by now
            later = case((OUTBOX.c.not_before > due, OUTBOX.c.not_before), else_=due)
            values = {**facts, "not_before": later, "revision": OUTBOX.c.revision + 1}
            if self._connection.execute(update(OUTBOX).where(waiting).values(**values)).rowcount:
                return
        self._connection.execute(
            plain_insert(OutboxRow),
            dict(
                bot=self._bot,
                person_id=person_id,
                kind=notice.kind,
                case_number=notice.case_number,
                **facts,
                key=notice.key,
                lane=int(notice.bulk),
                state="waiting",
                not_before=due,
                attempts=0,
                revision=0,
                posted_at=self._now,
            ),
        )

    def _put_away(self, notice: Notice) -> dict[str, Any]:
        key = {"bot": self._bot, "kind": notice.kind, "case_number": notice.case_number}
        return FACTS.encrypt(self._vault, key, {"facts": notice.facts})

    def readdress(self, number: str, before: int, after: int) -> None:
        """What still waits for one person in a case goes to another in their place."""
        theirs = (OUTBOX.c.case_number == number) & (OUTBOX.c.person_id == before)
        mine = theirs & (OUTBOX.c.state == "waiting")
        self.posted = True
        self._connection.execute(
            update(OUTBOX).where(mine).values(person_id=after, revision=OUTBOX.c.revision + 1)
        )

    def due(self, now: datetime, limit: int, busy: Collection[int] = ()) -> list[Letter]:
        """Letters to send: conversation before campaigns, then in order.

        ``busy`` are persons (0 for the group) who have enough under way already.
        """
        statement = DUE.where(func.coalesce(OUTBOX.c.person_id, 0).not_in(busy)) if busy else DUE
        rows = self._connection.execute(statement, {"now": now, "bot": self._bot, "at_most": limit})
        letters = (self._letter(dict(row._mapping)) for row in rows.all())
        return [letter for letter in letters if letter is not None]

    def _letter(self, row: dict[str, Any]) -> Letter | None:
        """With its facts and the chat; one that was damaged in the store has failed and delays nobody."""
        contact = {"bot": row["bot"], "person_id": row["person_id"]}
        contact |= {"chat": row["chat"], "sealed": row.pop("sealed_chat")}
        try:
            opened = FACTS.decrypt(self._vault, row) | CONTACT.decrypt(self._vault, contact)
        except Damaged as error:
            plain = {name: row[name] for name in Letter._fields} | {"facts": {}}
            self.finish(Letter(**plain), "failed", type(error).__name__)
            return None
        return Letter(**{name: row[name] for name in Letter._fields} | opened)

    def next_due(self) -> datetime | None:
        """When the next waiting letter becomes due."""
        return self._connection.scalar(
            select(OUTBOX.c.not_before)
            .where(OUTBOX.c.state == "waiting", OUTBOX.c.bot == self._bot)
            .order_by(OUTBOX.c.not_before)
            .limit(1)
        )

    def finish(self, letter: Letter, state: str, error: str | None = None) -> bool:
        """Sent, failed, unreachable or stopped; its facts are wiped. False when it was replaced meanwhile.

        That a decision in a case was sent goes into the audit, replaced or not: it has arrived.
        """
        values = {"b_id": letter.id, "b_revision": letter.revision, "b_state": state}
        values |= {"b_now": self._now, "b_error": error}
        finished = self._connection.execute(FINISH_LETTER, values).rowcount == 1
        decides = state == "sent" and letter.kind in DECISIONS
        if decides and letter.case_number is not None and (finished or self.is_there(letter)):
            self._audit.write("sent", letter.case_number, None, kind=letter.kind, to=letter.person_id)
        return finished

    def is_there(self, letter: Letter) -> bool:
        """False once it was taken out together with its case."""
        mine = select(OUTBOX.c.id).where(OUTBOX.c.id == letter.id)
        return self._connection.execute(mine).first() is not None

    def postpone(self, letter: Letter, until: datetime, error: str) -> None:
        """Try again later; counted. What waits for the same person waits too, so that the order is kept."""
        values = {"attempts": letter.attempts + 1, "error": error}
        self._connection.execute(update(OUTBOX).where(OUTBOX.c.id == letter.id).values(**values))
        self.hold(letter.person_id, until)

    def hold(self, person_id: int | None, until: datetime) -> None:
        """Whatever waits for this person (``None``: the group) waits at least so long."""
        same = OUTBOX.c.person_id.is_not_distinct_from(person_id) & (OUTBOX.c.bot == self._bot)
        waiting = same & (OUTBOX.c.state == "waiting") & (OUTBOX.c.not_before < until)
        self._connection.execute(update(OUTBOX).where(waiting).values(not_before=until))
