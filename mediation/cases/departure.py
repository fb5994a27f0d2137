"""Who leaves the roster, or whose telephone is in other hands, is out of every conversation at once."""

from collections.abc import Iterable
from typing import Protocol

from mediation.cases.life import card
from mediation.crisis.calls import WithCalls, ring
from mediation.model.cases.case import CaseFields

EVERYBODY = 2
"""The stage of a call at which all who can listen are rung and the numbers stay in sight."""


class People(Protocol):
    """The seats of those who talk in a case."""

    def sit_down(self, person_id: int, case_number: str | None) -> None:
        """Talk in this case from now on, or in none."""


def end_conversations(
    records: WithCalls, people: People, person_id: int, cases: Iterable[CaseFields]
) -> None:
    """No seat, no help in these cases, no cry for help any more; whoever was crying is rung for anew."""
    people.sit_down(person_id, None)
    for case in cases:
        if case.second_id == person_id:
            records.cases.save(case.model_copy(update={"second_id": None}))
            records.outbox.post(card(case.number))
    call = records.calls.answered_by(person_id)
    if call is not None:
        ring(records, call.model_copy(update={"responder_id": None, "stage": EVERYBODY}))
        records.audit.write("crisis", f"crisis:{call.id}", None, what="rung_anew")
