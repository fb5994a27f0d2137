"""What the owner of a case can do with it: see it, go on talking, add, withdraw, rate."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.my_cases.related_rows import belongs, joint_row, signed_list
from bot.dialogs.my_cases.states import Expecting
from bot.dialogs.shared.case_moves import CaseRules, handler_name, move_case
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, say, toast, without_buttons
from mediation.access.case_access import own_case
from mediation.cases.moves import add_rating_words
from mediation.errors import Refused
from mediation.model.cases.actor import Intent
from mediation.model.cases.case import CaseFields
from storage.unit_of_work.database import Database

WORDS_LIMIT = 500
LIVE = ("submitted", "claimed", "reopened", "second_look", "resolved")


async def cases(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """``/cases``."""
    await state.clear()
    html, rows = await _list(guest, database)
    await say(message, html, rows)


async def cases_pressed(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """The third door."""
    await toast(query)
    await state.clear()
    html, rows = await _list(guest, database)
    await here(query, html, rows)


async def _list(guest: Guest, database: Database) -> tuple[str, Keyboard]:
    mine, signed = await database.run(lambda r: (r.cases.of_owner(guest.me.person_id), signed_list(r, guest)))
    rows: Keyboard = [
        [
            Button(
                guest.plain(
                    "cases-row",
                    number=case.number,
                    category=guest.plain(f"category-{case.category}"),
                    state=guest.plain(f"state-{case.state.replace('_', '-')}"),
                ),
                Press("see", case.number),
            )
        ]
        for case in mine
    ]
    rows += signed
    rows.append([guest.button("button-follow", "follow")])
    rows.append([guest.button("button-menu", "menu")])
    return guest.words("cases" if mine or signed else "cases-none"), rows


async def see(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Where it stands and what comes next."""
    try:
        case = await _own(guest, database, press.number)
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await here(query, await _status(guest, database, case), _acts(guest, case))


async def _own(guest: Guest, database: Database, number: str) -> CaseFields:
    return await database.run(lambda r: own_case(r, guest.me.person_id, number))


async def _status(guest: Guest, database: Database, case: CaseFields) -> str:
    handler = await handler_name(guest, database, case.handler_id)
    state = case.state.replace("_", "-")
    head = guest.words(
        "see-head",
        number=case.number,
        category=guest.plain(f"category-{case.category}"),
        filed=case.filed_at.astimezone(guest.zone).strftime("%Y-%m-%d %H:%M"),
        state=guest.plain(f"state-{state}"),
    )
    # given back after the end: what comes next is what comes next after filing
    stage = "submitted" if case.handler_id is None and case.state in ("reopened", "second_look") else state
    lines = [head, guest.words(f"see-next-{stage}", handler=handler)]
    if case.result:
        lines.append(guest.words("see-result", result=case.result))
    lines += await database.run(lambda r: belongs(r, guest, case))
    return "\n".join(lines)


def _acts(guest: Guest, case: CaseFields) -> Keyboard:
    rows: Keyboard = []
    if case.state in LIVE:
        key = "button-talk" if case.handler_id is not None else "button-add"
        rows.append([guest.button(key, "talk", case.number)])
    rows += joint_row(guest, case)
    if case.state == "resolved" and case.rating is None:
        rows.append([Button("★" * n, Press("rate", case.number, str(n))) for n in (1, 2, 3)])
        rows.append([Button("★" * n, Press("rate", case.number, str(n))) for n in (4, 5)])
    if case.state in ("resolved", "closed"):
        rows.append([guest.button("button-not-solved", "not_solved", case.number)])
    rows.append([guest.button("button-stage", "stage", case.number)])
    if case.state in LIVE:
        rows.append([guest.button("button-withdraw", "withdraw", case.number)])
    rows.append([guest.button("button-menu", "menu")])
    return rows


async def talk(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """From now on, what is written here belongs to this case."""
    try:
        case = await _own(guest, database, press.number)
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await state.clear()
    await database.run(lambda r: r.people.sit_down(guest.me.person_id, case.number))
    key = "talk-now" if case.handler_id is not None else "add-now"
    html = guest.words(key, number=case.number, handler=await handler_name(guest, database, case.handler_id))
    await here(query, html, [[guest.button("button-stop-talking", "menu")]])


async def withdraw(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Ask once more; nothing has happened yet."""
    try:
        await _own(guest, database, press.number)
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    rows = [
        [guest.button("button-withdraw-yes", "withdraw_yes", press.number)],
        [guest.button("button-keep-it", "see", press.number)],
    ]
    await here(query, guest.words("withdraw-sure", number=press.number), rows)


async def withdraw_yes(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """Take it back."""
    await _as_owner(query, guest, database, case_rules, press, "withdraw", "withdraw-done")


async def rate(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """One press, asked once; the thanks come through the outbox."""
    await _as_owner(query, guest, database, case_rules, press, "rate", "", Intent(rating=press.whole or 0))
    await without_buttons(query)


async def _as_owner(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
    trigger: str,
    done: str,
    intent: Intent | None = None,
) -> None:
    try:
        await move_case(guest, database, case_rules, press.number, trigger, intent, as_owner=True)
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    if done:
        await here(query, guest.words(done, number=press.number), [[guest.button("button-menu", "menu")]])


async def rating_words(query: CallbackQuery, guest: Guest, press: Press, state: FSMContext) -> None:
    """A few words to the rating, if they wish."""
    await toast(query)
    await state.set_state(Expecting.rating_words)
    await state.set_data({"number": press.number})
    await here(query, guest.words("rating-words-what"), [[guest.button("button-leave-it", "leave_it")]])


async def rating_words_given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Keep them."""
    words = (message.text or "").strip()
    if not words or len(words) > WORDS_LIMIT:
        await say(message, guest.words("reason-length", limit=WORDS_LIMIT))
        return
    number = str((await state.get_data()).get("number", ""))
    await state.clear()
    try:
        await database.once(guest.ticket, lambda r: add_rating_words(r, guest.me.person_id, number, words))
    except Refused as error:
        await say(message, refused(guest, error))
        return
    await say(message, guest.words("rating-words-done"))


def my_cases_router() -> Router:
    """A fresh router."""
    router = Router(name="my_cases")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(cases, Command("cases"))
    router.message.register(rating_words_given, Expecting.rating_words, NotACommand())
    router.callback_query.register(cases_pressed, Pressed("cases"))
    router.callback_query.register(see, Pressed("see"))
    router.callback_query.register(talk, Pressed("talk"))
    router.callback_query.register(withdraw, Pressed("withdraw"))
    router.callback_query.register(withdraw_yes, Pressed("withdraw_yes"))
    router.callback_query.register(rate, Pressed("rate"))
    router.callback_query.register(rating_words, Pressed("rating_words"))
    return router
