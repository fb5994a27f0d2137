"""Open questions on the desk, and what a second person does with a drafted answer.

Private chat, staff only; for everybody else these buttons do not exist.
"""

from functools import partial

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.questions.draft import draft_router
from bot.dialogs.questions.panel import (
    act_on,
    back_row,
    draft_text,
    question_button,
    question_buttons,
    question_text,
    today,
)
from bot.dialogs.questions.states import Expecting
from bot.dialogs.shared.case_moves import handler_name
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import change_message, say, say_here, toast
from knowledge.triage.taxonomy import Taxonomy
from mediation.errors import Refused
from mediation.model.questions import OpenQuestion, QuestionState
from mediation.questions import answering
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

QUESTIONS_PER_PAGE = 8
LAST_PAGE = 10_000


class MayAnswer(Filter):
    """Staff who may write or approve answers."""

    async def __call__(self, event: Message | CallbackQuery, guest: Guest) -> bool:
        """True for them; each act checks the roster again."""
        return guest.visitor is not None and answering.may_approve(guest.visitor.staff)


def questions_button(guest: Guest) -> Button | None:
    """The button for the list; ``None`` for those who may not see it."""
    staff = guest.visitor.staff if guest.visitor is not None else None
    return guest.button("button-learn-list", "learn") if answering.may_approve(staff) else None


async def questions_command(message: Message, guest: Guest, database: Database, state: FSMContext) -> None:
    """``/questions``; refuses those who may not approve."""
    if not answering.may_approve(guest.me.staff):
        await say(message, guest.words("desk-staff-only"), [[guest.button("button-menu", "menu")]])
        return
    await state.clear()
    html, rows = await _list(guest, database, 0)
    await say(message, html, rows)


async def questions_pressed(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """From the desk in a new message; turning pages and coming back change the message."""
    await toast(query)
    await state.clear()
    html, rows = await _list(guest, database, min(press.whole or 0, LAST_PAGE))
    await (change_message if press.value else say_here)(query, html, rows)


async def _list(guest: Guest, database: Database, page: int) -> tuple[str, Keyboard]:
    def look(records: SqlRecords) -> tuple[list[OpenQuestion], int]:
        listed = answering.waiting(
            records, guest.me.person_id, QUESTIONS_PER_PAGE + 1, page * QUESTIONS_PER_PAGE
        )
        return listed, sum(one.open for one in answering.coverage(records))

    listed, count = await database.run(look)
    rows = [[question_button(guest, one)] for one in listed[:QUESTIONS_PER_PAGE]]
    turns = [guest.button("button-learn-before", "learn", value=str(page - 1))] if page else []
    if len(listed) > QUESTIONS_PER_PAGE:
        turns.append(guest.button("button-learn-after", "learn", value=str(page + 1)))
    rows += [turns] if turns else []
    rows.append([guest.button("button-desk", "desk")])
    return guest.words("learn-list" if count else "learn-none", count=count), rows


async def open_question(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    taxonomy: Taxonomy,
    press: Press,
    state: FSMContext,
) -> None:
    """Shows the question and, if there is one, the draft."""
    await state.clear()
    await act_on(query, guest, press, partial(_show, query, guest, database, taxonomy))


async def _show(
    query: CallbackQuery, guest: Guest, database: Database, taxonomy: Taxonomy, question_id: int
) -> None:
    me = guest.me.person_id
    one, history = await database.run(
        lambda r: (answering.look_at(r, me, question_id), r.questions.history(question_id))
    )
    lines = [question_text(guest, taxonomy, one)]
    if one.title:
        lines.append(draft_text(guest, one))
        lines.append(guest.words("learn-written-by", name=await handler_name(guest, database, one.writer_id)))
    sent_back = [line.reason for line in history if line.act == "send_back"]
    if one.state == QuestionState.OPEN and sent_back:
        lines.append(guest.words("learn-sent-back", reason=sent_back[-1]))
    if one.state == QuestionState.OPEN and one.taken_by not in (None, me):
        lines.append(guest.words("learn-taken", name=await handler_name(guest, database, one.taken_by)))
    if one.state == QuestionState.ANSWERED and one.writer_id == me:
        lines.append(guest.words("learn-own"))
    await toast(query)
    await change_message(query, "\n\n".join(lines), question_buttons(guest, one))


async def approve_answer(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Approves the version that was read; refuses an older one."""

    async def yes(question_id: int) -> None:
        me, version, day = guest.me.person_id, press.whole, today(guest)
        if version is None:
            raise Refused("question_moved")
        title = await database.once(
            guest.ticket, lambda r: answering.approve(r, me, question_id, version, day).title
        )
        await toast(query)
        await change_message(query, guest.words("learn-approved", title=str(title)), [back_row(guest)])

    await act_on(query, guest, press, yes)


async def ask_for_reason(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, state: FSMContext
) -> None:
    """Asks why a draft is sent back or a question dismissed."""

    async def ask(question_id: int) -> None:
        me, sends_back = guest.me.person_id, press.do == "learn_send_back"
        one = await database.run(lambda r: answering.look_at(r, me, question_id))
        wanted = QuestionState.ANSWERED if sends_back else QuestionState.OPEN
        if one.state != wanted or (sends_back and one.version != press.whole):
            raise Refused("question_moved")
        await toast(query)
        await state.set_state(Expecting.learn_send_back if sends_back else Expecting.learn_dismiss)
        await state.set_data({"question": question_id, "version": one.version})
        asked = guest.words("learn-send-back-why" if sends_back else "learn-dismiss-why")
        await say_here(query, asked, [[guest.button("button-leave-it", "leave_it")]])

    await act_on(query, guest, press, ask)


async def reason_given(
    message: Message, guest: Guest, database: Database, state: FSMContext, raw_state: str
) -> None:
    """Sends the draft back or dismisses the question; checked again."""
    reason = (message.text or "").strip()
    if not 0 < len(reason) <= answering.REASON_LIMIT:
        await say(message, guest.words("reason-length", limit=answering.REASON_LIMIT))
        return
    data = await state.get_data()
    question_id, version, me = int(data["question"]), int(data["version"]), guest.me.person_id
    sends_back = raw_state == Expecting.learn_send_back.state

    def work(records: SqlRecords) -> str:
        if sends_back:
            return str(answering.send_back(records, me, question_id, version, reason).state)
        return str(answering.dismiss(records, me, question_id, reason).state)

    try:
        await database.once(guest.ticket, work)
        html = guest.words("learn-sent-back-done" if sends_back else "learn-dismissed")
    except Refused as error:
        html = refusal_words(guest, error)
    await say(message, html, [back_row(guest)])
    await state.clear()


def question_review_router() -> Router:
    """A fresh router, with the writing of answers inside."""
    desk = Router(name="questions_review")
    desk.message.filter(Private(), MayAnswer(), NotACommand())
    desk.callback_query.filter(Private(), MayAnswer())
    desk.callback_query.register(questions_pressed, Pressed("learn"))
    desk.callback_query.register(open_question, Pressed("learn_open"))
    desk.callback_query.register(approve_answer, Pressed("learn_approve"))
    desk.callback_query.register(ask_for_reason, Pressed("learn_send_back", "learn_dismiss"))
    desk.message.register(reason_given, Expecting.learn_send_back)
    desk.message.register(reason_given, Expecting.learn_dismiss)
    desk.include_router(draft_router())
    router = Router(name="questions_review_learning")
    router.message.register(questions_command, Private(), Command("questions"))
    router.include_router(desk)
    return router
