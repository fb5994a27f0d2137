"""Moves of a case that need words: a reason, a result, a word to a colleague."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.desk.states import Expecting
from bot.dialogs.shared.case_moves import CaseRules, check_move, colleague, move_case
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from mediation.access.case_access import staff_case
from mediation.errors import Refused
from mediation.model.cases.actor import Intent
from storage.unit_of_work.database import Database

REASON_LIMIT = 500
RESULT_LIMIT = 1800
"""Characters; the result must fit into one message with everything around it."""


@dataclass(frozen=True)
class ReasonedMove:
    """What a button asks for: the trigger, the state that waits for the words, the question, the answer."""

    trigger: str
    state: State
    question: str
    done: str
    as_owner: bool = False


REASONED_MOVES = {
    "give_back": ReasonedMove("give_back", Expecting.give_back_reason, "give-back-why", "give-back-done"),
    "decline": ReasonedMove("decline", Expecting.decline_reason, "decline-why", "decline-done"),
    "close": ReasonedMove("close", Expecting.close_reason, "close-why", "close-done"),
    "not_solved": ReasonedMove(
        "not_solved", Expecting.not_solved_reason, "not-solved-why", "not-solved-done", as_owner=True
    ),
    "refuse": ReasonedMove("refuse", Expecting.refuse_reason, "notice-refuse-why", "refuse-done"),
}
MOVE_BY_STATE = {asked.state.state: asked for asked in REASONED_MOVES.values()}


async def ask_for_reason(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
    state: FSMContext,
) -> None:
    """Asks for the reason of a move; the move is checked now and again when the words come."""
    asked = REASONED_MOVES[press.do]
    try:
        await check_move(guest, database, case_rules, press.number, asked.trigger, as_owner=asked.as_owner)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await state.set_state(asked.state)
    await state.set_data({"number": press.number})
    await say_here(
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
    """Moves the case with this reason; refuses an empty or too long one."""
    asked = MOVE_BY_STATE[raw_state]
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
        await say(message, refusal_words(guest, error))
        return
    await say(message, guest.words(asked.done, number=number))


async def ask_for_result(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """Asks the handler what was agreed or decided."""
    try:
        await database.run(lambda r: staff_case(r, guest.actor, press.number))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.result)
    await state.set_data({"number": press.number})
    rows = [[guest.button("button-leave-it", "leave_it")]]
    await say_here(query, guest.words("result-what", number=press.number), rows)


async def result_given(message: Message, guest: Guest, state: FSMContext) -> None:
    """Reads the result back; nothing has been sent yet."""
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
    """Records the result that was read back and sends it to the owner."""
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
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await say_here(query, guest.words("result-done", number=press.number))


async def ask_for_offer_reason(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
    state: FSMContext,
) -> None:
    """Asks for a word to the colleague who was chosen."""
    try:
        await check_move(guest, database, case_rules, press.number, "offer")
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    who = await colleague(guest, database, press.whole) if press.whole is not None else None
    if who is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.hand_over_reason)
    await state.set_data({"number": press.number, "colleague": who.person_id})
    rows = [[guest.button("button-leave-it", "leave_it")]]
    await say_here(query, guest.words("hand-over-why", name=who.name), rows)


async def offer_reason_given(
    message: Message,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    state: FSMContext,
) -> None:
    """Offers the case to the colleague; it changes hands when they accept."""
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
        await say(message, refusal_words(guest, error))
        return
    await say(message, guest.words("hand-over-asked", name=who.name if who else ""))


async def leave_it(query: CallbackQuery, guest: Guest, state: FSMContext) -> None:
    """Ends whatever was being asked; nothing was done."""
    await state.clear()
    await toast(query, guest.plain("left-it"))


def moves_with_reason_router() -> Router:
    """A fresh router."""
    router = Router(name="moves_with_reason")
    router.message.filter(Private(), NotACommand())
    router.callback_query.filter(Private())
    router.callback_query.register(
        ask_for_reason, Pressed(*(name for name in REASONED_MOVES if name != "refuse"))
    )
    router.callback_query.register(ask_for_result, Pressed("result"))
    router.callback_query.register(send_result, Pressed("send_result"))
    router.callback_query.register(ask_for_offer_reason, Pressed("offer_to"))
    router.callback_query.register(leave_it, Pressed("leave_it"))
    for asked in REASONED_MOVES.values():
        router.message.register(reason_given, asked.state)
    router.message.register(result_given, Expecting.result)
    router.message.register(offer_reason_given, Expecting.hand_over_reason)
    return router
