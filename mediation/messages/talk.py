"""Two people talk through the bot. What staff write is internal until it is relayed on purpose."""

from datetime import timedelta

from mediation.access.case_access import staff_case
from mediation.errors import NotFound, Refused
from mediation.messages.file_risks import HELD
from mediation.model.cases.actor import Actor
from mediation.model.cases.case import CaseFields, Fact, Notice, Role
from mediation.model.cases.content import Content, Place, Privacy, Said
from mediation.model.records import Records

ALBUM_PAUSE = timedelta(milliseconds=800)
"""Telegram delivers the pictures of an album one by one; they are sent on together after this pause."""


def note(
    records: Records,
    actor: Actor,
    number: str,
    content: Content,
    place: Place | None,
    reply_to: int | None = None,
) -> Said:
    """Keep what a mediator wrote as an internal note; nobody outside the case's staff sees it."""
    staff_case(records, actor, number)
    return records.talk.add(number, actor.person_id, Role.HANDLER, content, Privacy.INTERNAL, place, reply_to)


def relay(records: Records, actor: Actor, said_id: int) -> list[Said]:
    """Pass a note on to the owner, on purpose; an album goes as a whole.

    Returns what was made public; empty when it already was. Only its author may relay it.
    """
    said = records.talk.get(said_id)
    case = staff_case(records, actor, said.case_number)
    if said.author_id != actor.person_id:
        raise NotFound
    if case.state == "withdrawn":
        raise Refused("case_is_withdrawn", number=case.number)
    group = [said]
    if said.content.album:
        group = [
            s
            for s in records.talk.of_case(case.number)
            if s.content.album == said.content.album and s.author_id == actor.person_id
        ]
    # the store decides what is fresh, so that two presses at the same moment relay it once
    fresh = [s.model_copy(update={"privacy": Privacy.PUBLIC}) for s in group if records.talk.publish(s.id)]
    for one in fresh:
        tell_both(records, case, one)
    return fresh


def tell_both(records: Records, case: CaseFields, said: Said) -> None:
    """Send a public message to everybody on the case except the one who wrote it."""
    for person in on_case(case):
        if person != said.author_id:
            pass_on(records, person, said)


def on_case(case: CaseFields) -> list[int]:
    """Everybody who reads and writes in this case, once each."""
    people = (case.owner_id, case.handler_id, None if case.handler_only else case.second_id)
    return [person for person in dict.fromkeys(people) if person is not None]


def pass_on(records: Records, person_id: int, said: Said) -> None:
    """One message to one person; the pictures of an album share one notice."""
    # a file that waits for a press stands for itself; the rest of its album goes on together
    album = said.content.album if said.content.risk not in HELD else None
    records.outbox.post(
        Notice(
            to=person_id,
            kind="relay_album" if album else "relay",
            case_number=said.case_number,
            facts={"said_id": said.id, "album": album},
            key=f"album:{said.case_number}:{person_id}:{album}" if album else None,
            after=records.now + ALBUM_PAUSE if album else None,
        )
    )


def take_file(records: Records, person_id: int, said_id: int) -> None:
    """Somebody on the case fetches a file that was held back. Raises ``NotFound``."""
    said = records.talk.get(said_id)
    if said.privacy is not Privacy.PUBLIC or person_id not in on_case(records.cases.get(said.case_number)):
        raise NotFound
    facts: dict[str, Fact] = {"said_id": said.id, "taken": True}
    records.audit.write("read", said.case_number, person_id, what="held_file", id=said.id)
    records.outbox.post(Notice(to=person_id, kind="relay", case_number=said.case_number, facts=facts))


def hand_file(records: Records, case: CaseFields, person_id: int) -> None:
    """Whoever takes a case gets its panel, then all that has been said between the two sides."""
    records.outbox.post(Notice(to=person_id, kind="panel", case_number=case.number))
    if case.handler_only and person_id != case.handler_id:
        return
    for said in records.talk.of_case(case.number):
        if said.privacy is Privacy.PUBLIC and said.author_id != person_id:
            pass_on(records, person_id, said)


def edited(records: Records, author_id: int, place: Place, content: Content) -> Said | None:
    """Follow an edit: the stored wording changes and so do the copies the other side already has.

    Returns ``None`` when the message belongs to no case, to another author, or to somebody who has left
    the case since (gave it back, or followed it up from another account).
    """
    said = records.talk.at(place)
    if said is None or said.author_id != author_id:
        return None
    case = records.cases.get(said.case_number)
    if author_id not in on_case(case) or said.content.kind == "taken_back":
        return None
    records.talk.rewrite(said.id, content, records.now)
    if said.privacy is Privacy.PUBLIC:
        for person in on_case(case):
            if person != author_id:
                records.outbox.post(
                    Notice(
                        to=person,
                        kind="relay_edit",
                        case_number=said.case_number,
                        facts={"said_id": said.id},
                        key=f"edit:{said.id}:{person}",
                    )
                )
    return said
