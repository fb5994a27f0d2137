"""The audit in the store: lines are added in the transaction of what they record, and read in order."""

from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Select, inspect, select, text

from mediation.audit.log import AuditLine, Entry, chained, entry, moment
from mediation.model.cases.case import Fact
from storage.database.engine import READS_ONLY
from storage.database.sql import plain_insert, table
from storage.tables import AuditRow

AUDIT = table(AuditRow)
FIELDS = [AUDIT.c[name] for name in AuditLine.model_fields]
HEAD = select(*FIELDS).order_by(AUDIT.c.number.desc()).limit(1)
ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7846721305)")
"""Held until the commit; the number stands for the audit of this database and for nothing else."""

LINES_AT_ONCE = 500


class SqlAudit:
    """See ``mediation.model.records.Audit``. Lines get their numbers at the end of the unit of work
    (``settle``): the lock that orders them is then the last one taken, and held for one insert.
    """

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._waiting: list[Entry] = []

    def write(self, act: str, subject: str, actor: int | None, /, **facts: Fact) -> None:
        """Keep that this was done; raises ``NotACode`` for what could hold somebody's words."""
        self._waiting.append(entry(self._now, act, subject, actor, facts))

    def settle(self) -> None:
        """Chain what was written to the head and insert it; costs nothing where nothing was written."""
        if not self._waiting:
            return
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(ONE_AT_A_TIME)
        head = self.head()
        rows = []
        for new in self._waiting:
            head = chained(new, head)
            rows.append(head.model_dump())
        self._connection.execute(plain_insert(AuditRow), rows)
        self._waiting = []

    def head(self) -> AuditLine | None:
        """The last line that has its number."""
        row = self._connection.execute(HEAD).first()
        return AuditLine.model_construct(**row._mapping) if row is not None else None


def has_audit(engine: Engine) -> bool:
    """False before the first start of a version that keeps one."""
    return inspect(engine).has_table(AUDIT.name)


def add_lines(
    engine: Engine, now: datetime, act: str, subjects: Iterable[str], facts: Mapping[str, Fact]
) -> None:
    """One line a subject, in a transaction of their own, for what happens outside the store."""
    with engine.begin() as connection:
        audit = SqlAudit(connection, now)
        for subject in subjects:
            audit.write(act, subject, None, **facts)
        audit.settle()


def last_line(engine: Engine) -> AuditLine | None:
    """The head."""
    with closing(_read(engine, HEAD)) as lines:
        return next(lines, None)


def kept_lines(
    engine: Engine, subject: str | None = None, since: datetime | None = None
) -> Generator[AuditLine, None, None]:
    """Lines in their order as of one moment, a few hundred in memory at a time; no writer waits for it."""
    wanted = select(*FIELDS).order_by(AUDIT.c.number)
    if subject is not None:
        wanted = wanted.where(AUDIT.c.subject == subject)
    if since is not None:
        wanted = wanted.where(AUDIT.c.at >= moment(since))
    return _read(engine, wanted)


def _read(engine: Engine, statement: Select[Any]) -> Generator[AuditLine, None, None]:
    with engine.connect() as connection:
        connection = connection.execution_options(**{READS_ONLY: True}, yield_per=LINES_AT_ONCE)
        with connection.begin(), connection.execute(statement) as rows:
            for row in rows:
                yield AuditLine.model_construct(**row._mapping)
