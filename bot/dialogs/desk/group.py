"""The mediators' group: claim, refuse, join. Being in the group gives no right; the roster does."""

from aiogram import Bot, F, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.desk.states import Expecting
from bot.dialogs.shared.case_moves import CaseRules, check_move, handler_name, move_case
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import remove_buttons, toast
from mediation.errors import Refused
from mediation.model.cases.case import Notice
from mediation.standing.case_recusal import recused_staff
from storage.unit_of_work.database import Database


class OurGroup(Filter):
    """The group that the settings name."""

    async def __call__(self, query: CallbackQuery, guest: Guest, group_chat: int) -> bool:
        """True for presses under messages of that group."""
        return query.message is not None and query.message.chat.id == group_chat


async def claim(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """Makes whoever presses first the handler; later ones are told who it is."""
    try:
        await move_case(guest, database, case_rules, press.number, "claim")
    except Refused as error:
        if error.code == "already_claimed" and error.facts["handler_id"] == guest.actor.person_id:
            await toast(query, guest.plain("claim-yours"))
        elif error.code == "already_claimed":
            who = await handler_name(guest, database, error.facts["handler_id"])
            await toast(query, guest.plain("claim-too-late", handler=who), alert=True)
            await remove_buttons(query)  # a card that came twice, of which only one is known to change
        else:
            await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query, guest.plain("claim-yours"), alert=False)


async def claim_in_private(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """Claims a case that is not shown in the group because staff are recused; refuses any other."""
    quiet = await database.run(lambda r: bool(recused_staff(r, press.number)))
    if not quiet:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await claim(query, guest, database, case_rules, press)


async def join(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """Makes whoever pressed the second mediator of the case."""
    try:
        await move_case(guest, database, case_rules, press.number, "join")
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query, guest.plain("join-yours"))


async def ask_for_refusal(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
    bot: Bot,
    state: FSMContext,
) -> None:
    """Asks for the reason in the private chat; only of mediators who have started the bot."""
    if guest.visitor is None or guest.visitor.staff is None or not guest.visitor.staff.mediates:
        await toast(
            query, guest.plain("refused-wrong-role", trigger=guest.plain("trigger-refuse")), alert=True
        )
        return
    if guest.visitor.blocked:
        await toast(query, guest.plain("start-first"), alert=True)
        return
    try:
        await check_move(guest, database, case_rules, press.number, "refuse")
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    chat = guest.visitor.chat
    question = Notice(to=guest.visitor.person_id, kind="refuse_why", case_number=press.number)
    await database.once(guest.ticket, lambda records: records.outbox.post(question))
    private = FSMContext(state.storage, StorageKey(bot_id=bot.id, chat_id=chat, user_id=chat))
    await private.set_state(Expecting.refuse_reason)
    await private.set_data({"number": press.number})
    await toast(query, guest.plain("refuse-go-private"))


async def stray_press(query: CallbackQuery, guest: Guest) -> None:
    """Any other button in a group: answered as unknown."""
    await toast(query, guest.plain("button-unknown"), alert=True)


async def ignore_group_talk(message: Message) -> None:
    """Messages of a group are neither read nor answered."""


def group_router() -> Router:
    """A fresh router."""
    router = Router(name="group")
    router.callback_query.register(claim, OurGroup(), Pressed("claim"))
    router.callback_query.register(claim_in_private, Private(), Pressed("claim_alone"))
    router.callback_query.register(join, OurGroup(), Pressed("join"))
    router.callback_query.register(ask_for_refusal, OurGroup(), Pressed("refuse"))
    router.callback_query.register(stray_press, F.message.chat.type != "private")
    router.message.register(ignore_group_talk, F.chat.type != "private")
    return router
