"""A report is told in several messages, read back and filed; all of it stays in the sealed store."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_words import moment
from bot.dialogs.sealed.shared import Event, content_of, is_open, once, store, teller, who, write
from bot.dialogs.shared.awaited_answers import Sealed
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.main_menu import leave_conversation
from bot.dialogs.shared.replies import change, here, say, toast
from mediation.errors import NotFound, Refused
from mediation.model.organisation import Organisation, Person
from mediation.sealed.intake import file_draft, name_concerned, shown, turn_asking
from mediation.sealed.model import Named, SealedDraft
from mediation.sealed.reports import has_readers
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database

NAME_LIMIT = 40
SHOWN = 1500
"""Characters of what was told in the read-back; the rest stands above in the chat."""
CHOICES_LIMIT = 8


async def door(
    event: Event, guest: Guest, database: Database, sealed_store: SealedStore | None, state: FSMContext
) -> None:
    """``/report``: who reads it, that nobody else does, that no name is needed."""
    await leave_conversation(guest, database, state)
    menu = [guest.button("button-menu", "menu")]
    if not await is_open(guest, sealed_store):
        await write(event, guest.words("sealed-not-set-up"), [menu])
        return
    rows: Keyboard = [
        [guest.button("button-report-tell", "report_tell")],
        [guest.button("button-report-code", "report_code")],
    ]
    await write(event, guest.words("sealed-door"), [*rows, menu])


async def tell(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    state: FSMContext,
) -> None:
    """From now on what they write belongs to the report; what was told before is still there."""
    if not await is_open(guest, sealed_store):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    me = guest.me.person_id
    if await database.run(lambda r: r.calls.open_of(me)) is not None:
        await write(query, guest.words("sealed-lane-first"))
        return
    await leave_conversation(guest, database, state)
    await state.set_state(Sealed.telling)
    draft = await store(guest, sealed_store).run(lambda r: r.drafts.of(teller(query)))
    await toast(query)
    if draft is not None and draft.parts:
        await here(query, guest.words("sealed-heard", count=len(draft.parts)), _after_part(guest))
    else:
        await here(query, guest.words("sealed-telling"), [[guest.button("button-leave-it", "report_drop")]])


def _after_part(guest: Guest) -> Keyboard:
    return [[guest.button("button-told", "report_told"), guest.button("button-throw-away", "report_drop")]]


async def heard(
    message: Message, guest: Guest, sealed_store: SealedStore | None, max_parts: int, max_file_bytes: int
) -> None:
    """One more message of it."""
    content = await content_of(message, guest, max_file_bytes)
    if content is None:
        return
    before = await store(guest, sealed_store).run(lambda r: r.drafts.of(teller(message))) or SealedDraft()
    if len(before.parts) >= max_parts:
        await say(message, guest.words("sealed-too-many", limit=max_parts))
        return
    draft = await store(guest, sealed_store).run(
        lambda r: r.drafts.add(teller(message), content, once(message))
    )
    if content.album is not None and before.parts and before.parts[-1].album == content.album:
        return  # one answer for an album, not ten
    await say(message, guest.words("sealed-heard", count=len(draft.parts)), _after_part(guest))


async def edited(
    message: Message, guest: Guest, sealed_store: SealedStore | None, max_file_bytes: int
) -> None:
    """A message of it was changed."""
    content = await content_of(message, guest, max_file_bytes)
    if content is not None and await store(guest, sealed_store).run(
        lambda r: r.drafts.edit(teller(message), content, once(message))
    ):
        await say(message, guest.words("sealed-edited"), reply=True)


async def told(
    query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, state: FSMContext
) -> None:
    """That was it; whom it is about is asked next, so that they never read it."""
    draft = await _draft(query, guest, sealed_store)
    if draft is None or not draft.parts:
        await toast(query, guest.plain("refused-nothing-told"), alert=True)
        return
    await state.set_state(Sealed.about)
    await toast(query)
    await here(query, guest.words("sealed-about"), [[guest.button("button-skip", "report_read")]])


async def named(
    message: Message, guest: Guest, database: Database, sealed_store: SealedStore | None, state: FSMContext
) -> None:
    """A name: where the organisation knows one, it is picked; else it is kept as it was written."""
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
        [Button(_where(organisation, one), Press("report_who", value=str(at)))]
        for at, one in enumerate(found)
    ]
    rows.append([guest.button("button-report-as-typed", "report_who", value=str(len(found)))])
    await say(message, guest.words("sealed-which"), rows)


def _where(organisation: Organisation, person: Person) -> str:
    unit = organisation.unit(person.unit)
    return f"{person.name}（{unit.name}）" if unit is not None else person.name


async def picked(
    query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, press: Press, state: FSMContext
) -> None:
    """This one, or none of them."""
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
    draft = await store(guest, sealed_store).run(lambda r: name_concerned(r, teller(event), one))
    await _show(event, guest, draft)


async def read_back(
    query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, state: FSMContext
) -> None:
    """All of it once more; nothing has been filed."""
    draft = await _draft(query, guest, sealed_store)
    if draft is None or not draft.parts:
        await toast(query, guest.plain("refused-nothing-told"), alert=True)
        return
    await state.set_state(Sealed.about)
    await _show(query, guest, draft)


async def asking(query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None) -> None:
    """May be asked later, or not after all."""
    if sealed_store is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    try:
        draft = await store(guest, sealed_store).run(lambda r: turn_asking(r, teller(query)))
    except NotFound:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await change(query, *_page(guest, draft))


async def _show(event: Event, guest: Guest, draft: SealedDraft) -> None:
    await write(event, *_page(guest, draft))


def _page(guest: Guest, draft: SealedDraft) -> tuple[str, Keyboard]:
    text = "\n".join(one.text for one in draft.parts if one.text)
    files = sum(1 for one in draft.parts if one.kind != "text")
    names = "、".join(one.name for one in draft.about) or guest.plain("not-said")
    html = guest.words(
        "sealed-read-back", text=text[:SHOWN] + ("…" if len(text) > SHOWN else ""), files=files, people=names
    )
    ask = "button-report-ask-off" if draft.ask else "button-report-ask-on"
    rows: Keyboard = [
        [guest.button("button-report-file", "report_file")],
        [guest.button(ask, "report_ask")],
        [guest.button("button-report-more", "report_tell"), guest.button("button-throw-away", "report_drop")],
    ]
    return html, rows


async def file_it(
    query: CallbackQuery,
    guest: Guest,
    sealed_store: SealedStore | None,
    allowances: Allowances,
    state: FSMContext,
) -> None:
    """Filed; the code is shown, once."""
    if sealed_store is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    mine, language = teller(query), guest.language
    until = allowances.sealed_reports.goes_on(guest.me.person_id, guest.now)
    if until is not None:
        await toast(query, guest.plain("limit-sealed", time=moment(guest, until)), alert=True)
        return
    try:
        code = await store(guest, sealed_store).run(lambda r: file_draft(r, mine, who(query), language))
    except Refused:
        await toast(query, guest.plain("refused-nothing-told"), alert=True)
        return
    allowances.sealed_reports.take(guest.me.person_id, guest.now)
    await state.clear()
    await toast(query)
    await here(query, guest.words("sealed-filed", code=code), [[guest.button("button-menu", "menu")]])
    if not await store(guest, sealed_store).run(lambda r: has_readers(r, code)):
        await here(query, guest.words("sealed-nobody-reads"))
    await store(guest, sealed_store).run(lambda r: shown(r, mine))


async def dropped(
    query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None, state: FSMContext
) -> None:
    """Thrown away; nobody has read it."""
    if sealed_store is not None:
        await store(guest, sealed_store).run(lambda r: r.drafts.drop(teller(query)))
    await state.clear()
    await toast(query)
    await here(query, guest.words("sealed-dropped"), [[guest.button("button-menu", "menu")]])


async def _draft(query: CallbackQuery, guest: Guest, sealed_store: SealedStore | None) -> SealedDraft | None:
    if sealed_store is None:
        return None
    return await store(guest, sealed_store).run(lambda r: r.drafts.of(teller(query)))
