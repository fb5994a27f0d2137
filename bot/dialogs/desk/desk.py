"""The desk: a mediator's cases in the private chat, one of them current, with its panel pinned."""

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.questions.review import questions_button
from bot.dialogs.shared.case_moves import CaseRules, move_case
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from bot.views.case_card import case_panel
from mediation.access.case_access import staff_case
from mediation.errors import NotFound, Refused
from mediation.model.cases.case import CaseFields
from mediation.model.cases.content import Place, Said
from mediation.model.procedure.table import Part
from mediation.standing.case_recusal import is_recused
from mediation.standing.standing import parts_of
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

READERS = frozenset({Part.TRIAGE, Part.HANDLER, Part.REVIEWER})
"""Parts in the formal procedure that come with the story; unit heads read the papers."""

STORY_LIMIT, PIECE = 1900, 1500
"""Characters of a story in one message and of one piece in it; each may count twice of Telegram's 4,096."""


def _case_to_open(records: SqlRecords, guest: Guest, number: str) -> CaseFields:
    """Handlers open their cases, supervisors those unclaimed or in second look. Raises ``NotFound``."""
    case = records.cases.get(number)
    staff = guest.me.staff
    if is_recused(records, number, guest.me.person_id):
        raise NotFound
    if staff is not None and staff.supervises and (case.handler_id is None or case.state == "second_look"):
        return case
    return staff_case(records, guest.actor, number)


def _may_read_story(records: SqlRecords, guest: Guest, case: CaseFields) -> bool:
    """Whoever works on the case, registers it, handles it formally or reviews it."""
    me = guest.me.person_id
    if is_recused(records, case.number, me):
        return False
    active = guest.me.staff is not None and guest.me.staff.active
    if active and (me == case.handler_id or (me == case.second_id and not case.handler_only)):
        return True
    if case.handler_only:
        return False
    parts = parts_of(records, case, records.matters.get(case.number), me, guest.today)
    return bool(parts & READERS)


