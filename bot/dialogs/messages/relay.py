"""The relay: messages of an owner reach the handler; messages of staff are internal notes until relayed."""

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_words import hold_file_back
from bot.dialogs.messages.original_pictures import ask_about_original, is_original, owns
from bot.dialogs.messages.secret_check import ask_about_secret
from bot.dialogs.shared.answered_case import case_answered
from bot.dialogs.shared.awaited_answers import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import AnswersACase, InConversation, NotACommand, Pressed, Private
from bot.dialogs.shared.message_content import Unfit, place_of, read_content, without_command
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import change_message, say, toast
from mediation.cases.filing import add_to_case
from mediation.errors import NotFound, Refused
from mediation.messages.talk import edited, note, relay
from mediation.model.cases.content import Content, Privacy
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


async def relay_message(
    message: Message, guest: Guest, database: Database, max_file_bytes: int, allowances: Allowances
) -> None:
    """Keeps a message of a conversation: an owner's is passed on, one of staff becomes an internal note."""
    try:
        content = read_content(message, max_file_bytes)
    except Unfit as unfit:
        await say(message, guest.words(unfit.key, **unfit.facts), reply=True)
        return
    number = guest.me.current_case or ""
    if is_original(content) and await _ask_about_original(message, guest, database, number):
        return
    now = guest.now
    if guest.me.staff is None:
        if await ask_about_secret(message, guest, content, number):
            return
        if await hold_file_back(message, guest, allowances, content, Press("add_to", number)):
            return
    is_echo = content.file is None and allowances.texts.again(guest.me.person_id, content.text, now)
    since = now - allowances.texts.within if is_echo else None
    try:
        kept = await database.once(
            guest.ticket,
            lambda records: _keep(records, guest, message, content, number, since),
            final=_needs_no_answer,
        )
    except NotFound:
        await database.run(lambda r: r.people.sit_down(guest.me.person_id, None))
        await say(message, guest.words("conversation-over"), [[guest.button("button-menu", "menu")]])
        return
    except Refused as error:
        await say(message, refusal_words(guest, error))
        return
    await _acknowledge(message, guest, kept)


async def _ask_about_original(message: Message, guest: Guest, database: Database, number: str) -> bool:
    """True where an owner sent an original picture: they are asked, and nothing is stored yet."""

    def look(records: SqlRecords) -> str | None:
        to = case_answered(records, message, guest.me.person_id)
        meant = to.number if to is not None else number
        return meant if owns(records, guest.me.person_id, meant) else None

    meant = await database.run(look)
    if meant is not None:
        await ask_about_original(message, guest, meant)
    return meant is not None


def _keep(
    records: SqlRecords, guest: Guest, message: Message, content: Content, number: str,
    since: datetime | None = None,
) -> dict[str, object]:  # fmt: skip
    """Stores the message, its place and its letters in one transaction; returns what the answer needs.

    With ``since``, words that the owner has said since then already are not stored again.
    """
    person = guest.me.person_id
    to = case_answered(records, message, person)
    number = to.number if to is not None else number  # an answer to a message of another case belongs there
    reply_to = to.said_id if to is not None else None
    case = records.cases.get(number)
    if case.owner_id == person:
        if since is not None and records.talk.has_said(
            number, person, content.text, since, place_of(message)
        ):
            return {"side": "copy", "number": number}
        said = add_to_case(records, person, number, content, place_of(message), reply_to)
        first = not records.talk.owner_spoke_since_handed(number, case.claimed_at, said.id)
        return {"side": "owner", "number": number, "handled": case.handler_id is not None, "first": first}
    said = note(records, guest.actor, number, content, place_of(message), reply_to)
    again = bool(content.album) and records.talk.album_size(number, content.album or "") > 1
    return {"side": "staff", "number": number, "said": said.id, "quiet": again}


def _needs_no_answer(kept: dict[str, object]) -> bool:
    """True where the sender gets no answer: most messages of a conversation."""
    if kept["side"] == "copy":
        return False
    if kept["side"] == "owner":
        return bool(kept["handled"]) and not kept["first"]
    return bool(kept["quiet"])


async def _acknowledge(message: Message, guest: Guest, kept: dict[str, object]) -> None:
    number = str(kept["number"])
    if kept["side"] == "copy":
        await say(message, guest.words("limit-copy-said"), reply=True)
        return
    if kept["side"] == "owner":
        if not kept["handled"]:
            await say(message, guest.words("added-unclaimed", number=number), reply=True)
        elif kept["first"]:
            await say(message, guest.words("passed-on", number=number), reply=True)
        return
    if not kept["quiet"]:
        buttons = [[guest.button("button-relay", "relay", number, str(kept["said"]))]]
        await say(message, guest.words("noted", number=number), buttons, reply=True)


async def relay_note(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Passes an internal note on to the owner, once."""
    said_id = press.whole
    if said_id is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    try:
        count = await database.once(guest.ticket, lambda r: len(relay(r, guest.actor, said_id)))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query, guest.plain("relayed" if count else "relayed-already"))
    await change_message(query, guest.words("relayed"))


async def follow_edit(message: Message, guest: Guest, database: Database, max_file_bytes: int) -> None:
    """Changes the draft, the note or the relayed copies after a message was edited."""
    if guest.visitor is None:
        return
    try:
        content = without_command(read_content(message, max_file_bytes))
    except Unfit:
        return
    person = guest.visitor.person_id

    def follow(records: SqlRecords) -> str:
        if records.drafts.edit_part(person, content, place_of(message)):
            return "draft"
        said = edited(records, person, place_of(message), content)
        if said is None:
            return "none"
        return "public" if said.privacy is Privacy.PUBLIC else "internal"

    what = await database.once(guest.ticket, follow)
    if what != "none":
        await say(message, guest.words(f"edit-{what}"), reply=True)


async def say_command(message: Message, guest: Guest, database: Database, max_file_bytes: int) -> None:
    """``/say words``: relays at once; only staff with a current case."""
    number = guest.me.current_case
    content = without_command(read_content(message, max_file_bytes))
    if guest.me.staff is None or number is None or not content.text:
        await say(message, guest.words("say-how"))
        return

    def speak(records: SqlRecords) -> int:
        kept = _keep(records, guest, message, content, number)
        return len(relay(records, guest.actor, int(str(kept["said"])))) if "said" in kept else 0

    try:
        await database.once(guest.ticket, speak)
    except Refused as error:
        await say(message, refusal_words(guest, error))
        return
    await say(message, guest.words("relayed"), reply=True)


def relay_router() -> Router:
    """A fresh router; it asks nothing of the dialog library, for most messages end here."""
    router = Router(name="relay")
    router.message.filter(Private())
    router.message.register(relay_message, InConversation(), NotACommand())
    # whoever tells a new concern may still answer somebody in an old one
    anywhere = StateFilter(None, Expecting.law_question, Expecting.reckoning, Expecting.concern)
    router.message.register(relay_message, anywhere, AnswersACase(), NotACommand())
    router.message.register(say_command, Command("say"))
    router.callback_query.register(relay_note, Private(), Pressed("relay"))
    router.edited_message.register(follow_edit, Private())
    return router
