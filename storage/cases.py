"""Cases and their history."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, or_, select, update

from mediation.case import CaseFields, Event
from mediation.errors import NotFound, Stale
from storage.sql import plain_insert, put, table
from storage.tables import CaseRow, EventRow, IdentityRow

CASES = table(CaseRow)
EVENTS = table(EventRow)
FIELDS = [CASES.c[name] for name in CaseFields.model_fields]
GET = select(*FIELDS).where(CASES.c.number == bindparam("number"))
LIVE = ("submitted", "claimed", "resolved", "reopened", "second_look")


def _case(row: Any) -> CaseFields:
    return CaseFields.model_construct(**row._mapping)


class SqlCases:
    """See ``mediation.records.Cases``; the lists are for dialogs and the desk."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: dict[str, CaseFields] = {}  # within one transaction a case is read once

    def get(self, number: str) -> CaseFields:
        """The case; raises ``NotFound``."""
        if number not in self._read:
            row = self._connection.execute(GET, {"number": number}).first()
            if row is None:
                raise NotFound
            self._read[number] = _case(row)
        return self._read[number].model_copy()

    def add(self, case: CaseFields) -> None:
        """Keep a new case."""
        self._connection.execute(plain_insert(CaseRow), {**case.model_dump(), "account": {}})

    def save(self, case: CaseFields) -> None:
        """Keep the changed case if nobody else has changed it since; raises ``Stale``."""
        values = case.model_dump(exclude={"number"}) | {"version": case.version + 1}
        statement = update(CASES).where(CASES.c.number == case.number, CASES.c.version == case.version)
        self._read.pop(case.number, None)
        if self._connection.execute(statement.values(**values)).rowcount != 1:
            raise Stale
        case.version += 1
        self._read[case.number] = case.model_copy()

    def is_free(self, number: str) -> bool:
        """True when no case has this number."""
        return (
            self._connection.execute(select(CASES.c.number).where(CASES.c.number == number)).first() is None
        )

    def log(self, number: str, event: Event) -> None:
        """Add one line to the history."""
        self._connection.execute(plain_insert(EventRow), {"case_number": number, **event.model_dump()})

    def history(self, number: str) -> list[Event]:
        """The history in order."""
        columns = [EVENTS.c[name] for name in Event.model_fields]
        rows = self._connection.execute(
            select(*columns).where(EVENTS.c.case_number == number).order_by(EVENTS.c.id)
        )
        return [Event.model_construct(**row._mapping) for row in rows]

    def set_account(self, number: str, account: dict[str, str]) -> None:
        """The answers of the intake."""
        self._connection.execute(update(CASES).where(CASES.c.number == number).values(account=account))

    def account(self, number: str) -> dict[str, str]:
        """The answers of the intake."""
        return dict(self._connection.scalar(select(CASES.c.account).where(CASES.c.number == number)) or {})

    def keep_name(self, number: str, name: str) -> None:
        """Apart from the case."""
        put(self._connection, IdentityRow, {"case_number": number}, name=name)

    def name(self, number: str) -> str | None:
        """The name that the owner gave, if any."""
        names = table(IdentityRow)
        return self._connection.scalar(select(names.c.name).where(names.c.case_number == number))

    def keep_code(self, number: str, hashed: str) -> None:
        """Only the salted hash."""
        self._connection.execute(update(CASES).where(CASES.c.number == number).values(code_hash=hashed))

    def code_hash(self, number: str) -> str | None:
        """The salted hash, or ``None``."""
        return self._connection.scalar(select(CASES.c.code_hash).where(CASES.c.number == number))

    def of_owner(self, person_id: int, limit: int = 10, live_only: bool = False) -> list[CaseFields]:
        """The newest cases of an owner."""
        wanted = CASES.c.owner_id == person_id
        if live_only:
            wanted = and_(wanted, CASES.c.state.in_(LIVE))
        return self._list(select(*FIELDS).where(wanted).order_by(CASES.c.filed_at.desc()).limit(limit))

    def of_handler(self, person_id: int, limit: int = 20) -> list[CaseFields]:
        """The live cases that somebody handles or helps with, oldest first."""
        mine = or_(CASES.c.handler_id == person_id, CASES.c.second_id == person_id)
        live = CASES.c.state.in_(LIVE)
        return self._list(select(*FIELDS).where(mine, live).order_by(CASES.c.filed_at).limit(limit))

    def unclaimed(self, limit: int = 20) -> list[CaseFields]:
        """Live cases that nobody has, longest waiting first."""
        wanted = and_(
            CASES.c.handler_id.is_(None), CASES.c.state.in_(("submitted", "reopened", "second_look"))
        )
        return self._list(select(*FIELDS).where(wanted).order_by(CASES.c.filed_at).limit(limit))

    def in_second_look(self, limit: int = 20) -> list[CaseFields]:
        """Cases that a bad rating has opened again."""
        wanted = CASES.c.state == "second_look"
        return self._list(select(*FIELDS).where(wanted).order_by(CASES.c.filed_at).limit(limit))

    def _list(self, statement: Any) -> list[CaseFields]:
        rows: Sequence[Any] = self._connection.execute(statement).all()
        return [_case(row) for row in rows]
