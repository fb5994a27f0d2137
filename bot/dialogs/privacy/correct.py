"""Correct the name or an answer of a live case."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.intake.handlers import ANSWER_LIMIT, NAME_LIMIT
from bot.dialogs.privacy.page import back
from bot.dialogs.privacy.states import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, say, toast
from mediation.access.case_access import own_case
from mediation.errors import Refused
from mediation.model.cases.account import ACCOUNT_FIELDS
from mediation.model.cases.case import CaseFields
from mediation.privacy.corrections import NAME, correct
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

SHOWN = 200


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


async def which_case(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """Live ones; what is over stays as it was."""
    await state.clear()
    live = await database.run(lambda r: r.cases.of_owner(guest.me.person_id, live_only=True))
    await toast(query)
    rows = [*case_rows(guest, live, "fix_case"), *back(guest)]
    await here(query, guest.words("fix-which" if live else "fix-none"), rows)


async def which_answer(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """The answers as they stand."""

    def look(records: SqlRecords) -> tuple[dict[str, str], str | None]:
        own_case(records, guest.me.person_id, press.number)
        return records.cases.account(press.number), records.cases.name(press.number)

    try:
        account, name = await database.run(look)
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    shown = {field: account.get(field, "") for field in ACCOUNT_FIELDS} | ({NAME: name} if name else {})
    lines = [
        guest.words(
            "read-back-line",
            label=guest.plain(f"account-{field}"),
            answer=answer[:SHOWN] or guest.plain("not-said"),
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
    await here(
        query, guest.words("fix-what", number=press.number, lines_html="\n".join(lines)), rows + back(guest)
    )


async def ask(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """What it should be."""
    try:
        await database.run(lambda r: own_case(r, guest.me.person_id, press.number))
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    if press.value not in (*ACCOUNT_FIELDS, NAME):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.correction)
    await state.set_data({"number": press.number, "field": press.value})
    html = guest.words("fix-how", label=guest.plain(f"account-{press.value}"))
    await here(query, html, [[guest.button("button-leave-it", "leave_it")]])


async def given(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """Put it in place of the old one."""
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
        await say(message, refused(guest, error), back(guest))
        return
    await say(message, guest.words("fix-done", number=number), back(guest))


def correct_router() -> Router:
    """A fresh router."""
    router = Router(name="privacy_correct")
    router.message.filter(Private(), NotACommand())
    router.callback_query.filter(Private())
    router.callback_query.register(which_case, Pressed("fix"))
    router.callback_query.register(which_answer, Pressed("fix_case"))
    router.callback_query.register(ask, Pressed("fix_field"))
    router.message.register(given, Expecting.correction)
    return router
