"""Taking a step: what is needed is asked for, all is read back with its paper, the step is taken once."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.procedure.ask_for_needs import Unread, choices, read_answer, type_of
from bot.dialogs.procedure.states import Expecting
from bot.dialogs.procedure.view import stage_view
from bot.dialogs.shared.context import Guest, Judge
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say, say_here, toast
from bot.papers.chat import as_chat
from knowledge.answers.library import Library
from mediation.errors import NotFound, Refused
from mediation.model.procedure.paper_errors import FactsMissing, PaperError
from mediation.model.procedure.table import Step
from mediation.privacy.consents import ask_to_pass_on
from mediation.procedure.acting import Acted, Procedure, act, may_act
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

Send = Callable[[str, Keyboard], Awaitable[Any]]
"""Writes into the chat that just spoke."""

SHOWN_TYPES = ("text", "lines", "day", "promises", "concerned")
GIVEN_SHOWN = 200
"""Characters of one answer in the read-back."""


class Rehearsed(Exception):
    """Raised with the outcome of a step, so that nothing of it is stored."""

    def __init__(self, acted: Acted) -> None:
        super().__init__()
        self.acted = acted


async def show_stage(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    judge: Judge,
    press: Press,
    state: FSMContext,
    procedure: Procedure,
) -> None:
    """Shows where the matter stands and the steps that can be taken; the reading is audited."""
    await state.clear()
    try:
        html, rows = await _stage_page(guest, database, sealed_store, judge, procedure, press.number)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await say_here(query, html, rows)


async def _stage_page(
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    judge: Judge,
    procedure: Procedure,
    number: str,
) -> tuple[str, Keyboard]:
    def look(records: SqlRecords) -> tuple[str, Keyboard]:
        shown = stage_view(records, guest, sealed_store, judge, procedure, number)
        records.audit.write("read", number, guest.me.person_id, what="stage")
        return shown

    return await database.run(look)


async def begin_step(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    press: Press,
    state: FSMContext,
    procedure: Procedure,
) -> None:
    """Begins a step that was chosen; refuses one that may not be taken now. Nothing is stored yet."""
    number, name = press.number, press.value

    def look(records: SqlRecords) -> Step | None:
        _, steps = may_act(records, procedure, number, guest.me.person_id, guest.today)
        return next((one for one in steps if one.do == name), None)

    try:
        step = await database.run(look)
        if step is None:
            raise Refused("step_not_now")
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.step_fact)
    await state.set_data({"number": number, "step": name, "told": {}})
    await _ask_or_read_back(guest, database, state, procedure, lambda html, rows: say_here(query, html, rows))


async def _ask_or_read_back(
    guest: Guest, database: Database, state: FSMContext, procedure: Procedure, out: Send
) -> None:
    """Asks for what is missing; once nothing is, reads everything back."""
    data = await state.get_data()
    step = procedure.table.step(str(data["step"]))
    assert step is not None, "begin has looked"
    missing: list[str] = [need.value for need in step.needs if need.value not in data["told"]]
    if missing:
        await _ask_for_need(guest, database, state, step, missing[0], out)
        return
    try:
        await database.run(lambda r: _rehearse(r, guest, procedure, data))
    except Rehearsed as done:
        await _read_back(guest, state, step, done.acted, out)
    except FactsMissing as error:
        await _ask_for_need(guest, database, state, step, error.first, out)
    except PaperError as error:
        await state.set_data(data | {"told": {}})
        await out(_paper_words(guest, error), _again_row(guest, data))
    except Refused as error:
        await state.clear()
        if error.code == "passing_on_not_agreed":
            await database.run(lambda r: ask_to_pass_on(r, str(data["number"])))
        await out(refusal_words(guest, error), [[guest.button("button-stage", "stage", str(data["number"]))]])


def _rehearse(records: SqlRecords, guest: Guest, procedure: Procedure, data: dict[str, Any]) -> None:
    raise Rehearsed(_act(records, guest, procedure, data))


def _act(records: SqlRecords, guest: Guest, procedure: Procedure, data: dict[str, Any]) -> Acted:
    me = guest.me.person_id
    return act(records, procedure, str(data["number"]), me, str(data["step"]), data["told"], guest.today)


async def _ask_for_need(
    guest: Guest, database: Database, state: FSMContext, step: Step, name: str, out: Send
) -> None:
    data = await state.get_data()
    number = str(data["number"])
    options = await database.run(lambda r: choices(r, guest, r.matters.get(number), step, name))
    if type_of(name) == "pick" and not options:
        await state.clear()
        await out(guest.words("act-nothing-to-choose"), [[guest.button("button-stage", "stage", number)]])
        return
    await state.set_data(data | {"asking": name, "options": [one.value for one in options]})
    rows: Keyboard = [
        [Button(one.label, Press("act_pick", number, str(at)))] for at, one in enumerate(options)
    ]
    rows.append([guest.button("button-leave-it", "leave_it")])
    await out(guest.words(f"ask-{name.replace('_', '-')}"), rows)


async def need_given(
    message: Message,
    guest: Guest,
    database: Database,
    state: FSMContext,
    procedure: Procedure,
    law_library: Library | None,
) -> None:
    """Reads an answer in words; one that cannot be read is asked for again."""
    data = await state.get_data()
    name = data.get("asking")
    if not name:
        await say(message, guest.words("press-a-button"))
        return
    text = message.text or ""
    try:
        value = await database.run(lambda r: read_answer(r, name, text, guest.today, law_library))
    except Unread as error:
        await say(message, guest.words(error.key, **error.facts))
        return
    await _keep_need(state, data, name, value)
    await _ask_or_read_back(guest, database, state, procedure, lambda html, rows: say(message, html, rows))


async def pick_need(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    press: Press,
    state: FSMContext,
    procedure: Procedure,
) -> None:
    """Takes an answer by button."""
    data = await state.get_data()
    options, at = data.get("options") or [], press.whole
    if data.get("number") != press.number or at is None or at >= len(options) or not data.get("asking"):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await _keep_need(state, data, str(data["asking"]), options[at])
    await _ask_or_read_back(guest, database, state, procedure, lambda html, rows: say_here(query, html, rows))


async def _keep_need(state: FSMContext, data: dict[str, Any], name: str, value: Any) -> None:
    await state.set_data(data | {"told": data["told"] | {name: value}, "asking": None, "options": []})


async def _read_back(guest: Guest, state: FSMContext, step: Step, acted: Acted, out: Send) -> None:
    data = await state.get_data()
    number = str(data["number"])
    if acted.paper is not None:
        for page in as_chat(acted.paper):
            await out(page, [])
    await state.set_data(data | {"asking": None, "ready": True})
    sends = acted.paper_id is not None
    key = "act-read-back-signs" if sends else "act-read-back"
    html = guest.words(
        key, number=number, step=guest.plain(f"do-{step.do.replace('_', '-')}"),
        stage=guest.plain(f"stage-{acted.matter.state.replace('_', '-')}"),
        given_html="\n".join(_given(guest, data["told"])),
    )  # fmt: skip
    yes = "button-act-sign" if sends else "button-act-yes"
    rows: Keyboard = [[guest.button(yes, "act_yes", number)], *_again_row(guest, data)]
    await out(html, rows)


def _given(guest: Guest, given: dict[str, Any]) -> list[str]:
    shown = {name: value for name, value in given.items() if type_of(name) in SHOWN_TYPES}
    return [
        guest.words(
            "act-given", label=guest.plain(f"fact-{name.replace('_', '-')}"), value=_value_text(value)
        )
        for name, value in shown.items()
    ]


def _value_text(value: Any) -> str:
    if isinstance(value, list):
        return "；".join("，".join(one) if isinstance(one, list) else str(one) for one in value)[:GIVEN_SHOWN]
    return str(value)[:GIVEN_SHOWN]


def _again_row(guest: Guest, data: dict[str, Any]) -> Keyboard:
    again = guest.button("button-act-anew", "act", str(data["number"]), str(data["step"]))
    return [[again, guest.button("button-leave-it", "leave_it")]]


async def confirm_step(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    judge: Judge,
    press: Press,
    state: FSMContext,
    procedure: Procedure,
) -> None:
    """Takes the step, once, as whoever pressed; refuses what was not read back."""
    data = await state.get_data()
    if data.get("number") != press.number or not data.get("ready"):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await state.clear()
    try:
        sent = await database.once(guest.ticket, lambda r: _act(r, guest, procedure, data).paper_id)
    except PaperError as error:
        await toast(query)
        await say_here(query, _paper_words(guest, error), _again_row(guest, data))
        return
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await say_here(query, guest.words("act-done-sent" if sent else "act-done", number=press.number))
    try:
        html, rows = await _stage_page(guest, database, sealed_store, judge, procedure, press.number)
    except NotFound:
        return  # whoever has just left their part in it sees no more of it
    await say_here(query, html, rows)


def _paper_words(guest: Guest, error: PaperError) -> str:
    key = f"paper-{error.code.removeprefix('paper_').replace('_', '-')}"
    if not guest.wording.has(key):
        key = "paper-other"
    facts = {name: str(value) for name, value in error.facts.items() if name in ("law", "number", "name")}
    return guest.words(key, **{"law": "", "number": "", "name": ""} | facts)


def take_step_router() -> Router:
    """A fresh router."""
    router = Router(name="take_step")
    router.message.filter(Private(), NotACommand())
    router.callback_query.filter(Private())
    router.callback_query.register(show_stage, Pressed("stage"))
    router.callback_query.register(begin_step, Pressed("act"))
    router.callback_query.register(pick_need, Pressed("act_pick"))
    router.callback_query.register(confirm_step, Pressed("act_yes"))
    router.message.register(need_given, Expecting.step_fact)
    return router
