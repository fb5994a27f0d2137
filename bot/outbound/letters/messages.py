"""Letters that carry what one side says to the other."""

from bot.outbound.letters.form import FeatureLetters, Form, Outcome, Writing
from bot.outbound.letters.held_files import in_its_place, is_held, with_warning
from bot.outbound.outgoing import Album, Copy, Edit, Outgoing, TakeBack
from mediation.errors import NotFound
from mediation.messages.taking_back import GONE
from mediation.messages.talk import on_case
from mediation.model.cases.case import Notice
from mediation.model.cases.content import Privacy, Said
from storage.mail.outbox import Letter
from storage.unit_of_work.records import SqlRecords

EXCERPT = 30
"""Characters by which an author knows again what did not arrive."""


def _said(writing: Writing) -> Said | None:
    """What is to be carried; nothing where it is gone, internal, or the reader has left the case since."""
    records, letter = writing.records, writing.letter
    said = records.talk.get(int(letter.facts["said_id"]))
    if said.content.kind == GONE or said.privacy is not Privacy.PUBLIC:
        return None
    return said if letter.person_id in on_case(records.cases.get(said.case_number)) else None


def _edit(writing: Writing) -> Edit | None:
    said = _said(writing)
    if said is None:
        return None
    place = writing.records.places.of_said(said.id, writing.records.bot, writing.chat)
    return Edit(said.id, said.content, place.message) if place else None


def _copy(writing: Writing) -> Outgoing | None:
    said = _said(writing)
    if said is None:
        return None
    reply_to = _reply_to(writing, said)
    language = writing.letter.language
    if is_held(said.content) and not writing.letter.facts.get("taken"):
        return in_its_place(writing.wording, language, said, reply_to)
    return with_warning(writing.wording, language, Copy(said.id, said.content, reply_to))


def _album(writing: Writing) -> Outgoing | None:
    """The pictures of the album that have not arrived yet."""
    said, records = _said(writing), writing.records
    if said is None:
        return None
    reply_to = _reply_to(writing, said)
    items = [
        (one.id, one.content)
        for one in records.talk.of_case(said.case_number)
        if one.content.album == said.content.album
        and one.privacy is Privacy.PUBLIC
        and not is_held(one.content)
        and one.content.kind != GONE
        and records.places.of_said(one.id, records.bot, writing.chat) is None
    ]
    if len(items) == 1:
        return Copy(items[0][0], items[0][1], reply_to)
    return Album(items, reply_to) if items else None


def _reply_to(writing: Writing, said: Said) -> int | None:
    """The message that it answers; who is busy with another case is shown where it belongs."""
    records = writing.records
    if said.reply_to is not None:
        earlier = records.places.of_said(said.reply_to, records.bot, writing.chat)
        return earlier.message if earlier else None
    if writing.letter.current_case != said.case_number:
        return records.places.anchor(said.case_number, records.bot, writing.chat)
    return None


def _take_back(writing: Writing) -> TakeBack | None:
    """The copy of what its author took back; ``None`` where it never stood."""
    records = writing.records
    place = records.places.of_said(int(writing.letter.facts["said_id"]), records.bot, writing.chat)
    return TakeBack((place.message,), writing.html("taken-back-here")) if place is not None else None


def _tell_author(records: SqlRecords, letter: Letter, outcome: Outcome) -> None:
    """Whoever wrote something that did not arrive is told so."""
    if outcome not in (Outcome.FAILED, Outcome.UNREACHABLE):
        return
    try:
        said = records.talk.get(int(letter.facts["said_id"]))
    except (NotFound, KeyError, ValueError, TypeError):
        return  # there is no author any more
    facts = {"excerpt": said.content.text[:EXCERPT]}
    notice = Notice(to=said.author_id, kind="not_delivered", case_number=said.case_number, facts=facts)
    records.outbox.post(notice)


def _tell_owner(records: SqlRecords, letter: Letter, outcome: Outcome) -> None:
    """What could not be taken away on the other side is still there, and the owner is told so."""
    if outcome in (Outcome.FAILED, Outcome.UNREACHABLE) and letter.case_number is not None:
        owner = records.cases.get(letter.case_number).owner_id
        records.outbox.post(Notice(to=owner, kind="taken_back_left", case_number=letter.case_number))


MESSAGES = FeatureLetters(
    {
        "relay": Form(write=_copy, knows_readers=True, ended=_tell_author),
        "relay_album": Form(write=_album, knows_readers=True, ended=_tell_author),
        "relay_edit": Form(write=_edit, knows_readers=True, changes_another=True),
        "taken_back": Form(write=_take_back, changes_another=True, ended=_tell_owner),
    }
)
