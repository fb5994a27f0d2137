"""A case goes to another department: its first contact keeps it until somebody there has accepted it.

信访工作条例 23(3): a unit that is not in charge objects within 5 working days, with reasons. Our own rule:
at the second bounce the supervisor decides, and that decision stands.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mediation.errors import NotFound, Refused
from mediation.routing_rules import TransferRule

AddWorkingDays = Callable[[date, int], date]
"""The last of so many working days after a day; the day itself is not counted."""


class TransferState(StrEnum):
    """Where a transfer stands."""

    SENT = "sent"
    OBJECTED = "objected"
    UNDECIDED = "undecided"
    DECIDED = "decided"
    ACCEPTED = "accepted"


@dataclass(frozen=True)
class Transfer:
    """A case on its way; ``first_contact`` and ``accepted_by`` are staff numbers, ``sent_on`` a local day.

    ``reasons`` has one entry for each objection: as many as there were bounces.
    """

    case_number: str
    first_contact: str
    department: str
    sent_on: date
    state: TransferState = TransferState.SENT
    reasons: tuple[str, ...] = ()
    accepted_by: str | None = None

    @property
    def keeper(self) -> str:
        """Who has the case now."""
        return self.accepted_by or self.first_contact

    @property
    def bounces(self) -> int:
        """How often it was objected to."""
        return len(self.reasons)


def objection_due(transfer: Transfer, rule: TransferRule, add_working_days: AddWorkingDays) -> date:
    """The last day on which the department may object."""
    return add_working_days(transfer.sent_on, rule.objection_working_days)


def is_overdue(transfer: Transfer, today: date, rule: TransferRule, add_working_days: AddWorkingDays) -> bool:
    """True when the days have passed and the department neither accepted nor objected."""
    waits = transfer.state in (TransferState.SENT, TransferState.DECIDED)
    return waits and today > objection_due(transfer, rule, add_working_days)


def object_to(
    transfer: Transfer, reason: str, today: date, rule: TransferRule, add_working_days: AddWorkingDays
) -> Transfer:
    """The department says that it is not in charge; it bounces to the first contact or to the supervisor.

    Raises ``Refused``: ``transfer_decided``, ``transfer_not_open``, ``reason_missing``,
    ``objection_too_late``.
    """
    if transfer.state is TransferState.DECIDED:
        raise Refused("transfer_decided")
    if transfer.state is not TransferState.SENT:
        raise Refused("transfer_not_open", state=str(transfer.state))
    if not reason.strip():
        raise Refused("reason_missing")
    if today > (due := objection_due(transfer, rule, add_working_days)):
        raise Refused("objection_too_late", due=due.isoformat())
    reasons = (*transfer.reasons, reason.strip())
    last = len(reasons) >= rule.bounces_until_decided
    return replace(
        transfer, reasons=reasons, state=TransferState.UNDECIDED if last else TransferState.OBJECTED
    )


def send_again(transfer: Transfer, department: str, today: date) -> Transfer:
    """The first contact sends it on, to the same department or another one.

    Raises ``Refused``: ``supervisor_decides``, ``transfer_not_open``.
    """
    if transfer.state is TransferState.UNDECIDED:
        raise Refused("supervisor_decides", bounces=transfer.bounces)
    if transfer.state is not TransferState.OBJECTED:
        raise Refused("transfer_not_open", state=str(transfer.state))
    return replace(transfer, department=department, sent_on=today, state=TransferState.SENT)


def decide(transfer: Transfer, department: str, today: date) -> Transfer:
    """The supervisor says who takes it, for good. Raises ``Refused`` (``nothing_to_decide``)."""
    if transfer.state is not TransferState.UNDECIDED:
        raise Refused("nothing_to_decide", state=str(transfer.state))
    return replace(transfer, department=department, sent_on=today, state=TransferState.DECIDED)


def accept(transfer: Transfer, by: str, barred: frozenset[str] = frozenset()) -> Transfer:
    """Somebody of the department takes it, at any time before it bounced; from now on it is theirs.

    Raises ``NotFound`` for one of ``barred`` (the recused), ``Refused`` (``transfer_not_open``).
    """
    if by in barred:
        raise NotFound
    if transfer.state not in (TransferState.SENT, TransferState.DECIDED):
        raise Refused("transfer_not_open", state=str(transfer.state))
    return replace(transfer, accepted_by=by, state=TransferState.ACCEPTED)
