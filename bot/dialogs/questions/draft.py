"""Writing an answer step by step: title, answer, its source, how long it holds.

Until it is submitted it is kept in the conversation state alone; ``mediation.questions.checks`` decides what
may be said.
"""

import re
from datetime import date, timedelta
from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Keyboard, Press
from bot.dialogs.questions.panel import act_on, back_row, draft_text, question_text, today
from bot.dialogs.questions.states import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import change_message, say, say_here, toast
from knowledge.answers.library import Library
from knowledge.citations.reader import Citation
from knowledge.laws.texts.article import Validity
from knowledge.reference.hotlines import load_hotlines
from knowledge.triage.taxonomy import Taxonomy
from mediation.errors import Refused
from mediation.model.questions import AnswerDraft
from mediation.questions import answering
from mediation.questions.checks import (
    ANSWER_LIMIT,
    DOCUMENT_LIMIT,
    TITLE_LIMIT,
    Sources,
    check_answer,
    check_basis,
)
from storage.unit_of_work.database import Database

PERIODS = {"half": timedelta(days=183), "year": timedelta(days=365)}
"""For how long an answer holds before somebody must look at it again."""

_PARTS = re.compile(r"[；;\n]+")


def sources_at(library: Library | None, day: date) -> Sources:
    """What an answer may cite on that day: stored articles in force, checked telephone numbers."""
    lines = load_hotlines().valid_on(day)
    telephones = frozenset(number for line in lines for number in (line.number, *line.other))
    if library is None:
        return Sources(lambda _one: False, lambda _text: [], telephones)
    known = library

    def is_stored(one: str) -> bool:
        law, _, number = one.rpartition(" ")
        written, _, sub = number.partition("之")
        if not (written.isdecimal() and (not sub or sub.isdecimal())):
            return False
        article = known.store.article(law, int(written), int(sub) if sub else None)
        return article is not None and article.validity(day) is Validity.CURRENT

    def cited(text: str) -> list[str]:
        return [_citation_text(one) for one in known.citations(text)]

    return Sources(is_stored, cited, telephones)


def read_basis(text: str, library: Library | None) -> list[str]:
    """The articles that were typed, each as ``劳动法 44``; what is not understood stays as typed."""
    found: list[str] = []
    for part in filter(None, (one.strip() for one in _PARTS.split(text))):
        citations = library.citations(part) if library is not None else []
        understood = bool(citations) and all(one.law is not None for one in citations)
        found += [_citation_text(one) for one in citations] if understood else [part]
    return list(dict.fromkeys(found))


def _citation_text(one: Citation) -> str:
    number = f"{one.article}之{one.sub}" if one.sub else str(one.article)
    return f"{one.law} {number}" if one.law else number


def _draft(data: dict[str, Any]) -> AnswerDraft:
    return AnswerDraft.model_validate({k: v for k, v in data.items() if k in AnswerDraft.model_fields})


def _leave_row(guest: Guest) -> Keyboard:
    return [[guest.button("button-leave-it", "leave_it")]]


def _again_rows(guest: Guest, data: dict[str, Any]) -> Keyboard:
    number = str(data.get("question", ""))
    return [[guest.button("button-learn-anew", "learn_write", number)], *_leave_row(guest)]


async def begin_answer(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    taxonomy: Taxonomy,
    press: Press,
    state: FSMContext,
) -> None:
    """Begins an answer; colleagues see that somebody writes."""

    async def take_up(question_id: int) -> None:
        me = guest.me.person_id
        await database.once(guest.ticket, lambda r: answering.take_up(r, me, question_id).state)
        one = await database.run(lambda r: answering.look_at(r, me, question_id))
        await toast(query)
        await state.set_state(Expecting.learn_title)
        await state.set_data({"question": question_id})
        asked = guest.words("learn-title-ask", limit=TITLE_LIMIT)
        await say_here(query, f"{question_text(guest, taxonomy, one)}\n\n{asked}", _leave_row(guest))

    await act_on(query, guest, press, take_up)


async def title_given(message: Message, guest: Guest, state: FSMContext) -> None:
    """Keeps the title, one line in the words of those who ask; refuses an empty or too long one."""
    title = " ".join((message.text or "").split())
    if not 0 < len(title) <= TITLE_LIMIT:
        await say(message, guest.words("reason-length", limit=TITLE_LIMIT))
        return
    await state.update_data(title=title)
    await state.set_state(Expecting.learn_answer)
    await say(message, guest.words("learn-answer-ask", limit=ANSWER_LIMIT), _leave_row(guest))


