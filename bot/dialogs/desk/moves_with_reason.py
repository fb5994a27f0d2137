"""Moves that need words: a reason, a result. Asked for, read back where it matters, then done."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.desk.states import Expecting
from bot.dialogs.shared.case_moves import CaseRules, colleague, may_move, move_case
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, say, toast
from mediation.access.case_access import staff_case
from mediation.errors import Refused
from mediation.model.cases.actor import Intent
from storage.unit_of_work.database import Database

REASON_LIMIT = 500
RESULT_LIMIT = 1800
"""Characters; the result must fit into one message with everything around it."""


@dataclass(frozen=True)
class Asked:
    """What a button asks for: the trigger it leads to and the state that waits for the words."""

    trigger: str
    state: State
    question: str
    done: str
    as_owner: bool = False


ASKED = {
    "give_back": Asked("give_back", Expecting.give_back_reason, "give-back-why", "give-back-done"),
    "decline": Asked("decline", Expecting.decline_reason, "decline-why", "decline-done"),
    "close": Asked("close", Expecting.close_reason, "close-why", "close-done"),
    "not_solved": Asked(
        "not_solved", Expecting.not_solved_reason, "not-solved-why", "not-solved-done", as_owner=True
    ),
    "refuse": Asked("refuse", Expecting.refuse_reason, "notice-refuse-why", "refuse-done"),
}
BY_STATE = {asked.state.state: asked for asked in ASKED.values()}


async def ask(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
    state: FSMContext,
) -> None:
    """Ask for the reason; the move itself is checked again when the words come."""
    asked = ASKED[press.do]
    try:
        await may_move(guest, database, case_rules, press.number, asked.trigger, as_owner=asked.as_owner)
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await state.set_state(asked.state)
    await state.set_data({"number": press.number})
    await here(
        query,
        guest.words(asked.question, number=press.number),
        [[guest.button("button-leave-it", "leave_it")]],
    )


async def reason_given(
    message: Message,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    state: FSMContext,
    raw_state: str,
) -> None:
    """The words have come: move the case."""
    asked = BY_STATE[raw_state]
    reason = (message.text or "").strip()
    if not reason or len(reason) > REASON_LIMIT:
        await say(message, guest.words("reason-length", limit=REASON_LIMIT))
        return
    number = str((await state.get_data()).get("number", ""))
    await state.clear()
    try:
        await move_case(
            guest,
            database,
            case_rules,
            number,
            asked.trigger,
            Intent(reason=reason),
            as_owner=asked.as_owner,
        )
    except Refused as error:
        await say(message, refused(guest, error))
        return
    await say(message, guest.words(asked.done, number=number))


async def ask_result(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """What was agreed or decided, in words the other side can use."""
    try:
        await database.run(lambda r: staff_case(r, guest.actor, press.number))
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.result)
    await state.set_data({"number": press.number})
    rows = [[guest.button("button-leave-it", "leave_it")]]
    await here(query, guest.words("result-what", number=press.number), rows)


async def result_given(message: Message, guest: Guest, state: FSMContext) -> None:
    """Read it back; nothing has been sent yet."""
    text = (message.text or "").strip()
    if not text or len(text) > RESULT_LIMIT:
        await say(message, guest.words("reason-length", limit=RESULT_LIMIT))
        return
    data = await state.get_data()
    await state.set_data({**data, "result": text})
    number = str(data.get("number", ""))
    rows = [
        [guest.button("button-send-result", "send_result", number)],
        [guest.button("button-leave-it", "leave_it")],
    ]
    await say(message, guest.words("result-read-back", number=number, text=text), rows)


async def send_result(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
    state: FSMContext,
) -> None:
    """Record it and send it to the owner."""
    data = await state.get_data()
    if data.get("number") != press.number or not data.get("result"):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await state.clear()
    try:
        await move_case(
            guest,
            database,
            case_rules,
            press.number,
            "record_result",
            Intent(result=str(data["result"])),
        )
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await here(query, guest.words("result-done", number=press.number))


async def offer_to(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
    state: FSMContext,
) -> None:
    """A colleague has been chosen; a word to them is asked for."""
    try:
        await may_move(guest, database, case_rules, press.number, "offer")
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    who = await colleague(guest, database, press.whole) if press.whole is not None else None
    if who is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.hand_over_reason)
    await state.set_data({"number": press.number, "colleague": who.person_id})
    rows = [[guest.button("button-leave-it", "leave_it")]]
    await here(query, guest.words("hand-over-why", name=who.name), rows)


async def offer_made(
    message: Message,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    state: FSMContext,
) -> None:
    """Ask the colleague; the case stays here until they say yes."""
    data = await state.get_data()
    reason = (message.text or "").strip()
    if not reason or len(reason) > REASON_LIMIT:
        await say(message, guest.words("reason-length", limit=REASON_LIMIT))
        return
    await state.clear()
    who = await colleague(guest, database, int(data.get("colleague", 0)))
    try:
        await move_case(
            guest,
            database,
            case_rules,
            str(data.get("number")),
            "offer",
            Intent(reason=reason, colleague=who),
        )
    except Refused as error:
        await say(message, refused(guest, error))
        return
    await say(message, guest.words("hand-over-asked", name=who.name if who else ""))


async def leave_it(query: CallbackQuery, guest: Guest, state: FSMContext) -> None:
    """Nothing was done, nothing is waited for any more."""
    await state.clear()
    await toast(query, guest.plain("left-it"))


def moves_with_reason_router() -> Router:
    """A fresh router."""
    router = Router(name="moves_with_reason")
    router.message.filter(Private(), NotACommand())
    router.callback_query.filter(Private())
    router.callback_query.register(ask, Pressed(*(name for name in ASKED if name != "refuse")))
    router.callback_query.register(ask_result, Pressed("result"))
    router.callback_query.register(send_result, Pressed("send_result"))
    router.callback_query.register(offer_to, Pressed("offer_to"))
    router.callback_query.register(leave_it, Pressed("leave_it"))
    for asked in ASKED.values():
        router.message.register(reason_given, asked.state)
    router.message.register(result_given, Expecting.result)
    router.message.register(offer_made, Expecting.hand_over_reason)
    return router
