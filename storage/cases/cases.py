"""Cases and their history."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, and_, bindparam, or_, select, update

from mediation.errors import NotFound, Stale
from mediation.model.cases.case import CaseFields, Event
from storage.database.sql import next_id, plain_insert, put, table
from storage.tables import CaseRow, ErasedRow, EventRow, IdentityRow
from storage.vault.hidden_columns import ACCOUNT, NAME, REASON, WORDS
from storage.vault.vault import Vault

CASES = table(CaseRow)
EVENTS = table(EventRow)
NAMES = table(IdentityRow)
ERASED = table(ErasedRow)
FIELDS = [*(CASES.c[name] for name in CaseFields.model_fields), CASES.c.sealed_words]
GET = select(*FIELDS).where(CASES.c.number == bindparam("number"))
LIVE = ("submitted", "claimed", "resolved", "reopened", "second_look")


class SqlCases:
    """See ``mediation.model.records.Cases``; the lists are for dialogs and the desk."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault
        self._read: dict[str, CaseFields] = {}  # within one transaction a case is read once

    def get(self, number: str) -> CaseFields:
        """The case; raises ``NotFound``."""
        if number not in self._read:
            row = self._connection.execute(GET, {"number": number}).first()
            if row is None:
                raise NotFound
            self._read[number] = self.of_row(row)
        return self._read[number].model_copy()

    def add(self, case: CaseFields) -> None:
        """Keep a new case."""
        self._connection.execute(plain_insert(CaseRow), {**self._values(case), "account": {}})

    def save(self, case: CaseFields) -> None:
        """Keep the changed case if nobody else has changed it since; raises ``Stale``."""
        values = self._values(case) | {"version": case.version + 1}
        statement = update(CASES).where(CASES.c.number == case.number, CASES.c.version == case.version)
        self._read.pop(case.number, None)
        if self._connection.execute(statement.values(**values)).rowcount != 1:
            raise Stale
        case.version += 1
        self._read[case.number] = case.model_copy()

    def is_free(self, number: str) -> bool:
        """True when no case has this number, or had it."""
        taken = (
            select(CASES.c.number).where(CASES.c.number == number),
            select(ERASED).where(ERASED.c.number == number),
        )
        return all(self._connection.execute(one).first() is None for one in taken)

    def log(self, number: str, event: Event) -> None:
        """Add one line to the history."""
        values = {"case_number": number, **event.model_dump()}
        if event.reason and self._vault.hides:
            values["id"] = next_id(self._connection, EventRow)
        values |= REASON.encrypt(self._vault, values, {"reason": event.reason})
        self._connection.execute(plain_insert(EventRow), values)

    def history(self, number: str) -> list[Event]:
        """The history in order."""
        mine = select(EVENTS).where(EVENTS.c.case_number == number).order_by(EVENTS.c.id)
        return [self._event(row._mapping) for row in self._connection.execute(mine)]

    def _event(self, row: RowMapping) -> Event:
        values = {name: row[name] for name in Event.model_fields}
        return Event.model_construct(**values | REASON.decrypt(self._vault, row))

    def set_account(self, number: str, account: dict[str, str]) -> None:
        """The answers of the intake."""
        hidden = ACCOUNT.encrypt(self._vault, {"number": number}, {"account": account})
        self._connection.execute(update(CASES).where(CASES.c.number == number).values(**hidden))

    def account(self, number: str) -> dict[str, str]:
        """The answers of the intake."""
        columns = (CASES.c.number, CASES.c.account, CASES.c.sealed_account)
        row = self._connection.execute(select(*columns).where(CASES.c.number == number)).first()
        return dict(ACCOUNT.decrypt(self._vault, row._mapping)["account"]) if row is not None else {}

    def keep_name(self, number: str, name: str) -> None:
        """Apart from the case."""
        key = {"case_number": number}
        put(self._connection, IdentityRow, key, **NAME.encrypt(self._vault, key, {"name": name}))

    def name(self, number: str) -> str | None:
        """The name that the owner gave, if any."""
        row = self._connection.execute(select(NAMES).where(NAMES.c.case_number == number)).first()
        return str(NAME.decrypt(self._vault, row._mapping)["name"]) if row is not None else None

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
        return [self.of_row(row) for row in rows]

    def of_row(self, row: Any) -> CaseFields:
        """The case in a row that has at least ``FIELDS``."""
        values = dict(row._mapping)
        values |= WORDS.decrypt(self._vault, values)
        values.pop("sealed_words")
        return CaseFields.model_construct(**values)

    def _values(self, case: CaseFields) -> dict[str, Any]:
        words = {"result": case.result, "rating_words": case.rating_words}
        return case.model_dump() | WORDS.encrypt(self._vault, {"number": case.number}, words)
