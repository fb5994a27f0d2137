"""Which case a message answers: the one that the answered message stands for, or that its words name.

A message whose sending was never confirmed is sent again, and only the second copy stands on the map. Where
somebody answers the first one, its words say which it was.
"""

from dataclasses import dataclass

from aiogram.types import Message

from bot.dialogs.shared.message_content import place_of
from mediation.errors import NotFound
from mediation.model.cases.content import Place
from mediation.model.cases.numbers import NUMBER_IN_WORDS
from storage.unit_of_work.records import SqlRecords

_MESSAGES_AROUND = 40
"""Messages of the chat among which the other copy is looked for."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A case, and the stored message that is answered, if it is one."""

    number: str
    said_id: int | None = None


def case_answered(records: SqlRecords, message: Message, person_id: int) -> Answered | None:
    """What ``message`` answers; ``None`` where that is no case of this person."""
    earlier = message.reply_to_message
    if earlier is None:
        return None
    there = place_of(message).model_copy(update={"message": earlier.message_id})
    if (number := records.places.case_at(there)) is not None:
        said = records.talk.at(there)
        return Answered(number, said.id if said is not None else None)
    if earlier.from_user is None or message.bot is None or earlier.from_user.id != message.bot.id:
        return None
    words = earlier.text or earlier.caption or ""
    return _other_copy(records, there, words) or _case_named(records, words, person_id)


def _other_copy(records: SqlRecords, there: Place, words: str) -> Answered | None:
    """The nearest mapped message around with the same words."""
    for said_id in records.places.said_around(there, _MESSAGES_AROUND) if words else ():
        said = records.talk.get(said_id)
        if said.content.text == words:
            return Answered(said.case_number, said.id)
    return None


def _case_named(records: SqlRecords, words: str, person_id: int) -> Answered | None:
    """The first case of this person whose number stands in ``words``."""
    for number in NUMBER_IN_WORDS.findall(words):
        try:
            case = records.cases.get(number)
        except NotFound:
            continue
        if person_id in (case.owner_id, case.handler_id, case.second_id):
            return Answered(number)
    return None
