"""Taking back what was sent by mistake: the words go everywhere, only that something stood there is left."""

from typing import Protocol

from mediation.access.case_access import own_case
from mediation.errors import NotFound, Refused
from mediation.messages.talk import on_case
from mediation.model.cases.case import Notice
from mediation.model.cases.content import Content, Said
from mediation.model.records import Records

GONE = "taken_back"
"""The kind of content that stands where something was taken back."""


class Wipes(Protocol):
    """A talk that can forget a message with all its earlier wordings."""

    def wipe(self, said_id: int, left: Content) -> None:
        """Put this in its place."""


def take_back(records: Records, talk: Wipes, owner_id: int, said_id: int) -> Said:
    """The owner takes one message back; the other side's copies follow through the outbox.

    Doing it twice changes nothing more. Raises ``NotFound`` for what is not theirs, and
    ``Refused("case_is_held")`` where the law keeps the case as it is.
    """
    said = records.talk.get(said_id)
    case = own_case(records, owner_id, said.case_number)
    if said.author_id != owner_id:
        raise NotFound
    if (held := records.holds.held(case.number)) is not None:
        raise Refused("case_is_held", number=case.number, reason=held.reason)
    if said.content.kind == GONE:
        return said
    talk.wipe(said_id, Content(kind=GONE))
    records.audit.write("taken_back", case.number, owner_id, id=said_id)
    for person in on_case(case):
        if person != owner_id:
            facts = {"said_id": said_id}
            records.outbox.post(
                Notice(to=person, kind="taken_back", case_number=case.number, facts=dict(facts))
            )
    return said