async def answer_given(message: Message, guest: Guest, state: FSMContext) -> None:
    """Keeps the answer; refuses unchecked telephone numbers. Articles are checked with the source."""
    answer = (message.text or "").strip()
    if not 0 < len(answer) <= ANSWER_LIMIT:
        await say(message, guest.words("reason-length", limit=ANSWER_LIMIT))
        return
    data = {**await state.get_data(), "answer": answer}
    try:
        check_answer(_draft(data), sources_at(None, today(guest)))
    except Refused as error:
        await say(message, refusal_words(guest, error), _again_rows(guest, data))
        return
    await state.set_data(data)
    await state.set_state(Expecting.learn_basis)
    skip = [guest.button("button-learn-no-law", "learn_no_law", str(data["question"]))]
    await say(message, guest.words("learn-basis-ask"), [skip, *_leave_row(guest)])


async def ask_for_document(
    query: CallbackQuery, guest: Guest, press: Press, state: FSMContext, raw_state: str
) -> None:
    """The answer rests on a document of the company: asks for its name."""
    data = await state.get_data()
    if raw_state != Expecting.learn_basis.state or str(data.get("question")) != press.number:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.learn_document)
    await say_here(query, guest.words("learn-document-ask"), _leave_row(guest))


async def source_given(
    message: Message, guest: Guest, state: FSMContext, raw_state: str, law_library: Library | None
) -> None:
    """Keeps articles or a document; refuses an answer that its source does not bear."""
    text, data = (message.text or "").strip(), await state.get_data()
    if not text:
        await say(message, guest.words("reason-length", limit=DOCUMENT_LIMIT))
        return
    by_law = raw_state == Expecting.learn_basis.state
    data |= {"basis": read_basis(text, law_library) if by_law else [], "document": "" if by_law else text}
    sources = sources_at(law_library, today(guest))
    try:
        check_answer(_draft(data), sources)
        check_basis(_draft(data), sources)
    except Refused as error:
        await say(message, refusal_words(guest, error), _again_rows(guest, data))
        return
    await state.set_data(data)
    await state.set_state(Expecting.learn_until)
    number = str(data["question"])
    periods = [
        guest.button("button-learn-half-year", "learn_until", number, "half"),
        guest.button("button-learn-year", "learn_until", number, "year"),
    ]
    await say(message, guest.words("learn-until-ask"), [periods, *_leave_row(guest)])


async def choose_period(
    query: CallbackQuery, guest: Guest, press: Press, state: FSMContext, raw_state: str
) -> None:
    """Keeps how long the answer holds and reads it back; nothing is submitted yet."""
    data, period = await state.get_data(), PERIODS.get(press.value)
    theirs = raw_state == Expecting.learn_until.state and str(data.get("question")) == press.number
    if not theirs or period is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    data["until"] = (today(guest) + period).isoformat()
    await state.set_data(data)
    await toast(query)
    submit = [guest.button("button-learn-submit", "learn_submit", press.number)]
    shown = draft_text(guest, _draft(data))
    await say_here(
        query, guest.words("learn-read-back", text_html=shown), [submit, *_again_rows(guest, data)]
    )


async def submit_answer(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    press: Press,
    state: FSMContext,
    raw_state: str,
    law_library: Library | None,
) -> None:
    """Submits the answer; it waits for a second person."""
    data = await state.get_data()
    theirs = raw_state == Expecting.learn_until.state and str(data.get("question")) == press.number
    if not theirs or not data.get("until"):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return

    async def write(question_id: int) -> None:
        me, day = guest.me.person_id, today(guest)
        draft, sources = _draft(data), sources_at(law_library, day)
        await database.once(
            guest.ticket, lambda r: answering.write_answer(r, me, question_id, draft, sources, day).state
        )
        await toast(query)
        await change_message(query, guest.words("learn-submitted", title=draft.title), [back_row(guest)])
        await state.clear()

    await act_on(query, guest, press, write)


def draft_router() -> Router:
    """A fresh router; whoever includes it filters who may use it."""
    router = Router(name="questions_draft")
    router.callback_query.register(begin_answer, Pressed("learn_write"))
    router.callback_query.register(ask_for_document, Pressed("learn_no_law"))
    router.callback_query.register(choose_period, Pressed("learn_until"))
    router.callback_query.register(submit_answer, Pressed("learn_submit"))
    router.message.register(title_given, Expecting.learn_title)
    router.message.register(answer_given, Expecting.learn_answer)
    router.message.register(source_given, Expecting.learn_basis)
    router.message.register(source_given, Expecting.learn_document)
    return router
