"""Taking a step: what is needed is asked for, all is read back with its paper, then it is done once."""

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
from bot.dialogs.shared.refusals import refused
from bot.dialogs.shared.replies import here, say, toast
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

Out = Callable[[str, Keyboard], Awaitable[Any]]
"""Writes into the chat that just spoke."""

SHOWN_TYPES = ("text", "lines", "day", "promises", "concerned")
GIVEN_SHOWN = 200
"""Characters of one answer in the read-back."""


class Rehearsed(Exception):
    """The step would be taken: what it leads to. Raised so that nothing of it stays."""

    def __init__(self, acted: Acted) -> None:
        super().__init__()
        self.acted = acted


async def stage(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    judge: Judge,
    press: Press,
    state: FSMContext,
    procedure: Procedure,
) -> None:
    """Where the matter stands."""
    await state.clear()
    try:
        html, rows = await _stage(guest, database, sealed_store, judge, procedure, press.number)
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await here(query, html, rows)


async def _stage(
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


async def begin(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    press: Press,
    state: FSMContext,
    procedure: Procedure,
) -> None:
    """A step was chosen; nothing has happened yet."""
    number, name = press.number, press.value

    def look(records: SqlRecords) -> Step | None:
        _, steps = may_act(records, procedure, number, guest.me.person_id, guest.today)
        return next((one for one in steps if one.do == name), None)

    try:
        step = await database.run(look)
        if step is None:
            raise Refused("step_not_now")
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.step_fact)
    await state.set_data({"number": number, "step": name, "told": {}})
    await _go_on(guest, database, state, procedure, lambda html, rows: here(query, html, rows))


async def _go_on(guest: Guest, database: Database, state: FSMContext, procedure: Procedure, out: Out) -> None:
    """Ask for what is missing; where nothing is, read everything back."""
    data = await state.get_data()
    step = procedure.table.step(str(data["step"]))
    assert step is not None, "begin has looked"
    missing: list[str] = [need.value for need in step.needs if need.value not in data["told"]]
    if missing:
        await _ask(guest, database, state, step, missing[0], out)
        return
    try:
        await database.run(lambda r: _rehearse(r, guest, procedure, data))
    except Rehearsed as done:
        await _read_back(guest, state, step, done.acted, out)
    except FactsMissing as error:
        await _ask(guest, database, state, step, error.first, out)
    except PaperError as error:
        await state.set_data(data | {"told": {}})
        await out(_paper_words(guest, error), _anew(guest, data))
    except Refused as error:
        await state.clear()
        if error.code == "passing_on_not_agreed":
            await database.run(lambda r: ask_to_pass_on(r, str(data["number"])))
        await out(refused(guest, error), [[guest.button("button-stage", "stage", str(data["number"]))]])


def _rehearse(records: SqlRecords, guest: Guest, procedure: Procedure, data: dict[str, Any]) -> None:
    raise Rehearsed(_act(records, guest, procedure, data))


def _act(records: SqlRecords, guest: Guest, procedure: Procedure, data: dict[str, Any]) -> Acted:
    me = guest.me.person_id
    return act(records, procedure, str(data["number"]), me, str(data["step"]), data["told"], guest.today)


async def _ask(guest: Guest, database: Database, state: FSMContext, step: Step, name: str, out: Out) -> None:
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


async def told(
    message: Message,
    guest: Guest,
    database: Database,
    state: FSMContext,
    procedure: Procedure,
    law_library: Library | None,
) -> None:
    """An answer in words."""
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
    await _keep(state, data, name, value)
    await _go_on(guest, database, state, procedure, lambda html, rows: say(message, html, rows))


async def picked(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    press: Press,
    state: FSMContext,
    procedure: Procedure,
) -> None:
    """An answer by a button."""
    data = await state.get_data()
    options, at = data.get("options") or [], press.whole
    if data.get("number") != press.number or at is None or at >= len(options) or not data.get("asking"):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await _keep(state, data, str(data["asking"]), options[at])
    await _go_on(guest, database, state, procedure, lambda html, rows: here(query, html, rows))


async def _keep(state: FSMContext, data: dict[str, Any], name: str, value: Any) -> None:
    await state.set_data(data | {"told": data["told"] | {name: value}, "asking": None, "options": []})


async def _read_back(guest: Guest, state: FSMContext, step: Step, acted: Acted, out: Out) -> None:
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
    rows: Keyboard = [[guest.button(yes, "act_yes", number)], *_anew(guest, data)]
    await out(html, rows)


def _given(guest: Guest, given: dict[str, Any]) -> list[str]:
    shown = {name: value for name, value in given.items() if type_of(name) in SHOWN_TYPES}
    return [
        guest.words("act-given", label=guest.plain(f"fact-{name.replace('_', '-')}"), value=_shown(value))
        for name, value in shown.items()
    ]


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "；".join("，".join(one) if isinstance(one, list) else str(one) for one in value)[:GIVEN_SHOWN]
    return str(value)[:GIVEN_SHOWN]


def _anew(guest: Guest, data: dict[str, Any]) -> Keyboard:
    again = guest.button("button-act-anew", "act", str(data["number"]), str(data["step"]))
    return [[again, guest.button("button-leave-it", "leave_it")]]


async def confirmed(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    judge: Judge,
    press: Press,
    state: FSMContext,
    procedure: Procedure,
) -> None:
    """Do it, once, under the name of whoever pressed."""
    data = await state.get_data()
    if data.get("number") != press.number or not data.get("ready"):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await state.clear()
    try:
        sent = await database.once(guest.ticket, lambda r: _act(r, guest, procedure, data).paper_id)
    except PaperError as error:
        await toast(query)
        await here(query, _paper_words(guest, error), _anew(guest, data))
        return
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await here(query, guest.words("act-done-sent" if sent else "act-done", number=press.number))
    try:
        html, rows = await _stage(guest, database, sealed_store, judge, procedure, press.number)
    except NotFound:
        return  # whoever has just left their part in it sees no more of it
    await here(query, html, rows)


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
    router.callback_query.register(stage, Pressed("stage"))
    router.callback_query.register(begin, Pressed("act"))
    router.callback_query.register(picked, Pressed("act_pick"))
    router.callback_query.register(confirmed, Pressed("act_yes"))
    router.message.register(told, Expecting.step_fact)
    return router
