"""Inbox: what Telegram was told we have. Outbox: what somebody must be told."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, case, func, select, update

from mediation.audit import DECISIONS
from mediation.case import SUPERVISORS, Notice
from storage.audit import SqlAudit
from storage.people import CONTACTS, SEATS, STAFF
from storage.sql import insert_new, plain_insert, table
from storage.tables import InboxRow, OutboxRow

INBOX = table(InboxRow)
OUTBOX = table(OutboxRow)
_THIS_UPDATE = (INBOX.c.bot == bindparam("b_bot")) & (INBOX.c.update_id == bindparam("b_update"))
FINISH_UPDATE = (
    update(INBOX)
    .where(_THIS_UPDATE)
    .values(done_at=bindparam("b_now"), reference=bindparam("b_reference"), payload="")
)
KEEP_OUTCOME = update(INBOX).where(_THIS_UPDATE).values(outcome=bindparam("b_outcome"))
KEEP_AND_FINISH = (
    update(INBOX)
    .where(_THIS_UPDATE)
    .values(outcome=bindparam("b_outcome"), done_at=bindparam("b_now"), payload="")
)
FINISH_LETTER = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("b_id"), OUTBOX.c.revision == bindparam("b_revision"))
    .values(state=bindparam("b_state"), finished_at=bindparam("b_now"), error=bindparam("b_error"), facts={})
)


class UpdateKey(NamedTuple):
    """One update of one bot."""

    bot: int
    update_id: int


class Letter(NamedTuple):
    """A notice that is due, with the chat of the person and the case they are talking in.

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


ALL_SUPERVISORS = select(STAFF.c.person_id).where(STAFF.c.active, STAFF.c.duty == "supervisor")
DUE = (
    select(*(OUTBOX.c[name] for name in Letter._fields[:-2]), CONTACTS.c.chat, SEATS.c.case_number)
    .outerjoin(CONTACTS, (CONTACTS.c.person_id == OUTBOX.c.person_id) & (CONTACTS.c.bot == OUTBOX.c.bot))
    .outerjoin(SEATS, SEATS.c.person_id == OUTBOX.c.person_id)
    .where(
        OUTBOX.c.state == "waiting", OUTBOX.c.not_before <= bindparam("now"), OUTBOX.c.bot == bindparam("bot")
    )
    .order_by(OUTBOX.c.lane, OUTBOX.c.id)
    .limit(bindparam("at_most"))
)


class SqlInbox:
    """Updates, each kept once: UNIQUE(bot, update_id), so order does not matter and none counts twice."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def _row(self, key: UpdateKey) -> Any:
        return (INBOX.c.bot == key.bot) & (INBOX.c.update_id == key.update_id)

    def accept(self, key: UpdateKey, payload: str) -> bool:
        """Keep an update; False when we have it already."""
        return insert_new(
            self._connection,
            InboxRow,
            bot=key.bot,
            update_id=key.update_id,
            payload=payload,
            received_at=self._now,
        )

    def unfinished(self, bot: int) -> list[tuple[int, str]]:
        """Updates whose handling never ended, in order."""
        rows = self._connection.execute(
            select(INBOX.c.update_id, INBOX.c.payload)
            .where(INBOX.c.bot == bot, INBOX.c.done_at.is_(None))
            .order_by(INBOX.c.update_id)
        )
        return [(row.update_id, row.payload) for row in rows]

    def finish(self, key: UpdateKey, reference: str | None = None) -> None:
        """Handled, or failed with a reference number that is in the log. The text is not kept any longer."""
        values = {"b_now": self._now, "b_reference": reference, "b_bot": key.bot, "b_update": key.update_id}
        self._connection.execute(FINISH_UPDATE, values)

    def outcome(self, key: UpdateKey) -> dict[str, Any] | None:
        """What the effect of this update returned, if it has had its effect.

        Locks the row: the same update handled twice at the same moment waits here (PostgreSQL).
        """
        kept = self._connection.scalar(select(INBOX.c.outcome).where(self._row(key)).with_for_update())
        return dict(kept) if kept else None

    def keep_outcome(self, key: UpdateKey, outcome: dict[str, Any], final: bool = False) -> None:
        """Keep it in the transaction of the effect itself; ``final`` says that nothing is left to do."""
        values = {"b_outcome": outcome, "b_bot": key.bot, "b_update": key.update_id}
        if final:
            self._connection.execute(KEEP_AND_FINISH, {**values, "b_now": self._now})
        else:
            self._connection.execute(KEEP_OUTCOME, values)


class SqlOutbox:
    """See ``mediation.records.Outbox``; the worker takes letters from here."""

    def __init__(self, connection: Connection, bot: int, now: datetime, audit: SqlAudit) -> None:
        self._connection = connection
        self._bot = bot
        self._now = now
        self._audit = audit
        self.posted = False

    def post(self, notice: Notice) -> None:
        """Keep it; a waiting one with the same key is replaced. For supervisors: one each, else the group."""
        self.posted = True
        if notice.to != SUPERVISORS:
            self._post_one(notice, notice.to)
            return
        for person_id in self._connection.scalars(ALL_SUPERVISORS).all() or [None]:
            self._post_one(notice, person_id)

    def _post_one(self, notice: Notice, person_id: int | None) -> None:
        due = notice.after or self._now
        if notice.key is not None:
            waiting = (
                (OUTBOX.c.key == notice.key)
                & (OUTBOX.c.state == "waiting")
                & (OUTBOX.c.bot == self._bot)
                & OUTBOX.c.person_id.is_not_distinct_from(person_id)
            )
            # one that was told to wait goes on waiting, whatever it says by now
            later = case((OUTBOX.c.not_before > due, OUTBOX.c.not_before), else_=due)
            values = {"facts": notice.facts, "not_before": later, "revision": OUTBOX.c.revision + 1}
            if self._connection.execute(update(OUTBOX).where(waiting).values(**values)).rowcount:
                return
        self._connection.execute(
            plain_insert(OutboxRow),
            dict(
                bot=self._bot,
                person_id=person_id,
                kind=notice.kind,
                case_number=notice.case_number,
                facts=notice.facts,
                key=notice.key,
                lane=int(notice.bulk),
                state="waiting",
                not_before=due,
                attempts=0,
                revision=0,
                posted_at=self._now,
            ),
        )

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
        return [Letter._make(row) for row in rows]

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
        if state == "sent" and letter.kind in DECISIONS and letter.case_number is not None:
            self._audit.write("sent", letter.case_number, None, kind=letter.kind, to=letter.person_id)
        values = {"b_id": letter.id, "b_revision": letter.revision, "b_state": state}
        values |= {"b_now": self._now, "b_error": error}
        return self._connection.execute(FINISH_LETTER, values).rowcount == 1

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
