"""Implements ``mediation.sealed.SealedRecords``."""

import secrets
import unicodedata
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from mediation.content import Content
from mediation.sealed import Part, ReportState, SealedReport, Side
from storage.sealed.tables import LOOKS, OFFICERS, PARTS, REPORTS
from storage.sql import among
from storage.vault.envelope import Spot
from storage.vault.vault import Vault

FIELDS = [REPORTS.c[name] for name in SealedReport._fields]


class SqlSealedRecords:
    """One transaction on one day. A code, a person and all that was written are kept under the key alone."""

    def __init__(self, connection: Connection, vault: Vault, today: date) -> None:
        self._connection = connection
        self._vault = vault
        self._today = today

    def start(self, code: str) -> str:
        """See ``mediation.sealed``."""
        report_id = secrets.token_hex(8)
        self._connection.execute(
            insert(REPORTS).values(
                id=report_id,
                code=self._codes(code)[0],
                state=ReportState.RECEIVED.value,
                filed_on=self._today,
                changed_on=self._today,
            )
        )
        return report_id

    def of_code(self, code: str) -> SealedReport | None:
        """See ``mediation.sealed``; spaces and full-width digits are forgiven."""
        return self._report(among(REPORTS.c.code, self._codes(code)))

    def get(self, report_id: str) -> SealedReport | None:
        """See ``mediation.sealed``."""
        return self._report(REPORTS.c.id == report_id)

    def _report(self, which: Any) -> SealedReport | None:
        row = self._connection.execute(select(*FIELDS).where(which)).first()
        return _report(row) if row is not None else None

    def _codes(self, code: str) -> tuple[str, ...]:
        digits = "".join(ch for ch in unicodedata.normalize("NFKC", code) if ch.isdigit())
        return self._vault.names("code", digits)

    def reports(self) -> list[SealedReport]:
        """See ``mediation.sealed``."""
        rows = self._connection.execute(select(*FIELDS).order_by(REPORTS.c.changed_on, REPORTS.c.id))
        return [_report(row) for row in rows]

    def set_state(self, report_id: str, state: ReportState) -> None:
        """See ``mediation.sealed``."""
        mine = update(REPORTS).where(REPORTS.c.id == report_id)
        self._connection.execute(mine.values(state=state.value, changed_on=self._today))

    def add(self, report_id: str, side: Side, content: Content) -> None:
        """See ``mediation.sealed``."""
        # two parts at the same moment get their places one after the other
        self._connection.execute(select(REPORTS.c.id).where(REPORTS.c.id == report_id).with_for_update())
        counted = select(func.count()).select_from(PARTS).where(PARTS.c.report == report_id)
        place = int(self._connection.scalar(counted) or 0)
        value = {"side": side.value, "content": content.model_dump()}
        sealed = self._vault.seal(Spot(PARTS.name, "sealed", f"{report_id}:{place}"), value)
        self._connection.execute(
            insert(PARTS).values(report=report_id, place=place, came_on=self._today, sealed=sealed)
        )

    def parts(self, report_id: str) -> list[Part]:
        """See ``mediation.sealed``; raises ``VaultError``."""
        mine = select(PARTS).where(PARTS.c.report == report_id).order_by(PARTS.c.place)
        return [self._part(row) for row in self._connection.execute(mine).all()]

    def _part(self, row: Any) -> Part:
        opened = self._vault.open(Spot(PARTS.name, "sealed", f"{row.report}:{row.place}"), row.sealed)
        return Part(Side(opened["side"]), Content.model_validate(opened["content"]), row.came_on)

    def is_officer(self, person_id: int) -> bool:
        """See ``mediation.sealed``."""
        mine = among(OFFICERS.c.person, self._vault.names("officer", str(person_id)))
        there = select(OFFICERS.c.person).where(
            mine, OFFICERS.c.first <= self._today, OFFICERS.c.last >= self._today
        )
        return self._connection.execute(there).first() is not None

    def set_officer(self, person_id: int, first: date, last: date) -> None:
        """Put somebody on the roster of the discipline office from one day to another, both included."""
        names = self._vault.names("officer", str(person_id))
        self._connection.execute(delete(OFFICERS).where(OFFICERS.c.person.in_(names)))
        self._connection.execute(insert(OFFICERS).values(person=names[0], first=first, last=last))

    def note(self, report_id: str, person_id: int, act: str) -> None:
        """See ``mediation.sealed``."""
        look_id = secrets.token_hex(8)
        sealed = self._vault.seal(Spot(LOOKS.name, "sealed", look_id), {"officer": person_id, "act": act})
        self._connection.execute(
            insert(LOOKS).values(id=look_id, report=report_id, looked_on=self._today, sealed=sealed)
        )

    def looks(self, report_id: str) -> list[tuple[date, int, str]]:
        """Who did what with a report on which day."""
        mine = select(LOOKS).where(LOOKS.c.report == report_id).order_by(LOOKS.c.looked_on, LOOKS.c.id)
        found = []
        for row in self._connection.execute(mine).all():
            opened = self._vault.open(Spot(LOOKS.name, "sealed", row.id), row.sealed)
            found.append((row.looked_on, int(opened["officer"]), str(opened["act"])))
        return found


def _report(row: Any) -> SealedReport:
    return SealedReport(row.id, ReportState(row.state), row.filed_on, row.changed_on)
