"""Care contact by consent: agreeing on who, how often and until when; reading the notes; ending it."""

from functools import partial

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.shared.case_moves import handler_name
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from mediation.care.contacts import accepted_helper, agree, helped, own_care, stop
from mediation.errors import NotFound, Refused
from mediation.model.care import DUTIES, ENDED, MONTHS, Agreement, Often
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

NOTES_SHOWN = 12
NOTE_SHOWN = 200


async def care_command(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """``/care``: shows one's agreements and, for helpers, the people they contact."""
    await state.clear()
    await say(message, *await _page(guest, database))


async def care_pressed(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """The same page from a button."""
    await toast(query)
    await state.clear()
    await say_here(query, *await _page(guest, database))


async def _page(guest: Guest, database: Database) -> tuple[str, Keyboard]:
    me = guest.me.person_id
    mine, helping = await database.run(lambda r: (r.care.of_person(me), r.care.of_helper(me)))
    lines, rows = [], []
    for one in (one for one in mine if one.state != ENDED):
        lines.append(await _line(guest, database, one))
        buttons = [guest.button("button-care-notes", "care_notes", "", str(one.id))]
        buttons.append(guest.button("button-care-stop", "care_stop", "", str(one.id)))
        rows.append(buttons)
    for one in helping:
        next_at = one.next_at.astimezone(guest.zone).strftime("%m-%d") if one.next_at else "—"
        lines.append(guest.words("care-helping", who=one.alias, day=next_at))
        rows.append([_care_button(guest, key, do, one.id) for key, do in HELPER_BUTTONS])
    rows.append([guest.button("button-care-wish", "care_wish")])
    rows.append([guest.button("button-menu", "menu")])
    return guest.words("care", lines_html="\n".join(lines) or guest.words("care-none")), rows


HELPER_BUTTONS = (
    ("button-care-word", "care_word"),
    ("button-care-note", "care_note"),
    ("button-care-notes", "care_notes"),
    ("button-care-back", "care_back"),
)


def _care_button(guest: Guest, key: str, do: str, care_id: int) -> Button:
    return Button(guest.plain(key), Press(do, "", str(care_id)))


async def _line(guest: Guest, database: Database, one: Agreement) -> str:
    helper = await handler_name(guest, database, one.helper_id)
    often, until = guest.plain(f"often-{one.often}"), one.until.isoformat()
    if one.helper_id is None:
        return guest.words("care-waiting", duty=guest.plain(f"duty-{one.duty}"), when=often, day=until)
    return guest.words("care-running", handler=helper, when=often, day=until)


async def ask_who(query: CallbackQuery, guest: Guest) -> None:
    """Asks which duty the helper should have."""
    await toast(query)
    rows: Keyboard = [[Button(guest.plain(f"duty-{one}"), Press("care_who", "", one))] for one in DUTIES]
    rows.append([guest.button("button-menu", "menu")])
    await say_here(query, guest.words("care-who"), rows)


async def accept_offer(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Accepts a counsellor's offer and asks how often; refuses an offer that no longer stands."""
    helper_id = press.whole or 0
    try:
        member = await database.run(lambda r: accepted_helper(r, guest.me.person_id, press.number, helper_id))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await _ask_often(query, guest, press.number, f"{member.duty}-{helper_id}")


async def choose_duty(query: CallbackQuery, guest: Guest, press: Press) -> None:
    """Keeps the duty in the next buttons and asks how often; refuses an unknown duty."""
    if press.value not in DUTIES:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await _ask_often(query, guest, "", f"{press.value}-0")


async def _ask_often(query: CallbackQuery, guest: Guest, number: str, chosen: str) -> None:
    await toast(query)
    rows: Keyboard = [
        [Button(guest.plain(f"often-{one}"), Press("care_often", number, f"{chosen}-{one}"))] for one in Often
    ]
    await say_here(query, guest.words("care-often"), rows)


async def choose_interval(query: CallbackQuery, guest: Guest, press: Press) -> None:
    """Asks until when; refuses an unknown interval."""
    if press.value.rpartition("-")[2] not in set(Often):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    rows: Keyboard = [
        [
            Button(
                guest.plain("button-care-months", months=one),
                Press("care_yes", press.number, f"{press.value}-{one}"),
            )
            for one in MONTHS
        ],
        [guest.button("button-menu", "menu")],
    ]
    await say_here(query, guest.words("care-until"), rows)


async def confirm_agreement(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Makes the agreement; it runs at once with a known helper, else helpers are asked."""
    try:
        state = await database.once(guest.ticket, partial(_agree, guest=guest, press=press))
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await say_here(
        query, guest.words("care-agreed" if state == "running" else "care-asked"), _back_buttons(guest)
    )


def _agree(records: SqlRecords, *, guest: Guest, press: Press) -> str:
    duty, helper, how_often, months = [*press.value.split("-"), "", "", "", ""][:4]
    person, helper_id = guest.me.person_id, Press("care_yes", value=helper).whole or 0
    if helper_id:
        duty = accepted_helper(records, person, press.number, helper_id).duty
    length = int(months) if months in {str(one) for one in MONTHS} else 0
    return agree(records, person, duty, how_often, length, guest.zone, helper_id or None).state


def _back_buttons(guest: Guest) -> Keyboard:
    return [[guest.button("button-care", "care"), guest.button("button-menu", "menu")]]


async def show_notes(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Shows the notes of an agreement to its person and its helper; refuses everybody else."""

    def look(records: SqlRecords) -> tuple[list[str], bool]:
        me, care_id = guest.me.person_id, press.whole or 0
        try:
            own_care(records, me, care_id)
            mine = True
        except NotFound:
            helped(records, me, care_id)
            mine = False
        return [
            guest.words(
                "care-line",
                day=one.at.astimezone(guest.zone).strftime("%m-%d"),
                label=guest.plain(f"wrote-{one.wrote}"),
                answer=one.text[:NOTE_SHOWN],
            )
            for one in records.care.notes(care_id)[-NOTES_SHOWN:]
        ], mine

    try:
        lines, mine = await database.run(look)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    acts = (
        (("button-care-reply", "care_reply"), ("button-care-stop", "care_stop"))
        if mine
        else HELPER_BUTTONS[:2]
    )
    rows = [[_care_button(guest, key, do, press.whole or 0) for key, do in acts], *_back_buttons(guest)]
    await say_here(
        query, guest.words("care-notes", lines_html="\n".join(lines) or guest.words("care-no-notes")), rows
    )


async def stop_care(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Ends one's own agreement at once, without a reason."""

    def work(records: SqlRecords) -> str:
        stop(records, guest.me.person_id, press.whole or 0)
        return "stopped"

    try:
        await database.once(guest.ticket, work)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await say_here(query, guest.words("care-stop-done"), [[guest.button("button-menu", "menu")]])


def care_agreement_router() -> Router:
    """A fresh router."""
    router = Router(name="care_agreement")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(care_command, Command("care"))
    router.callback_query.register(care_pressed, Pressed("care"))
    router.callback_query.register(ask_who, Pressed("care_wish"))
    router.callback_query.register(accept_offer, Pressed("care_accept"))
    router.callback_query.register(choose_duty, Pressed("care_who"))
    router.callback_query.register(choose_interval, Pressed("care_often"))
    router.callback_query.register(confirm_agreement, Pressed("care_yes"))
    router.callback_query.register(show_notes, Pressed("care_notes"))
    router.callback_query.register(stop_care, Pressed("care_stop"))
    return router
