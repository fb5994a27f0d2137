"""Sealed reports: accusations, kept apart from everything else (信访工作条例 Art 30(3), 46(5)).

Whoever reports has a code and nothing else: no account, no name unless they write it. The ordinary store, its
outbox and its audit hold nothing, not even that a report exists. Only officers of the discipline office read
them, never one who is named in it, and each look is kept.
"""

from mediation.errors import NotFound, Refused
from mediation.model.cases.content import Content
from mediation.model.cases.numbers import Choose, choose_securely, receipt_code
from mediation.sealed.model import (
    Named,
    ReportState,
    SealedLetter,
    SealedPart,
    SealedRecords,
    SealedReport,
    Side,
)
from mediation.sealed.readers import may_read, readers

__all__ = [
    "Named",
    "ReportState",
    "SealedLetter",
    "SealedPart",
    "SealedRecords",
    "SealedReport",
    "Side",
    "add_sealed",
    "add_with_code",
    "answer_sealed",
    "close_sealed",
    "file_sealed",
    "find_with_code",
    "has_readers",
    "list_sealed",
    "look_with_code",
    "mark_sealed",
    "may_try",
    "parts_sealed",
    "read_sealed",
]  # fmt: skip

CODE_TRIES_PER_HOUR = 5
MARKS = (ReportState.RECEIVED, ReportState.IN_WORK, ReportState.ANSWERED)
"""What an officer may mark by hand; reading and closing mark themselves."""


def file_sealed(
    records: SealedRecords,
    parts: list[Content],
    choose: Choose = choose_securely,
    about: tuple[Named, ...] = (),
    origin: str = "",
) -> str:
    """File it; returns the code, which is shown once and kept nowhere. Raises ``Refused("nothing_told")``.

    ``origin`` is the number of the case that it was until now.
    """
    if not parts:
        raise Refused("nothing_told")
    code = receipt_code(choose)
    while records.of_code(code) is not None:
        code = receipt_code(choose)
    report_id = records.start(code, about, origin)
    for content in parts:
        records.add(report_id, Side.REPORTER, content)
    records.news()
    return code


def has_readers(records: SealedRecords, code: str) -> bool:
    """Whether anybody may read it; whoever reports is told where nobody may. Raises ``NotFound``."""
    return bool(readers(records, _of_code(records, code).id, records.officers()))


def add_with_code(records: SealedRecords, code: str, content: Content) -> SealedReport:
    """The reporter says more; a closed report is open again. Raises ``NotFound``."""
    report = _of_code(records, code)
    add_sealed(records, report.id, content)
    return report


def add_sealed(records: SealedRecords, report_id: str, content: Content, once: str = "") -> None:
    """More from the reporter, who has shown the code before; ``once`` names the message, so that it counts
    once. Raises ``NotFound``.
    """
    if records.get(report_id) is None:
        raise NotFound
    records.add(report_id, Side.REPORTER, content, once)
    records.set_state(report_id, ReportState.RECEIVED)
    records.news()


def may_try(records: SealedRecords, who: str) -> bool:
    """Counts a try, in a transaction of its own: a wrong code must not undo it. False after five an hour."""
    return records.count_try(who) <= CODE_TRIES_PER_HOUR


def find_with_code(records: SealedRecords, code: str, who: str) -> SealedReport:
    """The report that the code leads to. Raises ``NotFound``: wrong and unknown codes are the same."""
    report = _of_code(records, code)
    records.forget_tries(who)
    return report


def look_with_code(records: SealedRecords, code: str) -> list[SealedPart]:
    """What the reporter wrote and what was answered. Raises ``NotFound``."""
    return records.parts(_of_code(records, code).id)


def parts_sealed(records: SealedRecords, report_id: str) -> list[SealedPart]:
    """The same for who has shown the code before. Raises ``NotFound``."""
    if records.get(report_id) is None:
        raise NotFound
    return records.parts(report_id)


def _of_code(records: SealedRecords, code: str) -> SealedReport:
    report = records.of_code(code)
    if report is None:
        raise NotFound
    return report


def list_sealed(records: SealedRecords, officer_id: int) -> list[SealedReport]:
    """What this officer may read; to anybody else there is nothing here (``NotFound``)."""
    _only_officers(records, officer_id)
    officers = records.officers()
    return [one for one in records.reports() if officer_id in readers(records, one.id, officers)]


def read_sealed(records: SealedRecords, officer_id: int, report_id: str) -> list[SealedPart]:
    """All of a report, for an officer; that they read it is kept. Raises ``NotFound``."""
    report = _for_officer(records, officer_id, report_id)
    records.note(report_id, officer_id, "read")
    if report.state is ReportState.RECEIVED:
        records.set_state(report_id, ReportState.READ)
    return records.parts(report_id)


def answer_sealed(
    records: SealedRecords, officer_id: int, report_id: str, content: Content, once: str = ""
) -> None:
    """The office answers or asks; whoever has the code reads it. Raises ``NotFound``."""
    _for_officer(records, officer_id, report_id)
    records.add(report_id, Side.OFFICER, content, once)
    records.set_state(report_id, ReportState.ANSWERED)
    records.note(report_id, officer_id, "answered")


def mark_sealed(records: SealedRecords, officer_id: int, report_id: str, state: ReportState) -> None:
    """The office says how far it is. Raises ``NotFound``, ``Refused`` for what marks itself."""
    _for_officer(records, officer_id, report_id)
    if state not in MARKS:
        raise Refused("step_not_now")
    records.set_state(report_id, state)
    records.note(report_id, officer_id, f"marked_{state.value}")


def close_sealed(
    records: SealedRecords, officer_id: int, report_id: str, reason: Content, once: str = ""
) -> None:
    """The office has ended it, with a reason for whoever reported; it must have been answered before.

    Raises ``NotFound`` or ``Refused``.
    """
    _for_officer(records, officer_id, report_id)
    if not any(part.side is Side.OFFICER for part in records.parts(report_id)):
        raise Refused("answer_first")
    if not reason.text.strip():
        raise Refused("reason_missing")
    records.add(report_id, Side.OFFICER, reason, once)
    records.set_state(report_id, ReportState.CLOSED)
    records.note(report_id, officer_id, "closed")


def _for_officer(records: SealedRecords, officer_id: int, report_id: str) -> SealedReport:
    _only_officers(records, officer_id)
    report = records.get(report_id)
    if report is None or not may_read(records, officer_id, report_id):
        raise NotFound
    return report


def _only_officers(records: SealedRecords, person_id: int) -> None:
    if not records.is_officer(person_id):
        raise NotFound
