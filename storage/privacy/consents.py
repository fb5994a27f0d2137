"""Consents of owners."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from mediation.model.consents import Consent
from storage.database.sql import table
from storage.tables import ConsentRow

CONSENTS = table(ConsentRow)
FIELDS = [CONSENTS.c[name] for name in Consent.model_fields]


class SqlConsents:
    """See ``mediation.model.consents.Consents``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def give(self, consent: Consent) -> None:
        """Keep a new one."""
        self._connection.execute(insert(CONSENTS), consent.model_dump())

    def withdraw(self, number: str, purpose: str, at: datetime) -> bool:
        """End whatever holds."""
        holding = (CONSENTS.c.case_number == number) & (CONSENTS.c.purpose == purpose)
        ended = update(CONSENTS).where(holding, CONSENTS.c.withdrawn_at.is_(None)).values(withdrawn_at=at)
        return self._connection.execute(ended).rowcount > 0

    def of_case(self, number: str) -> list[Consent]:
        """In order."""
        rows = self._connection.execute(
            select(*FIELDS).where(CONSENTS.c.case_number == number).order_by(CONSENTS.c.id)
        )
        return [Consent.model_construct(**row._mapping) for row in rows]
