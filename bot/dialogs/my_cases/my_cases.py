"""Own cases: list, state, conversation, withdrawal, rating."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.my_cases.related_rows import joint_button_row, related_lines, signed_rows
from bot.dialogs.my_cases.states import Expecting
from bot.dialogs.shared.case_moves import CaseRules, handler_name, move_case
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import remove_buttons, say, say_here, toast
from mediation.access.case_access import own_case
from mediation.cases.moves import add_rating_words
from mediation.errors import Refused
from mediation.model.cases.actor import Intent
from mediation.model.cases.case import CaseFields
from storage.unit_of_work.database import Database

WORDS_LIMIT = 500
LIVE = ("submitted", "claimed", "reopened", "second_look", "resolved")


async def cases_command(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """``/cases``: one's own cases and the joint matters one has signed."""
    await state.clear()
    html, rows = await _list(guest, database)
    await say(message, html, rows)


async def cases_pressed(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """The same from a button."""
    await toast(query)
    await state.clear()
    html, rows = await _list(guest, database)
    await say_here(query, html, rows)


async def _list(guest: Guest, database: Database) -> tuple[str, Keyboard]:
    mine, signed = await database.run(lambda r: (r.cases.of_owner(guest.me.person_id), signed_rows(r, guest)))
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


async def show_case(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Where the case stands, what comes next, and what its owner can do."""
    try:
        case = await _own_case(guest, database, press.number)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await say_here(query, await _status(guest, database, case), _case_buttons(guest, case))


async def _own_case(guest: Guest, database: Database, number: str) -> CaseFields:
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
    lines += await database.run(lambda r: related_lines(r, guest, case))
    return "\n".join(lines)


def _case_buttons(guest: Guest, case: CaseFields) -> Keyboard:
    rows: Keyboard = []
    if case.state in LIVE:
        key = "button-talk" if case.handler_id is not None else "button-add"
        rows.append([guest.button(key, "talk", case.number)])
    rows += joint_button_row(guest, case)
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


async def open_conversation(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """Makes the case current: messages belong to it from now on."""
    try:
        case = await _own_case(guest, database, press.number)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await state.clear()
    await database.run(lambda r: r.people.sit_down(guest.me.person_id, case.number))
    key = "talk-now" if case.handler_id is not None else "add-now"
    html = guest.words(key, number=case.number, handler=await handler_name(guest, database, case.handler_id))
    await say_here(query, html, [[guest.button("button-stop-talking", "menu")]])


async def ask_to_withdraw(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Asks for a confirmation; nothing has happened yet."""
    try:
        await _own_case(guest, database, press.number)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    rows = [
        [guest.button("button-withdraw-yes", "withdraw_yes", press.number)],
        [guest.button("button-keep-it", "see", press.number)],
    ]
    await say_here(query, guest.words("withdraw-sure", number=press.number), rows)


async def withdraw_case(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """Withdraws the case."""
    await _move_as_owner(query, guest, database, case_rules, press, "withdraw", "withdraw-done")


async def rate_case(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """Rates the result, once; thanks are sent as a letter."""
    await _move_as_owner(
        query, guest, database, case_rules, press, "rate", "", Intent(rating=press.whole or 0)
    )
    await remove_buttons(query)


async def _move_as_owner(
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
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    if done:
        await say_here(query, guest.words(done, number=press.number), [[guest.button("button-menu", "menu")]])


async def ask_for_rating_words(query: CallbackQuery, guest: Guest, press: Press, state: FSMContext) -> None:
    """Asks for a few words on the rating."""
    await toast(query)
    await state.set_state(Expecting.rating_words)
    await state.set_data({"number": press.number})
    await say_here(query, guest.words("rating-words-what"), [[guest.button("button-leave-it", "leave_it")]])


async def rating_words_given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Adds the words to the rating."""
    words = (message.text or "").strip()
    if not words or len(words) > WORDS_LIMIT:
        await say(message, guest.words("reason-length", limit=WORDS_LIMIT))
        return
    number = str((await state.get_data()).get("number", ""))
    await state.clear()
    try:
        await database.once(guest.ticket, lambda r: add_rating_words(r, guest.me.person_id, number, words))
    except Refused as error:
        await say(message, refusal_words(guest, error))
        return
    await say(message, guest.words("rating-words-done"))


def my_cases_router() -> Router:
    """A fresh router."""
    router = Router(name="my_cases")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(cases_command, Command("cases"))
    router.message.register(rating_words_given, Expecting.rating_words, NotACommand())
    router.callback_query.register(cases_pressed, Pressed("cases"))
    router.callback_query.register(show_case, Pressed("see"))
    router.callback_query.register(open_conversation, Pressed("talk"))
    router.callback_query.register(ask_to_withdraw, Pressed("withdraw"))
    router.callback_query.register(withdraw_case, Pressed("withdraw_yes"))
    router.callback_query.register(rate_case, Pressed("rate"))
    router.callback_query.register(ask_for_rating_words, Pressed("rating_words"))
    return router
