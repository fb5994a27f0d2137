"""The owner's side of a joint matter: the statement that others sign, the code, the counts."""

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.related.states import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import change_message, say, say_here, toast
from mediation.access.case_access import own_case
from mediation.errors import Refused
from mediation.model.joint import REPRESENTATIVES
from mediation.related.signing import STATEMENT_LIMIT, JointStatus, open_joint, stand, standing
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

DEEP_LINK = "join_"
"""In front of a code in ``/start``, as Telegram passes on what stands behind ``?start=``."""


async def open_joint_page(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext, bot: Bot
) -> None:
    """The page of a joint matter; asks for the statement where the case is not joint yet."""
    me, number = guest.me.person_id, press.number

    def look(records: SqlRecords) -> JointStatus | None:
        own_case(records, me, number)
        return standing(records, me, number) if records.joints.get(number) is not None else None

    try:
        seen = await database.run(look)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await state.clear()
    if seen is not None:
        await say_here(query, await _page(guest, seen, bot), _page_rows(guest, seen))
        return
    await state.set_state(Expecting.joint_statement)
    await state.set_data({"number": number})
    html = guest.words("joint-ask", number=number, limit=STATEMENT_LIMIT)
    await say_here(query, html, [[guest.button("button-leave-it", "leave_it")]])


async def statement_given(message: Message, guest: Guest, state: FSMContext) -> None:
    """Reads the statement back: it cannot be changed once somebody has signed it."""
    words = (message.text or "").strip()
    if not 0 < len(words) <= STATEMENT_LIMIT:
        await say(message, guest.words("reason-length", limit=STATEMENT_LIMIT))
        return
    number = str((await state.get_data()).get("number", ""))
    await state.set_data({"number": number, "statement": words})
    rows = [
        [guest.button("button-joint-open", "joint_open", number)],
        [guest.button("button-leave-it", "leave_it")],
    ]
    await say(message, guest.words("joint-read-back", text=words), rows)


async def confirm_joint(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext, bot: Bot
) -> None:
    """Opens the joint matter with a code; refuses a statement that was not read back."""
    data = await state.get_data()
    if data.get("number") != press.number or not data.get("statement"):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    me, words = guest.me.person_id, str(data["statement"])
    try:
        await database.once(guest.ticket, lambda r: open_joint(r, me, press.number, words).code)
        seen = await database.run(lambda r: standing(r, me, press.number))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await state.clear()
    await say_here(query, await _page(guest, seen, bot), _page_rows(guest, seen))


async def set_representative(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, bot: Bot
) -> None:
    """The owner or a co-signer becomes a representative for visits, or stops being one."""
    me, number, comes = guest.me.person_id, press.number, press.value == "1"
    try:
        await database.once(guest.ticket, lambda r: stand(r, me, number, comes).representatives)
        seen = await database.run(lambda r: standing(r, me, number))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query, guest.plain("stands-now" if seen.represents else "stands-not"))
    if seen.case.owner_id == me:
        await change_message(query, await _page(guest, seen, bot), _page_rows(guest, seen))
    else:
        await change_message(query, signed_page(guest, seen), signed_rows(guest, seen))


async def _page(guest: Guest, seen: JointStatus, bot: Bot) -> str:
    name = (await bot.me()).username
    code = seen.joint.code
    return guest.words(
        "joint-page",
        number=seen.case.number,
        text=seen.joint.statement,
        code=code,
        link=f"https://t.me/{name}?start={DEEP_LINK}{code.replace('-', '')}",
        count=seen.count,
        representatives=seen.representatives,
        limit=REPRESENTATIVES,
    )


def _page_rows(guest: Guest, seen: JointStatus) -> Keyboard:
    number = seen.case.number
    return [[_representative_button(guest, seen)], [guest.button("button-see-case", "see", number)]]


def signed_page(guest: Guest, seen: JointStatus) -> str:
    """What a co-signer sees: number, category, state and the statement; not the conversation."""
    return guest.words(
        "signed-page",
        number=seen.case.number,
        category=guest.plain(f"category-{seen.case.category}"),
        state=guest.plain(f"state-{seen.case.state.replace('_', '-')}"),
        text=seen.joint.statement,
        count=seen.count,
        representatives=seen.representatives,
        limit=REPRESENTATIVES,
    )


def signed_rows(guest: Guest, seen: JointStatus) -> Keyboard:
    """Buttons: be a representative, withdraw the signature."""
    number = seen.case.number
    return [
        [_representative_button(guest, seen)],
        [guest.button("button-unsign", "unsign", number)],
        [guest.button("button-menu", "menu")],
    ]


def _representative_button(guest: Guest, seen: JointStatus) -> Button:
    if seen.represents:
        return guest.button("button-stand-not", "stand", seen.case.number, "0")
    return guest.button("button-stand", "stand", seen.case.number, "1")


def joint_matter_router() -> Router:
    """A fresh router."""
    router = Router(name="related_owner")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(statement_given, Expecting.joint_statement, NotACommand())
    router.callback_query.register(open_joint_page, Pressed("joint"))
    router.callback_query.register(confirm_joint, Pressed("joint_open"))
    router.callback_query.register(set_representative, Pressed("stand"))
    return router
