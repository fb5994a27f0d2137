"""Which officer may read a report: never one whom it names (信访工作条例 28(3), 30(3)).

A name is looked for in what the reporter said of whom it is about, and in all that they wrote. Who stands in
for the office (``fallback``) reads only what would otherwise be read by nobody.
"""

from collections.abc import Sequence

from mediation.sealed.model import Officer, SealedRecords, Side


def is_named(records: SealedRecords, report_id: str, officer: Officer) -> bool:
    """Whether the report is about this officer, or speaks of somebody of that name."""
    about = records.about(report_id)
    if any(one.telegram == officer.id for one in about if one.telegram is not None):
        return True
    name = "".join(officer.name.split())
    if not name:
        return False
    told = [part.content.text for part in records.parts(report_id) if part.side is Side.REPORTER]
    return any(name in "".join(text.split()) for text in (*told, *(one.name for one in about)))


def readers(records: SealedRecords, report_id: str, officers: Sequence[Officer]) -> frozenset[int]:
    """Who may read it; empty where everybody is named."""
    free = [one for one in officers if not is_named(records, report_id, one)]
    usual = [one.id for one in free if not one.fallback]
    return frozenset(usual or (one.id for one in free))


def may_read(records: SealedRecords, officer_id: int, report_id: str) -> bool:
    """Whether this officer is one of them."""
    return officer_id in readers(records, report_id, records.officers())
