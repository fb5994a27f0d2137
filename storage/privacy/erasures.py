"""Takes a case away for good, table by table; only its number and a figure without a person are left."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from mediation.model.cases.content import Place
from storage.cases.cases import CASES, ERASED, EVENTS, NAMES
from storage.database.sql import insert_new, table
from storage.mail.message_map import CARDS, PLACES, SqlPlaces
from storage.mail.outbox import OUTBOX
from storage.messages.talk import SAID, VERSIONS
from storage.people.people import SEATS
from storage.privacy.consents import CONSENTS
from storage.privacy.holds import HOLDS
from storage.procedure.clocks import CLOCKS
from storage.procedure.matters import DEADLINES, MATTERS
from storage.procedure.papers import DRAFTS as PAPER_DRAFTS
from storage.procedure.papers import PAPERS
from storage.related.joint import JOINTS, REPRESENTATIVES, SIGNATURES
from storage.related.repeats import LINKS
from storage.tables import ErasedRow, StatisticRow
from storage.unmasking.unmaskings import MASKS
from storage.vault.vault import Vault

STATISTICS = table(StatisticRow)

BY_NUMBER = (
    NAMES, EVENTS, CLOCKS, CARDS, PLACES, DEADLINES, PAPERS, PAPER_DRAFTS, SIGNATURES, REPRESENTATIVES,
    CONSENTS, HOLDS, MASKS, OUTBOX,
)  # fmt: skip
"""Tables whose rows belong to a case by ``case_number``; a test finds a new one that is missing here."""

UNDER_NUMBER = (MATTERS, JOINTS, CASES)
"""Tables that have a case's own number as key."""


class SqlErasures:
    """See ``mediation.model.retention.Erasures``."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._places = SqlPlaces(connection, vault)

    def card_of(self, number: str) -> Place | None:
        """Where its card stands."""
        return self._places.card(number)

    def erase(self, number: str, by: str, at: datetime) -> None:
        """Everything; called again it finds nothing and does nothing."""
        self._count(number)
        insert_new(self._connection, ErasedRow, number=number, by=by, at=at)
        said = select(SAID.c.id).where(SAID.c.case_number == number)
        self._run(delete(VERSIONS).where(VERSIONS.c.said_id.in_(said)))
        self._run(delete(SAID).where(SAID.c.case_number == number))
        self._run(update(SEATS).where(SEATS.c.case_number == number).values(case_number=None))
        self._run(delete(LINKS).where(or_(LINKS.c.number == number, LINKS.c.other == number)))
        for one in BY_NUMBER:
            self._run(delete(one).where(one.c.case_number == number))
        for one in UNDER_NUMBER:
            self._run(delete(one).where(one.c.number == number))

    def is_erased(self, number: str) -> bool:
        """Whether a case had this number once."""
        return self._connection.execute(select(ERASED).where(ERASED.c.number == number)).first() is not None

    def _count(self, number: str) -> None:
        row = self._connection.execute(select(CASES).where(CASES.c.number == number)).first()
        if row is None:
            return
        days = (row.resolved_at - row.filed_at).days if row.resolved_at is not None else None
        month = row.filed_at.strftime("%Y-%m")
        figure = {"month": month, "category": row.category, "state": row.state, "days": days}
        self._run(insert(STATISTICS).values(**figure))

    def _run(self, statement: Any) -> None:
        self._connection.execute(statement)
