"""Implements ``SealedRecords`` of ``mediation.sealed.model``, and ``SealedRoster``."""

import secrets
import unicodedata
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from mediation.model.cases.content import Content
from mediation.sealed.reports import Named, ReportState, SealedPart, SealedReport, Side
from storage.database.sql import among
from storage.sealed.dialogs import SqlSealedDialogs
from storage.sealed.drafts import SqlSealedDrafts
from storage.sealed.letters import SqlSealedLetters
from storage.sealed.office import SqlOffice
from storage.sealed.pending_entries import SqlPendingEntries
from storage.sealed.tables import PARTS, REPORTS
from storage.vault.envelope import CellAddress
from storage.vault.vault import Vault

FIELDS = [REPORTS.c[name] for name in SealedReport._fields]


class SqlSealedRecords(SqlOffice):
    """One transaction at one moment. Codes, persons and all that was written are kept under the key alone."""

    def __init__(self, connection: Connection, vault: Vault, today: date, now: datetime) -> None:
        super().__init__(connection, vault, today, now)
        self.drafts = SqlSealedDrafts(connection, vault, today)
        self.letters = SqlSealedLetters(connection, vault, today)
        self.pending_entries = SqlPendingEntries(connection, vault, today)
        self.dialogs = SqlSealedDialogs(connection, vault)

    def start(self, code: str, about: tuple[Named, ...] = (), origin: str = "") -> str:
        """See ``mediation.sealed.reports``."""
        report_id = secrets.token_hex(8)
        named = [list(one) for one in about]
        self._connection.execute(
            insert(REPORTS).values(
                id=report_id,
                code=self._codes(code)[0],
                state=ReportState.RECEIVED.value,
                filed_on=self.today,
                changed_on=self.today,
                origin=self._vault.names("origin", origin)[0] if origin else None,
                about=self._vault.seal(CellAddress(REPORTS.name, "about", report_id), named),
            )
        )
        return report_id

    def of_code(self, code: str) -> SealedReport | None:
        """See ``mediation.sealed.reports``; spaces and full-width digits are forgiven."""
        return self._report(among(REPORTS.c.code, self._codes(code)))

    def of_origin(self, number: str) -> SealedReport | None:
        """See ``mediation.sealed.reports``."""
        return self._report(among(REPORTS.c.origin, self._vault.names("origin", number)))

    def forget_origin(self, report_id: str) -> None:
        """See ``mediation.sealed.reports``."""
        self._connection.execute(update(REPORTS).where(REPORTS.c.id == report_id).values(origin=None))

    def get(self, report_id: str) -> SealedReport | None:
        """See ``mediation.sealed.reports``."""
        return self._report(REPORTS.c.id == report_id)

    def _report(self, which: Any) -> SealedReport | None:
        row = self._connection.execute(select(*FIELDS).where(which)).first()
        return _report(row) if row is not None else None

    def _codes(self, code: str) -> tuple[str, ...]:
        digits = "".join(ch for ch in unicodedata.normalize("NFKC", code) if ch.isdigit())
        return self._vault.names("code", digits)

    def reports(self) -> list[SealedReport]:
        """See ``mediation.sealed.reports``."""
        rows = self._connection.execute(select(*FIELDS).order_by(REPORTS.c.changed_on, REPORTS.c.id))
        return [_report(row) for row in rows]

    def about(self, report_id: str) -> tuple[Named, ...]:
        """See ``mediation.sealed.reports``."""
        kept = self._connection.scalar(select(REPORTS.c.about).where(REPORTS.c.id == report_id))
        found = self._vault.open(CellAddress(REPORTS.name, "about", report_id), kept) if kept else []
        return tuple(Named(*one) for one in found)

    def set_state(self, report_id: str, state: ReportState) -> None:
        """See ``mediation.sealed.reports``."""
        mine = update(REPORTS).where(REPORTS.c.id == report_id)
        self._connection.execute(mine.values(state=state.value, changed_on=self.today))

    def add(self, report_id: str, side: Side, content: Content, once: str = "") -> None:
        """See ``mediation.sealed.reports``."""
        # two parts at the same moment get their places one after the other
        self._connection.execute(select(REPORTS.c.id).where(REPORTS.c.id == report_id).with_for_update())
        if once and any(opened.get("once") == once for opened in self._opened(report_id)):
            return
        counted = select(func.count()).select_from(PARTS).where(PARTS.c.report == report_id)
        place = int(self._connection.scalar(counted) or 0)
        value = {"side": side.value, "content": content.model_dump(), "once": once}
        sealed = self._vault.seal(CellAddress(PARTS.name, "sealed", f"{report_id}:{place}"), value)
        self._connection.execute(
            insert(PARTS).values(report=report_id, place=place, came_on=self.today, sealed=sealed)
        )

    def empty(self, report_id: str) -> None:
        """See ``mediation.sealed.reports``."""
        self._connection.execute(delete(PARTS).where(PARTS.c.report == report_id))

    def parts(self, report_id: str) -> list[SealedPart]:
        """See ``mediation.sealed.reports``; raises ``VaultError``."""
        return [
            SealedPart(Side(one["side"]), Content.model_validate(one["content"]), one["on"])
            for one in self._opened(report_id)
        ]

    def _opened(self, report_id: str) -> list[dict[str, Any]]:
        mine = select(PARTS).where(PARTS.c.report == report_id).order_by(PARTS.c.place)
        rows = self._connection.execute(mine).all()
        return [
            self._vault.open(CellAddress(PARTS.name, "sealed", f"{row.report}:{row.place}"), row.sealed)
            | {"on": row.came_on}
            for row in rows
        ]


def _report(row: Any) -> SealedReport:
    return SealedReport(row.id, ReportState(row.state), row.filed_on, row.changed_on)
