"""The formal side of a case: what was accepted, promised, decided and delivered, and by whom."""

from datetime import date

from pydantic import BaseModel, ConfigDict


class Promise(BaseModel):
    """An act that was promised, with its last day; ``done_on`` once it is done."""

    model_config = ConfigDict(frozen=True)
    what: str
    until: date
    done_on: date | None = None


class Matter(BaseModel):
    """One for each case, under its number. Dates are business dates, persons are ids.

    ``request`` is what the owner wants, in a sentence of whoever registered it; ``draft`` an opinion that
    waits for the unit head's signature, ``asked_until`` an extension that does; ``agreement`` and
    ``agreed`` what the two sides are to sign. ``about`` are staff numbers of those whom the matter is about.
    ``before`` is the state that "back" leads to. ``accepted_on`` is the first acceptance: a simple matter
    that turns out complex keeps it. ``decided_by`` holds everybody who has decided so far,
    for a review by other people. ``filings`` counts how often the same matter was filed.
    """

    number: str
    state: str
    owner_id: int
    received_on: date
    unit: str = ""
    offered_unit: str = ""
    handler_id: int | None = None
    sponsor_id: int | None = None
    before: str = ""
    request: str = ""
    about: tuple[str, ...] = ()
    asked_for_items: bool = False
    bounces: int = 0
    filings: int = 1
    opposed_to_simple: bool = False
    owner_agrees: bool = False
    other_agrees: bool = False
    owner_signed: bool = False
    other_signed: bool = False
    agreement: str = ""
    agreed: tuple[Promise, ...] = ()
    accepted_on: date | None = None
    asked_until: date | None = None
    extended_to: date | None = None
    draft: str = ""
    draft_by: int | None = None
    opinion: str = ""
    decided_by: tuple[int, ...] = ()
    delivered_on: date | None = None
    reviewed: bool = False
    explained: bool = False
    withdrawal_asked: bool = False
    promises: tuple[Promise, ...] = ()
    named: frozenset[int] = frozenset()
    """Persons whom the matter is about, and their reporting line: they neither see nor hold it."""
    version: int = 0

    @property
    def open_promises(self) -> tuple[Promise, ...]:
        """What was promised and is not done."""
        return tuple(promise for promise in self.promises if promise.done_on is None)

    def open_days(self, today: date) -> int:
        """Days since it was received."""
        return (today - self.received_on).days
