"""Who serves in the discipline office: entered with the yes of somebody who serves, ended at once.

While nobody serves there is nobody to ask, and an entry counts at once. Each change is told, without a name,
to all who serve and to whoever was ended, so that nobody empties the roster quietly and begins anew.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from mediation.access.grants import grant_rules
from mediation.errors import NotFound, Refused
from mediation.sealed.model import LetterKind, Officer, SealedLetter, SealedRecords

ROSTER = "roster"
"""Under what the acts are kept that are about no report."""
COMMAND_LINE = 0
"""Who acts there is known by no account."""


class PendingEntry(NamedTuple):
    """An entry that waits for a yes; ``until`` is the last day on which it can be given."""

    id: str
    officer: Officer
    first: date
    last: date
    until: date


class Asked(NamedTuple):
    """How many could say yes, and until when."""

    others: int
    until: date


class PendingEntries(Protocol):
    """What waits, one for each person."""

    def put(self, officer: Officer, first: date, last: date, until: date) -> str:
        """Keep it in place of what waited for the same person; returns an id that no earlier one had."""

    def all(self) -> list[PendingEntry]:
        """Those that can still be answered, the first to lapse first."""

    def take(self, wish_id: str) -> bool:
        """It waits no longer; False for whoever comes second."""

    def drop_of(self, person_id: int) -> bool:
        """Nothing waits for this person any more; False when nothing did."""


class SealedRoster(SealedRecords, Protocol):
    """The sealed store, where its roster is changed."""

    @property
    def pending_entries(self) -> PendingEntries: ...

    def roster(self) -> list[tuple[Officer, date, date]]:
        """All who are, were or will be on it, with their first and last day."""

    def set_officer(
        self, person_id: int, first: date, last: date, name: str = "", fallback: bool = False
    ) -> None:
        """Put somebody on it or change their entry."""

    def end_officer(self, person_id: int) -> bool:
        """They are off it; False for somebody who was not on it."""


def enter_or_ask(records: SealedRoster, officer: Officer, first: date, last: date) -> Asked | None:
    """Enter somebody or change their entry: at once (``None``) while nobody serves, else it waits for a yes.

    Raises ``Refused`` (``officer_alone``): who serves alone cannot agree to an entry of their own.
    """
    serving = records.officers()
    if not serving:
        before = [one.id for one, _, _ in records.roster()]
        _enter(records, COMMAND_LINE, officer, first, last, before)
        return None
    others = [one for one in serving if one.id != officer.id]
    if not others:
        raise Refused("officer_alone")
    until = min(last, records.today + timedelta(days=grant_rules().lapse_days))
    records.pending_entries.put(officer, first, last, until)
    records.note(ROSTER, COMMAND_LINE, f"asked {officer.id}")
    records.news()
    return Asked(len(others), until)


def entries_to_confirm(records: SealedRoster, officer_id: int) -> list[PendingEntry]:
    """What this officer may answer: all but what is about themselves. Raises ``NotFound``."""
    _only_officers(records, officer_id)
    return [one for one in records.pending_entries.all() if one.officer.id != officer_id]


def agree(records: SealedRoster, officer_id: int, wish_id: str) -> PendingEntry:
    """The first yes enters it.

    Raises ``NotFound`` for who may not answer, ``Refused`` (``wish_is_over``) for what was answered, replaced
    or has lapsed.
    """
    wish = _take(records, officer_id, wish_id)
    _enter(records, officer_id, wish.officer, max(wish.first, records.today), wish.last)
    return wish


def disagree(records: SealedRoster, officer_id: int, wish_id: str) -> PendingEntry:
    """A no ends it. Raises as ``agree``."""
    wish = _take(records, officer_id, wish_id)
    records.note(ROSTER, officer_id, f"refused {wish.officer.id}")
    return wish


def end_service(records: SealedRoster, person_id: int) -> bool:
    """They are off the roster at once, and nothing waits for them any more; False when there was neither."""
    withdrawn = records.pending_entries.drop_of(person_id)
    if not records.end_officer(person_id):
        return withdrawn
    records.note(ROSTER, COMMAND_LINE, f"ended {person_id}")
    _tell(records, [person_id])
    return True


def _only_officers(records: SealedRoster, person_id: int) -> None:
    if not records.is_officer(person_id):
        raise NotFound


def _take(records: SealedRoster, officer_id: int, wish_id: str) -> PendingEntry:
    _only_officers(records, officer_id)
    wish = next((one for one in records.pending_entries.all() if one.id == wish_id), None)
    if wish is not None and wish.officer.id == officer_id:
        raise NotFound
    if wish is None or not records.pending_entries.take(wish_id):
        raise Refused("wish_is_over")
    return wish


def _enter(
    records: SealedRoster, by: int, officer: Officer, first: date, last: date, also: Iterable[int] = ()
) -> None:
    records.pending_entries.drop_of(officer.id)
    records.set_officer(officer.id, first, last, officer.name, officer.fallback)
    records.note(ROSTER, by, f"entered {officer.id}")
    _tell(records, also)


def _tell(records: SealedRoster, also: Iterable[int]) -> None:
    """One sentence for all who serve now, and for these."""
    for chat in sorted({*also, *(one.id for one in records.officers())}):
        records.letters.add(SealedLetter("", LetterKind.ROSTER, ROSTER, chat), records.today)
