"""Takes a case out of the ordinary store, with everything that leads to it, so that none of it was ever here.

The audit is the exception: its lines are never taken out. They hold codes and the case's random number alone.
"""

from sqlalchemy import Connection, Table, Text, cast, delete, or_, select, update

from storage.database.sql import table
from storage.mail.inbox import INBOX
from storage.people.people import SEATS
from storage.tables import (
    CardRow,
    CaseLinkRow,
    CaseRow,
    ClockRow,
    ConsentRow,
    DeadlineRow,
    EventRow,
    HoldRow,
    IdentityRow,
    JointRow,
    MatterRow,
    OutboxRow,
    PaperDraftRow,
    PaperRow,
    PlacementRow,
    RepresentativeRow,
    SaidRow,
    SaidVersionRow,
    SignatureRow,
    UnmaskingRow,
)

BY_CASE = (
    ClockRow, CardRow, ConsentRow, EventRow, HoldRow, IdentityRow, DeadlineRow, OutboxRow, PaperDraftRow,
    PaperRow, PlacementRow, RepresentativeRow, SignatureRow, SaidRow, UnmaskingRow,
)  # fmt: skip
BY_NUMBER = (CaseRow, MatterRow, JointRow)
WITHOUT = {"value": None}
"""In place of what an update led to, where that was the number."""


class SqlCaseRemoval:
    """See above; SQLite overwrites with zeros what is deleted."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def case(self, number: str) -> None:
        """All rows of this case, in this transaction; taking out what is gone already is no error."""
        if self._connection.dialect.name == "sqlite":
            self._connection.exec_driver_sql("PRAGMA secure_delete=ON").close()
        said, versions = table(SaidRow), table(SaidVersionRow)
        mine = select(said.c.id).where(said.c.case_number == number)
        self._connection.execute(delete(versions).where(versions.c.said_id.in_(mine)))
        for by_case in BY_CASE:
            self._delete(table(by_case), "case_number", number)
        for by_number in BY_NUMBER:
            self._delete(table(by_number), "number", number)
        links = table(CaseLinkRow)
        self._connection.execute(delete(links).where(or_(links.c.number == number, links.c.other == number)))
        self._connection.execute(update(SEATS).where(SEATS.c.case_number == number).values(case_number=None))
        led_here = cast(INBOX.c.outcome, Text).contains(number)
        self._connection.execute(update(INBOX).where(led_here).values(outcome=WITHOUT))

    def _delete(self, rows: Table, column: str, number: str) -> None:
        self._connection.execute(delete(rows).where(rows.c[column] == number))
