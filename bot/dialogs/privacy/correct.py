"""Correcting the name or an answer of an open case."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.intake.handlers import ANSWER_LIMIT, NAME_LIMIT
from bot.dialogs.privacy.page import back_row
from bot.dialogs.privacy.states import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from mediation.access.case_access import own_case
from mediation.errors import Refused
from mediation.model.cases.account import ACCOUNT_FIELDS
from mediation.model.cases.case import CaseFields
from mediation.privacy.corrections import NAME, correct
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

ANSWER_SHOWN = 200


def case_rows(guest: Guest, cases: list[CaseFields], do: str) -> Keyboard:
    """One button for each case."""
    return [
        [
            Button(
                guest.plain(
                    "cases-row",
                    number=case.number,
                    category=guest.plain(f"category-{case.category}"),
                    state=guest.plain(f"state-{case.state.replace('_', '-')}"),
                ),
                Press(do, case.number),
            )
        ]
        for case in cases
    ]


async def choose_case(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """Lists open cases; closed ones cannot be corrected."""
    await state.clear()
    live = await database.run(lambda r: r.cases.of_owner(guest.me.person_id, live_only=True))
    await toast(query)
    rows = [*case_rows(guest, live, "fix_case"), *back_row(guest)]
    await say_here(query, guest.words("fix-which" if live else "fix-none"), rows)


async def choose_field(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Shows the name and the answers as they stand."""

    def look(records: SqlRecords) -> tuple[dict[str, str], str | None]:
        own_case(records, guest.me.person_id, press.number)
        return records.cases.account(press.number), records.cases.name(press.number)

    try:
        account, name = await database.run(look)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    shown = {field: account.get(field, "") for field in ACCOUNT_FIELDS} | ({NAME: name} if name else {})
    lines = [
        guest.words(
            "read-back-line",
            label=guest.plain(f"account-{field}"),
            answer=answer[:ANSWER_SHOWN] or guest.plain("not-said"),
        )
        for field, answer in shown.items()
    ]
    buttons = [
        Button(
            guest.plain("button-edit", what=guest.plain(f"account-{field}")),
            Press("fix_field", press.number, field),
        )
        for field in shown
    ]
    rows = [buttons[at : at + 3] for at in range(0, len(buttons), 3)]
    await say_here(
        query,
        guest.words("fix-what", number=press.number, lines_html="\n".join(lines)),
        rows + back_row(guest),
    )


async def ask_for_correction(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """Asks for the new value; refuses other people's cases and unknown fields."""
    try:
        await database.run(lambda r: own_case(r, guest.me.person_id, press.number))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    if press.value not in (*ACCOUNT_FIELDS, NAME):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.correction)
    await state.set_data({"number": press.number, "field": press.value})
    html = guest.words("fix-how", label=guest.plain(f"account-{press.value}"))
    await say_here(query, html, [[guest.button("button-leave-it", "leave_it")]])


async def correction_given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Replaces the value; refuses an empty or too long one."""
    data = await state.get_data()
    number, field = str(data.get("number")), str(data.get("field"))
    limit, value = NAME_LIMIT if field == NAME else ANSWER_LIMIT, (message.text or "").strip()
    if not value or len(value) > limit:
        await say(message, guest.words("reason-length", limit=limit))
        return
    await state.clear()

    def work(records: SqlRecords) -> str:
        correct(records, guest.me.person_id, number, field, value)
        return "corrected"

    try:
        await database.once(guest.ticket, work)
    except Refused as error:
        await say(message, refusal_words(guest, error), back_row(guest))
        return
    await say(message, guest.words("fix-done", number=number), back_row(guest))


def correct_router() -> Router:
    """A fresh router."""
    router = Router(name="privacy_correct")
    router.message.filter(Private(), NotACommand())
    router.callback_query.filter(Private())
    router.callback_query.register(choose_case, Pressed("fix"))
    router.callback_query.register(choose_field, Pressed("fix_case"))
    router.callback_query.register(ask_for_correction, Pressed("fix_field"))
    router.message.register(correction_given, Expecting.correction)
    return router
