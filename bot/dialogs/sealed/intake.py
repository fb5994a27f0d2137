"""Telling a sealed report in several messages, reading it back, filing it; all of it in the sealed store."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_words import local_time
from bot.dialogs.sealed.shared import (
    Event,
    content_of,
    draft_key,
    is_open,
    message_key,
    send,
    sender_id,
    store_of,
)
from bot.dialogs.shared.awaited_answers import Sealed
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.main_menu import leave_conversation
from bot.dialogs.shared.replies import change_message, say, say_here, toast
from mediation.errors import NotFound, Refused
from mediation.model.organisation import Organisation, Person
from mediation.sealed.intake import file_draft, name_concerned, shown, turn_asking
from mediation.sealed.model import Named, SealedDraft
from mediation.sealed.reports import has_readers
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database

NAME_LIMIT = 40
TEXT_SHOWN = 1500
"""Characters of what was told in the read-back; the rest stands above in the chat."""
CHOICES_LIMIT = 8


async def show_entry(
    event: Event, guest: Guest, database: Database, sealed_store: SealedStore | None, state: FSMContext
) -> None:
    """``/report``: who reads it, that nobody else does, that no name is needed."""
    await leave_conversation(guest, database, state)
    menu = [guest.button("button-menu", "menu")]
    if not await is_open(guest, sealed_store):
        await send(event, guest.words("sealed-not-set-up"), [menu])
        return
    rows: Keyboard = [
        [guest.button("button-report-tell", "report_tell")],
        [guest.button("button-report-code", "report_code")],
    ]
    await send(event, guest.words("sealed-door"), [*rows, menu])


async def begin_report(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    state: FSMContext,
) -> None:
    """Messages belong to the report from now on; a draft from before is kept. Not during a crisis call."""
    if not await is_open(guest, sealed_store):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    me = guest.me.person_id
    if await database.run(lambda r: r.calls.open_of(me)) is not None:
        await send(query, guest.words("sealed-lane-first"))
        return
    await leave_conversation(guest, database, state)
    await state.set_state(Sealed.telling)
    draft = await store_of(guest, sealed_store).run(lambda r: r.drafts.of(draft_key(query)))
    await toast(query)
    if draft is not None and draft.parts:
        await say_here(query, guest.words("sealed-heard", count=len(draft.parts)), _draft_row(guest))
    else:
        await say_here(
            query, guest.words("sealed-telling"), [[guest.button("button-leave-it", "report_drop")]]
        )


def _draft_row(guest: Guest) -> Keyboard:
    return [[guest.button("button-told", "report_told"), guest.button("button-throw-away", "report_drop")]]


async def add_part(
    message: Message, guest: Guest, sealed_store: SealedStore | None, max_parts: int, max_file_bytes: int
) -> None:
    """Adds a message to the draft; refuses one too many and what cannot be taken."""
    content = await content_of(message, guest, max_file_bytes)
    if content is None:
        return
    before = (
        await store_of(guest, sealed_store).run(lambda r: r.drafts.of(draft_key(message))) or SealedDraft()
    )
    if len(before.parts) >= max_parts:
        await say(message, guest.words("sealed-too-many", limit=max_parts))
        return
    draft = await store_of(guest, sealed_store).run(
        lambda r: r.drafts.add(draft_key(message), content, message_key(message))
    )
    if content.album is not None and before.parts and before.parts[-1].album == content.album:
        return  # one answer for an album, not ten
    await say(message, guest.words("sealed-heard", count=len(draft.parts)), _draft_row(guest))


async def edit_part(
    message: Message, guest: Guest, sealed_store: SealedStore | None, max_file_bytes: int
) -> None:
    """Changes a message of the draft after it was edited."""
    content = await content_of(message, guest, max_file_bytes)
    if content is not None and await store_of(guest, sealed_store).run(
        lambda r: r.drafts.edit(draft_key(message), content, message_key(message))
    ):
        await say(message, guest.words("sealed-edited"), reply=True)


async def finish_report(
    query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, state: FSMContext
) -> None:
    """The report is complete: asks whom it concerns, so that they never read it."""
    draft = await _draft(query, guest, sealed_store)
    if draft is None or not draft.parts:
        await toast(query, guest.plain("refused-nothing-told"), alert=True)
        return
    await state.set_state(Sealed.about)
    await toast(query)
    await say_here(query, guest.words("sealed-about"), [[guest.button("button-skip", "report_read")]])


async def name_given(
    message: Message, guest: Guest, database: Database, sealed_store: SealedStore | None, state: FSMContext
) -> None:
    """Keeps a name; where the organisation knows people of that name, lets one be picked."""
    name = " ".join((message.text or "").split())
    if not 0 < len(name) <= NAME_LIMIT:
        await say(message, guest.words("reason-length", limit=NAME_LIMIT))
        return
    found, organisation = await database.run(
        lambda r: ((whole := r.organisation.read()).named(name)[:CHOICES_LIMIT], whole)
    )
    if not found:
        await _keep_name(message, guest, sealed_store, state, Named(name))
        return
    await state.set_data({"options": [[one.name, one.telegram] for one in found], "typed": name})
    rows: Keyboard = [
        [Button(_person_label(organisation, one), Press("report_who", value=str(at)))]
        for at, one in enumerate(found)
    ]
    rows.append([guest.button("button-report-as-typed", "report_who", value=str(len(found)))])
    await say(message, guest.words("sealed-which"), rows)


def _person_label(organisation: Organisation, person: Person) -> str:
    unit = organisation.unit(person.unit)
    return f"{person.name}（{unit.name}）" if unit is not None else person.name


async def pick_person(
    query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, press: Press, state: FSMContext
) -> None:
    """Keeps the person who was picked, or the name as typed."""
    data = await state.get_data()
    options, at = data.get("options") or [], press.whole
    if at is None or at > len(options) or "typed" not in data:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    named_ = Named(*options[at]) if at < len(options) else Named(str(data["typed"]))
    await toast(query)
    await _keep_name(query, guest, sealed_store, state, named_)


async def _keep_name(
    event: Event, guest: Guest, sealed_store: SealedStore | None, state: FSMContext, one: Named
) -> None:
    await state.set_data({})
    draft = await store_of(guest, sealed_store).run(lambda r: name_concerned(r, draft_key(event), one))
    await _show_draft(event, guest, draft)


async def read_back(
    query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, state: FSMContext
) -> None:
    """Shows the whole draft; nothing has been filed."""
    draft = await _draft(query, guest, sealed_store)
    if draft is None or not draft.parts:
        await toast(query, guest.plain("refused-nothing-told"), alert=True)
        return
    await state.set_state(Sealed.about)
    await _show_draft(query, guest, draft)


async def toggle_later_question(query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None) -> None:
    """Allows the later question, or withdraws it."""
    if sealed_store is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    try:
        draft = await store_of(guest, sealed_store).run(lambda r: turn_asking(r, draft_key(query)))
    except NotFound:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await change_message(query, *_draft_page(guest, draft))


async def _show_draft(event: Event, guest: Guest, draft: SealedDraft) -> None:
    await send(event, *_draft_page(guest, draft))


def _draft_page(guest: Guest, draft: SealedDraft) -> tuple[str, Keyboard]:
    text = "\n".join(one.text for one in draft.parts if one.text)
    files = sum(1 for one in draft.parts if one.kind != "text")
    names = "、".join(one.name for one in draft.about) or guest.plain("not-said")
    html = guest.words(
        "sealed-read-back",
        text=text[:TEXT_SHOWN] + ("…" if len(text) > TEXT_SHOWN else ""),
        files=files,
        people=names,
    )
    ask = "button-report-ask-off" if draft.ask else "button-report-ask-on"
    rows: Keyboard = [
        [guest.button("button-report-file", "report_file")],
        [guest.button(ask, "report_ask")],
        [guest.button("button-report-more", "report_tell"), guest.button("button-throw-away", "report_drop")],
    ]
    return html, rows


async def file_report(
    query: CallbackQuery,
    guest: Guest,
    sealed_store: SealedStore | None,
    allowances: Allowances,
    state: FSMContext,
) -> None:
    """Files the report and shows the code, once; refuses too many reports in a while."""
    if sealed_store is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    mine, language = draft_key(query), guest.language
    until = allowances.sealed_reports.goes_on(guest.me.person_id, guest.now)
    if until is not None:
        await toast(query, guest.plain("limit-sealed", time=local_time(guest, until)), alert=True)
        return
    try:
        code = await store_of(guest, sealed_store).run(
            lambda r: file_draft(r, mine, sender_id(query), language)
        )
    except Refused:
        await toast(query, guest.plain("refused-nothing-told"), alert=True)
        return
    allowances.sealed_reports.take(guest.me.person_id, guest.now)
    await state.clear()
    await toast(query)
    await say_here(query, guest.words("sealed-filed", code=code), [[guest.button("button-menu", "menu")]])
    if not await store_of(guest, sealed_store).run(lambda r: has_readers(r, code)):
        await say_here(query, guest.words("sealed-nobody-reads"))
    await store_of(guest, sealed_store).run(lambda r: shown(r, mine))


async def drop_draft(
    query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, state: FSMContext
) -> None:
    """Deletes the draft unread."""
    if sealed_store is not None:
        await store_of(guest, sealed_store).run(lambda r: r.drafts.drop(draft_key(query)))
    await state.clear()
    await toast(query)
    await say_here(query, guest.words("sealed-dropped"), [[guest.button("button-menu", "menu")]])


async def _draft(query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None) -> SealedDraft | None:
    if sealed_store is None:
        return None
    return await store_of(guest, sealed_store).run(lambda r: r.drafts.of(draft_key(query)))
