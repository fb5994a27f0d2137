"""The crisis line in the store; what was written is hidden, and gone when the line is left."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from mediation.crisis.calls import Call, Shift
from mediation.errors import NotFound
from mediation.model.cases.content import Content
from storage.database.sql import insert_row, table
from storage.tables.cases.crisis import CallRow, CallWordsRow, ShiftRow
from storage.vault.hidden_columns import CALL_WORDS
from storage.vault.vault import Vault

CALLS = table(CallRow)
WORDS = table(CallWordsRow)
SHIFTS = table(ShiftRow)
OPEN = CALLS.c.ended_at.is_(None)


class SqlCalls:
    """See ``mediation.crisis.calls.Calls``; shifts are changed here."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def add(self, call: Call) -> Call:
        """Keep a new one; it gets its id."""
        new = insert_row(self._connection, CallRow, **call.model_dump(exclude={"id"}))
        return call.model_copy(update={"id": new})

    def save(self, call: Call) -> None:
        """Keep the changed one."""
        values = call.model_dump(exclude={"id"})
        self._connection.execute(update(CALLS).where(CALLS.c.id == call.id).values(**values))

    def get(self, call_id: int) -> Call:
        """One of them, held until the end of the transaction; raises ``NotFound``."""
        row = self._connection.execute(select(CALLS).where(CALLS.c.id == call_id).with_for_update()).first()
        if row is None:
            raise NotFound
        return _call(row)

    def open_of(self, person_id: int) -> Call | None:
        """The call of somebody who is on the line."""
        return self._one((CALLS.c.person_id == person_id) & OPEN)

    def answered_by(self, person_id: int) -> Call | None:
        """The call that this responder is talking in."""
        return self._one((CALLS.c.responder_id == person_id) & OPEN & CALLS.c.person_id.is_not(None))

    def due(self, now: datetime) -> list[Call]:
        """Calls to which nobody has come by now."""
        wanted = OPEN & (CALLS.c.responder_id.is_(None)) & (CALLS.c.next_at <= now)
        return [_call(row) for row in self._connection.execute(select(CALLS).where(wanted))]

    def next_due(self) -> datetime | None:
        """When the next has to be rung."""
        wanted = OPEN & CALLS.c.responder_id.is_(None) & CALLS.c.next_at.is_not(None)
        found: datetime | None = self._connection.scalar(
            select(CALLS.c.next_at).where(wanted).order_by(CALLS.c.next_at).limit(1)
        )
        return found

    def busy(self) -> set[int]:
        """Everybody who is on the line or answers in it."""
        rows = self._connection.execute(select(CALLS.c.person_id, CALLS.c.responder_id).where(OPEN))
        return {one for row in rows for one in row if one is not None}

    def last_drill(self) -> Call | None:
        """The newest drill."""
        wanted = select(CALLS).where(CALLS.c.person_id.is_(None)).order_by(CALLS.c.id.desc()).limit(1)
        row = self._connection.execute(wanted).first()
        return _call(row) if row is not None else None

    def keep_words(self, call_id: int, content: Content) -> None:
        """Keep a message for who comes."""
        mine = select(func.count()).select_from(WORDS).where(WORDS.c.call_id == call_id)
        key = {"call_id": call_id, "place": int(self._connection.scalar(mine) or 0) + 1}
        hidden = CALL_WORDS.encrypt(self._vault, key, {"content": content.model_dump()})
        self._connection.execute(WORDS.insert().values(**key, **hidden))

    def words(self, call_id: int) -> list[Content]:
        """What was written so far."""
        rows = self._connection.execute(
            select(WORDS).where(WORDS.c.call_id == call_id).order_by(WORDS.c.place)
        )
        hidden = (CALL_WORDS.decrypt(self._vault, row._mapping) for row in rows)
        return [Content.model_validate(one["content"]) for one in hidden]

    def wipe(self, call_id: int) -> None:
        """Forget what was written."""
        self._connection.execute(delete(WORDS).where(WORDS.c.call_id == call_id))

    def shifts(self, at: datetime) -> list[Shift]:
        """Who is on call at that moment, in their order."""
        return self.shifts_between(at, at)

    def shifts_between(self, first: datetime, last: datetime) -> list[Shift]:
        """Whose shift touches this time, by beginning and rank."""
        wanted = (SHIFTS.c.starts <= last) & (SHIFTS.c.ends > first)
        rows = self._connection.execute(
            select(SHIFTS).where(wanted).order_by(SHIFTS.c.rank, SHIFTS.c.starts, SHIFTS.c.id)
        )
        return [Shift(**{name: row._mapping[name] for name in Shift.model_fields}) for row in rows]

    def put_shift(self, shift: Shift) -> None:
        """Keep a shift."""
        insert_row(self._connection, ShiftRow, **shift.model_dump())

    def drop_shifts(self, person_id: int, first: datetime) -> int:
        """Take somebody off from that moment on; returns how many shifts that were."""
        mine = (SHIFTS.c.person_id == person_id) & (SHIFTS.c.ends > first)
        return self._connection.execute(delete(SHIFTS).where(mine)).rowcount

    def _one(self, wanted: Any) -> Call | None:
        row = self._connection.execute(select(CALLS).where(wanted).order_by(CALLS.c.id).limit(1)).first()
        return _call(row) if row is not None else None


def _call(row: Any) -> Call:
    return Call.model_construct(**row._mapping)
