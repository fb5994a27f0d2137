"""Unmaskings in the store; the sentence of who asked is hidden."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, insert, or_, select, update

from mediation.errors import NotFound
from mediation.model.unmasking import LIVE, Review, State, Unmasking
from storage.cases.cases import CASES
from storage.crisis.calls import CALLS
from storage.database.sql import next_id, table
from storage.tables import UnmaskingRow
from storage.vault.hidden_columns import SENTENCE
from storage.vault.vault import Vault

MASKS = table(UnmaskingRow)
ALL = select(MASKS)


class OwnLook(NamedTuple):
    """That somebody saw the name of a person, who has been told of it."""

    number: str | None
    at: datetime
    looks: int
    asker_id: int
    ground: str
    sentence: str


class SqlUnmaskings:
    """See ``mediation.model.unmasking.Unmaskings``."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def add(self, one: Unmasking) -> Unmasking:
        """Keep a new one."""
        kept = one.model_copy(update={"id": next_id(self._connection, UnmaskingRow)})
        self._connection.execute(insert(MASKS).values(**self._stored(kept)))
        return kept

    def get(self, unmasking_id: int) -> Unmasking:
        """One of them."""
        found = self._list(ALL.where(MASKS.c.id == unmasking_id).with_for_update())
        if not found:
            raise NotFound
        return found[0]

    def save(self, one: Unmasking) -> None:
        """Keep the changed one."""
        self._connection.execute(update(MASKS).where(MASKS.c.id == one.id).values(**self._stored(one)))

    def of_case(self, number: str) -> list[Unmasking]:
        """All of a case, in order."""
        return self._list(ALL.where(MASKS.c.case_number == number).order_by(MASKS.c.id))

    def of_call(self, call_id: int) -> list[Unmasking]:
        """All of a call, in order."""
        return self._list(ALL.where(MASKS.c.call_id == call_id).order_by(MASKS.c.id))

    def granted(self) -> list[Unmasking]:
        """Those that may be used now."""
        return self._list(ALL.where(MASKS.c.state == State.GRANTED.value).order_by(MASKS.c.id))

    def live_of(self, asker_id: int) -> list[Unmasking]:
        """What somebody has asked for and is not over, in order."""
        mine = (MASKS.c.asker_id == asker_id) & MASKS.c.state.in_([one.value for one in LIVE])
        return self._list(ALL.where(mine).order_by(MASKS.c.id).with_for_update())

    def waiting(self) -> list[Unmasking]:
        """Those that wait for the word of a second person, in order."""
        waits = or_(MASKS.c.state == State.ASKED.value, MASKS.c.review == Review.WAITING.value)
        return self._list(ALL.where(waits).order_by(MASKS.c.id))

    def due(self, now: datetime, limit: int) -> list[Unmasking]:
        """The longest waiting first."""
        wanted = ALL.where(MASKS.c.due_at <= now).order_by(MASKS.c.due_at, MASKS.c.id).limit(limit)
        return self._list(wanted.with_for_update())

    def next_due(self) -> datetime | None:
        """When the next one has to be looked at."""
        wanted = select(MASKS.c.due_at).where(MASKS.c.due_at.is_not(None)).order_by(MASKS.c.due_at)
        return self._connection.scalar(wanted.limit(1))

    def seen_of(self, person_id: int) -> list[OwnLook]:
        """Looks at the name of this person that they have been told of, in order."""
        mine = (
            ALL.outerjoin(CASES, CASES.c.number == MASKS.c.case_number)
            .outerjoin(CALLS, CALLS.c.id == MASKS.c.call_id)
            .where(or_(CASES.c.owner_id == person_id, CALLS.c.person_id == person_id))
            .where(MASKS.c.told_at.is_not(None), MASKS.c.looks > 0)
            .order_by(MASKS.c.id)
        )
        return [
            OwnLook(one.case_number, one.looked_at, one.looks, one.asker_id, one.ground, one.sentence)
            for one in self._list(mine)
            if one.looked_at is not None
        ]

    def _stored(self, one: Unmasking) -> dict[str, Any]:
        hidden = SENTENCE.encrypt(self._vault, {"id": one.id}, {"sentence": one.sentence})
        codes = {"state": str(one.state), "review": str(one.review)}
        return {**one.model_dump(), **codes, "due_at": one.next_at, **hidden}

    def _list(self, statement: Select[Any]) -> list[Unmasking]:
        found = []
        for row in self._connection.execute(statement):
            values = {name: row._mapping[name] for name in Unmasking.model_fields}
            found.append(Unmasking.model_construct(**values | SENTENCE.decrypt(self._vault, row._mapping)))
        return found
