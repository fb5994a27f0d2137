"""Sealed reports: accusations, kept apart from everything else (信访工作条例 Art 30(3), 46(5)).

Whoever reports has a code and nothing else: no account, no name unless they write it. The ordinary store, its
outbox and its audit hold nothing, not even that a report exists. Only officers of the discipline office read
them, and each look is kept.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

from mediation.content import Content
from mediation.errors import NotFound, Refused
from mediation.numbers import Choose, choose_securely, receipt_code


class Side(StrEnum):
    """Who wrote a part."""

    REPORTER = "reporter"
    OFFICER = "officer"


class ReportState(StrEnum):
    """How far the office is with a report."""

    RECEIVED = "received"
    READ = "read"
    ANSWERED = "answered"
    CLOSED = "closed"


class Part(NamedTuple):
    """Something that was written; ``on`` is a day and no more, so that no clock gives anybody away."""

    side: Side
    content: Content
    on: date


class SealedReport(NamedTuple):
    """What a list shows; ``id`` is random and is not the code."""

    id: str
    state: ReportState
    filed_on: date
    changed_on: date


class SealedRecords(Protocol):
    """One transaction of the sealed store."""

    def start(self, code: str) -> str:
        """A new report that this code finds; returns its id."""

    def of_code(self, code: str) -> SealedReport | None:
        """The report that was filed with this code."""

    def get(self, report_id: str) -> SealedReport | None:
        """The report, or ``None``."""

    def reports(self) -> list[SealedReport]:
        """All, the longest unchanged first."""

    def set_state(self, report_id: str, state: ReportState) -> None:
        """Keep how far it is."""

    def add(self, report_id: str, side: Side, content: Content) -> None:
        """Keep a part behind the others."""

    def parts(self, report_id: str) -> list[Part]:
        """All parts in order."""

    def is_officer(self, person_id: int) -> bool:
        """Whether this person is on the roster of the discipline office today."""

    def note(self, report_id: str, person_id: int, act: str) -> None:
        """Keep that an officer did this."""


def file_sealed(records: SealedRecords, parts: list[Content], choose: Choose = choose_securely) -> str:
    """File it; returns the code, which is shown once and kept nowhere. Raises ``Refused("nothing_told")``."""
    if not parts:
        raise Refused("nothing_told")
    code = receipt_code(choose)
    while records.of_code(code) is not None:
        code = receipt_code(choose)
    report_id = records.start(code)
    for content in parts:
        records.add(report_id, Side.REPORTER, content)
    return code


def add_with_code(records: SealedRecords, code: str, content: Content) -> SealedReport:
    """The reporter says more; a closed report is open again. Raises ``NotFound``."""
    report = _of_code(records, code)
    records.add(report.id, Side.REPORTER, content)
    records.set_state(report.id, ReportState.RECEIVED)
    return report


def look_with_code(records: SealedRecords, code: str) -> list[Part]:
    """What the reporter wrote and what was answered. Raises ``NotFound``."""
    return records.parts(_of_code(records, code).id)


def _of_code(records: SealedRecords, code: str) -> SealedReport:
    report = records.of_code(code)
    if report is None:
        raise NotFound
    return report


def list_sealed(records: SealedRecords, officer_id: int) -> list[SealedReport]:
    """All reports, for an officer; to anybody else there is nothing here (``NotFound``)."""
    _only_officers(records, officer_id)
    return records.reports()


def read_sealed(records: SealedRecords, officer_id: int, report_id: str) -> list[Part]:
    """All of a report, for an officer; that they read it is kept. Raises ``NotFound``."""
    report = _for_officer(records, officer_id, report_id)
    records.note(report_id, officer_id, "read")
    if report.state is ReportState.RECEIVED:
        records.set_state(report_id, ReportState.READ)
    return records.parts(report_id)


def answer_sealed(records: SealedRecords, officer_id: int, report_id: str, content: Content) -> None:
    """The office answers; whoever has the code reads it. Raises ``NotFound``."""
    _for_officer(records, officer_id, report_id)
    records.add(report_id, Side.OFFICER, content)
    records.set_state(report_id, ReportState.ANSWERED)
    records.note(report_id, officer_id, "answered")


def close_sealed(records: SealedRecords, officer_id: int, report_id: str) -> None:
    """The office has ended it; it must have been answered. Raises ``NotFound`` or ``Refused``."""
    if _for_officer(records, officer_id, report_id).state is not ReportState.ANSWERED:
        raise Refused("answer_first")
    records.set_state(report_id, ReportState.CLOSED)
    records.note(report_id, officer_id, "closed")


def _for_officer(records: SealedRecords, officer_id: int, report_id: str) -> SealedReport:
    _only_officers(records, officer_id)
    report = records.get(report_id)
    if report is None:
        raise NotFound
    return report


def _only_officers(records: SealedRecords, person_id: int) -> None:
    if not records.is_officer(person_id):
        raise NotFound