async def desk_command(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """``/desk``: one's cases; for supervisors also the unclaimed ones and those in second look."""
    await state.clear()
    html, rows = await _desk_page(guest, database)
    await say(message, html, rows)


async def desk_pressed(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """The same page from a button."""
    await toast(query)
    await state.clear()
    html, rows = await _desk_page(guest, database)
    await say_here(query, html, rows)


async def _desk_page(guest: Guest, database: Database) -> tuple[str, Keyboard]:
    staff = guest.me.staff
    if staff is None or not staff.active:
        return guest.words("desk-staff-only"), [[guest.button("button-menu", "menu")]]

    def look(records: SqlRecords) -> tuple[list[CaseFields], list[CaseFields], list[CaseFields], str | None]:
        second = records.cases.in_second_look() if staff.supervises else []
        me = guest.me.person_id
        lists = (records.cases.of_handler(me), records.cases.unclaimed(), second)
        mine, free, again = (
            [one for one in some if not is_recused(records, one.number, me)] for some in lists
        )
        return mine, free, again, records.people.current_case(me)

    mine, unclaimed, second, current = await database.run(look)
    waiting = len(unclaimed)
    rows = [[_case_button(guest, case, current)] for case in mine]
    if staff.supervises:
        shown = {case.number for case in mine}
        rows += [
            [_case_button(guest, case, current)] for case in [*second, *unclaimed] if case.number not in shown
        ]
    rows.append([guest.button("button-matters", "matters")])
    if (questions := questions_button(guest)) is not None:
        rows = [[questions], *rows]
    html = guest.words("desk", mine=len(mine), waiting=waiting, second=len(second))
    return html, rows[:40]


def _case_button(guest: Guest, case: CaseFields, current: str | None) -> Button:
    days = (guest.now - case.filed_at).days
    text = guest.plain(
        "desk-row",
        mark="📌" if case.number == current else "▫️",
        number=case.number,
        alias=case.alias,
        category=guest.plain(f"category-{case.category}"),
        state=guest.plain(f"state-{case.state.replace('_', '-')}"),
        days=days,
    )
    return Button(text, Press("open", case.number))


async def open_case(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext, bot: Bot
) -> None:
    """Shows the panel of a case; for whoever works on it the case becomes current and the panel is pinned."""

    def sit(records: SqlRecords) -> tuple[str, Keyboard, bool]:
        case = _case_to_open(records, guest, press.number)
        works = guest.me.person_id in (case.handler_id, case.second_id)
        if works:
            records.people.sit_down(guest.me.person_id, case.number)
            records.audit.write("read", case.number, guest.me.person_id, what="panel")
        html, rows = case_panel(guest.wording, guest.language, records, case, guest.me.person_id, guest.zone)
        return html, rows, works

    try:
        html, rows, works = await database.run(sit)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await state.clear()
    shown = await say_here(query, html, rows)
    if shown is None:
        return
    there = Place(bot=bot.id, chat=shown.chat.id, message=shown.message_id)
    await database.run(lambda r: r.places.put(there, press.number))
    if works:
        await _pin(bot, shown)


async def _pin(bot: Bot, message: Message) -> None:
    try:
        await bot.pin_chat_message(message.chat.id, message.message_id, disable_notification=True)
    except TelegramBadRequest:
        return  # the panel is there all the same


async def show_story(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Shows all that was said, by whom, and what is internal; the reading is audited. Refuses supervisors."""

    def read(records: SqlRecords) -> tuple[CaseFields, dict[str, str], list[Said]]:
        case = records.cases.get(press.number)
        if not _may_read_story(records, guest, case):
            raise NotFound  # a supervisor sees the state of a case, not its story
        records.audit.write("read", case.number, guest.me.person_id, what="story")
        return case, records.cases.account(press.number), records.talk.of_case(press.number)

    try:
        case, account, said = await database.run(read)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    lines = [
        guest.words("panel-line", label=guest.plain(f"account-{field}"), answer=answer)
        for field, answer in account.items()
    ]
    lines += [line for one in said for line in _story_lines(guest, case, one)]
    for page in _pages(lines, STORY_LIMIT):
        await say_here(query, guest.words("story", number=press.number, text_html=page))


def _story_lines(guest: Guest, case: CaseFields, said: Said) -> list[str]:
    who = case.alias if said.author_id == case.owner_id else guest.plain("story-staff")
    text = said.content.text or guest.plain(f"kind-{said.content.kind.replace('_', '-')}")
    pieces = [text[i : i + PIECE] for i in range(0, len(text), PIECE)]
    return [guest.words(f"story-{said.privacy.value}", who=who, text=piece) for piece in pieces]


def _pages(lines: list[str], limit: int) -> list[str]:
    pages = [""]
    for line in lines:
        if len(pages[-1]) + len(line) > limit and pages[-1]:
            pages.append("")
        pages[-1] += line + "\n"
    return pages


async def ask_for_second(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """Asks the group for a second mediator."""
    await _move_and_say(query, guest, database, case_rules, press, "ask_second", "ask-second-done")


async def take_over(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
) -> None:
    """Accepts an offered case; only now it changes hands."""
    await _move_and_say(query, guest, database, case_rules, press, "take_over", "take-over-done")


async def _move_and_say(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    case_rules: CaseRules,
    press: Press,
    trigger: str,
    key: str,
) -> None:
    try:
        await move_case(guest, database, case_rules, press.number, trigger)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query, guest.plain(key))
    await say_here(query, guest.words(key))


async def choose_colleague(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Lists the mediators to whom the case may be offered."""
    try:
        case, people = await database.run(
            lambda r: (staff_case(r, guest.actor, press.number), r.people.colleagues())
        )
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    taken = (case.handler_id, case.second_id, case.owner_id)
    rows = [
        [
            Button(
                f"{one.name} · {guest.plain(f'duty-{one.duty}')}",
                Press("offer_to", press.number, str(one.person_id)),
            )
        ]
        for one in people
        if one.mediates and one.person_id not in taken
    ]
    await say_here(
        query, guest.words("hand-over-whom" if rows else "hand-over-nobody", number=press.number), rows
    )


async def stop_campaign(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Stops a campaign and says how many letters were left; refuses an unknown one."""

    def stop(records: SqlRecords) -> int | None:
        if records.campaigns.get(press.value) is None:
            return None
        records.audit.write("campaign", f"campaign:{press.value}", guest.me.person_id, what="stop")
        return records.campaigns.stop(press.value)

    left = await database.once(guest.ticket, stop)
    if left is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await say_here(query, guest.words("campaign-stopped", id=press.value, left=left))


def desk_router() -> Router:
    """A fresh router."""
    router = Router(name="desk")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(desk_command, Command("desk"))
    router.callback_query.register(desk_pressed, Pressed("desk"))
    router.callback_query.register(open_case, Pressed("open"))
    router.callback_query.register(show_story, Pressed("story"))
    router.callback_query.register(ask_for_second, Pressed("ask_second"))
    router.callback_query.register(take_over, Pressed("take_over"))
    router.callback_query.register(choose_colleague, Pressed("hand_over"))
    router.callback_query.register(stop_campaign, Pressed("campaign_stop"))
    return router
