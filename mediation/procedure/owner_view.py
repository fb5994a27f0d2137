"""What of a case its owner may see: the lines of its history, with a reason where it was said to them."""

from mediation.model.cases.case import Event, Role
from mediation.model.procedure.paper import Kind
from mediation.model.procedure.table import Part, ProcedureTable

OF_THE_TALK = frozenset(
    {
        "file", "claim", "take_over", "join", "record_result", "rate", "not_solved", "close", "withdraw",
        "follow_up",
    }
)  # fmt: skip
"""What of the talk an owner has seen anyway; refusals and offers among staff are theirs."""

FOR_STAFF = frozenset({Kind.TRANSFER, Kind.SUPERVISION})
"""Papers between offices."""


def owner_sees(table: ProcedureTable, event: Event) -> bool:
    """Steps that the owner took or was told of; nothing that went on among staff."""
    step = table.step(event.trigger)
    told = step is not None and (Part.OWNER in step.tell or Part.OWNER in step.who)
    return told or (step is None and event.trigger in OF_THE_TALK) or event.actor_role == Role.OWNER


def reason_shown(event: Event) -> str:
    """The owner's own reason, and that of a supervisor who closed the talk, which was sent to them."""
    sent = event.trigger == "close" and event.from_state == "resolved"
    return event.reason if sent or event.actor_role == Role.OWNER else ""
