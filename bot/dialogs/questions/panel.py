"""How open questions and drafted answers are shown to staff. Nobody who asked is named."""

from collections.abc import Awaitable, Callable
from datetime import date

from aiogram.types import CallbackQuery

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import toast
from knowledge.triage.taxonomy import Taxonomy
from mediation.errors import Refused
from mediation.model.questions import AnswerDraft, OpenQuestion, QuestionState, Why, source_of
from mediation.questions import answering

EXCERPT_CHARS = 30
"""Characters of a question in a button."""


def today(guest: Guest) -> date:
    """The day in business time."""
    return guest.now.astimezone(guest.zone).date()


def back_row(guest: Guest) -> list[Button]:
    """The row that leads back to the list."""
    return [guest.button("button-learn-back", "learn", value="0")]


def question_button(guest: Guest, one: OpenQuestion) -> Button:
    """One line of the list."""
    excerpt = one.text if len(one.text) <= EXCERPT_CHARS else one.text[:EXCERPT_CHARS] + "…"
    if one.state == QuestionState.ANSWERED:
        text = guest.plain("learn-row-answered", excerpt=excerpt, count=one.times)
    else:
        # a title that is there already: the draft came back
        text = guest.plain("learn-row-back" if one.title else "learn-row", excerpt=excerpt, count=one.times)
    return Button(text, Press("learn_open", str(one.id)))


def question_text(guest: Guest, taxonomy: Taxonomy, one: OpenQuestion) -> str:
    """The question, how often it was asked, and why it is here."""
    known = one.category in taxonomy.codes
    return guest.words(
        "learn-question",
        category=guest.plain(f"category-{one.category}") if known else guest.plain("learn-no-category"),
        text=one.text,
        count=one.times,
        since=one.first_at.astimezone(guest.zone).date().isoformat(),
        what=guest.plain("learn-why-wrong" if one.why == Why.WRONG else "learn-why-nothing"),
    )


def draft_text(guest: Guest, draft: AnswerDraft) -> str:
    """A draft word for word, with its source and how long it holds."""
    return guest.words(
        "learn-draft",
        title=draft.title,
        answer=draft.answer,
        source=source_of(draft.basis, draft.document),
        days=(draft.until - today(guest)).days if draft.until else 0,
    )


def question_buttons(guest: Guest, one: OpenQuestion) -> Keyboard:
    """What this person may do now; checked again when they do it."""
    rows: Keyboard = []
    number, version = str(one.id), str(one.version)
    if one.state == QuestionState.OPEN and answering.may_write(guest.me.staff):
        rows = [
            [guest.button("button-learn-write", "learn_write", number)],
            [guest.button("button-learn-dismiss", "learn_dismiss", number)],
        ]
    if one.state == QuestionState.ANSWERED and one.writer_id != guest.me.person_id:
        rows = [
            [
                guest.button("button-learn-approve", "learn_approve", number, version),
                guest.button("button-learn-send-back", "learn_send_back", number, version),
            ]
        ]
    return [*rows, back_row(guest)]


async def act_on(
    query: CallbackQuery, guest: Guest, press: Press, act: Callable[[int], Awaitable[None]]
) -> None:
    """Calls ``act`` with the number of the question; a forged number and a refusal are answered in words."""
    question_id = press._replace(value=press.number).whole
    if question_id is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    try:
        await act(question_id)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
