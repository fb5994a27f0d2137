"""The mediators' group: claim, refuse, join. Being in the group gives no right; the roster does."""

from aiogram import Bot, F, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Press
from bot.dialogs.desk.states import Expecting
from bot.dialogs.shared.case_moves import CaseRules, handler_name, may_move, move_case
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import toast, without_buttons
from mediation.errors import Refused
from mediation.model.cases.case import Notice
from mediation.standing.case_recusal import recused_staff
from storage.unit_of_work.database import Database


class OurGroup(Filter):
    """The one group that the settings name; any other group is none of ours."""

    async def __call__(self, query: CallbackQuery, guest: Guest, group_chat: int) -> bool:
        """True for presses under cards in that group."""
        return query.message is not None and query.message.chat.id == group_chat


async def claim(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """One of fifty presses wins; the others are told who has it."""
    try:
        await move_case(guest, database, case_rules, press.number, "claim")
    except Refused as error:
        if error.code == "already_claimed" and error.facts["handler_id"] == guest.actor.person_id:
            await toast(query, guest.plain("claim-yours"))
        elif error.code == "already_claimed":
            who = await handler_name(guest, database, error.facts["handler_id"])
            await toast(query, guest.plain("claim-too-late", handler=who), alert=True)
            await without_buttons(query)  # a card that came twice, of which only one is known to change
        else:
            await toast(query, refused(guest, error), alert=True)
        return
    await toast(query, guest.plain("claim-yours"), alert=False)


async def claim_alone(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """The same in private, for a case that is not handed out in the group."""
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
    """Help the handler as the second mediator."""
    try:
        await move_case(guest, database, case_rules, press.number, "join")
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query, guest.plain("join-yours"))


async def refuse(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
    bot: Bot,
    state: FSMContext,
) -> None:
    """The reason is asked in private: it is nobody else's business."""
    if guest.visitor is None or guest.visitor.staff is None or not guest.visitor.staff.mediates:
        await toast(
            query, guest.plain("refused-wrong-role", trigger=guest.plain("trigger-refuse")), alert=True
        )
        return
    if guest.visitor.blocked:
        await toast(query, guest.plain("start-first"), alert=True)
        return
    try:
        await may_move(guest, database, case_rules, press.number, "refuse")
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    chat = guest.visitor.chat
    question = Notice(to=guest.visitor.person_id, kind="refuse_why", case_number=press.number)
    await database.once(guest.ticket, lambda records: records.outbox.post(question))
    private = FSMContext(state.storage, StorageKey(bot_id=bot.id, chat_id=chat, user_id=chat))
    await private.set_state(Expecting.refuse_reason)
    await private.set_data({"number": press.number})
    await toast(query, guest.plain("refuse-go-private"))


async def stray_press(query: CallbackQuery, guest: Guest) -> None:
    """A button that does nothing here (any more)."""
    await toast(query, guest.plain("button-unknown"), alert=True)


async def silence(message: Message) -> None:
    """What people write to each other in a group is not ours to read or to answer."""


def group_router() -> Router:
    """A fresh router."""
    router = Router(name="group")
    router.callback_query.register(claim, OurGroup(), Pressed("claim"))
    router.callback_query.register(claim_alone, Private(), Pressed("claim_alone"))
    router.callback_query.register(join, OurGroup(), Pressed("join"))
    router.callback_query.register(refuse, OurGroup(), Pressed("refuse"))
    router.callback_query.register(stray_press, F.message.chat.type != "private")
    router.message.register(silence, F.chat.type != "private")
    return router
