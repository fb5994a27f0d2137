"""Calculators: one question at a time, then the result. Nothing is filed, and answers are not kept."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.law.article_codes import article_code, law_code
from bot.dialogs.shared.awaited_answers import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.main_menu import leave_conversation
from bot.dialogs.shared.replies import remove_buttons, say, say_here, toast
from knowledge.answers.library import Library
from knowledge.calculators.calculators import Calculators, open_calculators
from knowledge.calculators.input.errors import BadValue
from knowledge.calculators.legal_basis import LegalBasis, legal_basis
from knowledge.calculators.progress import FORM, Progress, begin, resume
from knowledge.calculators.result import Fact, Line
from knowledge.civil_calendar import Month
from knowledge.fields import Bilingual
from knowledge.laws.texts.article import Article
from storage.unit_of_work.database import Database

Open = Progress | None
BACK, SKIP = "back", ""
BAD = {
    "bad_money": "reckon-bad-money", "bad_hours": "reckon-bad-hours", "bad_days": "reckon-bad-days",
    "bad_count": "reckon-bad-count", "bad_date": "reckon-bad-date", "day_missing": "reckon-bad-day",
    "bad_month": "reckon-bad-month", "bad_choice": "reckon-bad-choice", "value_needed": "reckon-bad-needed",
    "too_little": "reckon-bad-little", "too_much": "reckon-bad-much", "too_early": "reckon-bad-early",
    "too_late": "reckon-bad-late", "still_ahead": "reckon-bad-ahead", "out_of_order": "reckon-bad-order",
}  # fmt: skip
"""What is said to a value that cannot be taken, by the code of the error."""


class CalculatorInput(Filter):
    """Passes the ``calculators`` on, and the ``progress`` of whoever is answering one."""

    def __init__(self, calculators: Calculators) -> None:
        self._calculators = calculators

    async def __call__(
        self, event: TelegramObject, guest: Guest, state: FSMContext, raw_state: str | None = None
    ) -> dict[str, object]:
        """Always true. ``progress`` is ``None`` where none is kept or what was kept no longer fits."""
        progress, kept = None, await state.get_data()
        if raw_state == Expecting.reckoning.state:
            with suppress(BadValue):
                progress = resume(self._calculators, kept, _today(guest))
        elif FORM in kept:
            await state.set_data({})
        return {"calculators": self._calculators, "progress": progress}


async def calc_command(message: Message, guest: Guest, calculators: Calculators) -> None:
    """``/calc``: shows all calculators."""
    await say(message, guest.words("reckon-choose"), _calculator_list(guest, calculators))


async def open_calculator(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    press: Press,
    state: FSMContext,
    calculators: Calculators,
) -> None:
    """Asks the first question of the calculator that the press names; without a name shows all."""
    if not press.number:
        await toast(query)
        await say_here(query, guest.words("reckon-choose"), _calculator_list(guest, calculators))
        return
    try:
        progress = begin(calculators, press.number, _today(guest))
    except BadValue:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await state.set_state(Expecting.reckoning)
    await say_here(query, *await _next_page(guest, database, state, progress, None))


async def value_given(
    message: Message,
    guest: Guest,
    database: Database,
    state: FSMContext,
    progress: Open,
    law_library: Library | None,
) -> None:
    """Takes a typed value; one that cannot be read is asked for again and the earlier ones stay."""
    if progress is None or not message.text:
        await say(message, guest.words("reckon-in-words"), reply=True)
        return
    try:
        further = progress.answered(message.text)
    except BadValue as bad:
        html, rows = _question(guest, progress)
        bounds = {name: value for name, value in bad.facts.items() if isinstance(value, int)}
        await say(message, f"{guest.words(BAD[bad.code], **bounds)}\n\n{html}", rows)
        return
    await say(message, *await _next_page(guest, database, state, further, law_library))


async def pick_choice(
    query: CallbackQuery,
    guest: Guest,
    database: Database,
    press: Press,
    state: FSMContext,
    progress: Open,
    law_library: Library | None,
) -> None:
    """Takes a choice, ``skip`` or ``back``; refuses what the open question does not offer."""
    field = progress.open if progress is not None else None
    if not progress or not field or field.key != press.number or press.value not in _offered(guest, progress):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await remove_buttons(query)
    further = progress.one_back() if press.value == BACK else progress.answered(press.value)
    await say_here(query, *await _next_page(guest, database, state, further, law_library))


async def stop_calculator(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """Leaves the calculator and deletes what was typed."""
    await leave_conversation(guest, database, state)
    await toast(query)
    await remove_buttons(query)
    rows = [[guest.button("button-reckon", "reckon")], *_next_buttons(guest)]
    await say_here(query, guest.words("reckon-stopped"), rows)


async def _next_page(
    guest: Guest, database: Database, state: FSMContext, progress: Progress, library: Library | None
) -> tuple[str, Keyboard]:
    """The next question; after the last one the result, and the values are deleted."""
    if progress.open is not None:
        await state.set_data(progress.kept())
        return _question(guest, progress)
    # what is written from now on is no answer, and no word to a mediator either
    await leave_conversation(guest, database, state)
    return _result(guest, progress, library)


def _today(guest: Guest) -> date:
    return guest.now.astimezone(guest.zone).date()


def _in_language(guest: Guest, text: Bilingual) -> str:
    return text.en if guest.language == "en" else text.zh


def _calculator_list(guest: Guest, calculators: Calculators) -> Keyboard:
    rows = [
        [Button(_in_language(guest, form.title), Press("reckon", form.key))]
        for form in calculators.forms.forms
    ]
    return [*rows, [guest.button("button-menu", "menu")]]


def _question(guest: Guest, progress: Progress) -> tuple[str, Keyboard]:
    field = progress.open
    assert field is not None
    offered = _offered(guest, progress).items()
    shown = [Button(label, Press("reckon_pick", field.key, value)) for value, label in offered]
    ways = [shown.pop()] if progress.before is not None else []  # the way back is offered last
    ways.append(guest.button("button-reckon-stop", "reckon_stop"))
    title, ask = _in_language(guest, progress.form.title), _in_language(guest, field.ask)
    return guest.words("reckon-question", title=title, ask=ask), [*([one] for one in shown), ways]


def _offered(guest: Guest, progress: Progress) -> dict[str, str]:
    """Value and label of every button of the open question."""
    assert progress.open is not None
    offered = {choice.key: _in_language(guest, choice) for choice in progress.open.choices}
    offered |= {SKIP: guest.plain("button-skip")} if progress.open.optional else {}
    return offered | ({BACK: guest.plain("button-reckon-back")} if progress.before is not None else {})


def _result(guest: Guest, progress: Progress, library: Library | None) -> tuple[str, Keyboard]:
    result = progress.result()
    stands = legal_basis(result, library.store if library is not None else None, progress.today)
    lines = [_line(guest, line) for line in result.lines]
    notes = [guest.words(note) for note in result.notes]
    parts = [lines, notes, _basis_lines(guest, stands), [guest.words(result.caveat)]]
    title, text = (
        _in_language(guest, progress.form.title),
        "\n\n".join("\n".join(part) for part in parts if part),
    )
    html = guest.words("reckon-result", title=title, lines_html=text)
    looks = [_article_button(guest, one) for one in stands.articles]
    rows = [looks[i : i + 2] for i in range(0, len(looks), 2)]
    return html, [
        [guest.button("button-reckon-again", "reckon", progress.form.key)],
        *rows,
        *_next_buttons(guest),
    ]


def _article_button(guest: Guest, one: Article) -> Button:
    text = guest.plain("button-reckon-law", law=one.law, number=one.number)
    return Button(text, Press("article", law_code(one.law), article_code(one)))


def _basis_lines(guest: Guest, stands: LegalBasis) -> list[str]:
    """Stored articles by number and date, other documents by title."""
    lines = [guest.words("reckon-stands-on")]
    for one in stands.articles:
        named = {"title": one.official_title, "label": one.label}
        dated = {"passed": str(one.passed or "—"), "in_force": str(one.in_force or "none")}
        lines.append(guest.words("reckon-article", **named, **dated))
    return lines + [guest.words("reckon-document", title=title) for title in stands.titles]


def _line(guest: Guest, line: Line) -> str:
    return guest.words(line.key, **{name: _fact_text(guest, fact) for name, fact in line.facts.items()})


def _fact_text(guest: Guest, fact: Fact) -> str | int:
    """Dates and months in the form of the language; amounts without trailing zeros."""
    if isinstance(fact, date):
        return guest.plain("reckon-date", year=fact.year, month=fact.month, day=fact.day)
    if isinstance(fact, Month):
        return guest.plain("reckon-month", year=fact.year, month=fact.month)
    if isinstance(fact, Decimal):
        return str(int(fact)) if fact == fact.to_integral_value() else f"{fact:f}"
    return fact


def _next_buttons(guest: Guest) -> Keyboard:
    """Filing, a person, the open conversation of an owner, the menu."""
    rows = [[guest.button("door-tell", "tell"), guest.button("door-human", "human")]]
    if guest.me.current_case is not None and guest.me.staff is None:
        rows.append([guest.button("button-talk", "talk", guest.me.current_case)])
    return [*rows, [guest.button("button-menu", "menu")]]


def calculator_router() -> Router:
    """A fresh router with the calculators loaded. Raises ``BadData``."""
    router = Router(name="calculator")
    calculators = CalculatorInput(open_calculators())
    router.message.filter(Private(), calculators)
    router.callback_query.filter(Private(), calculators)
    router.message.register(calc_command, Command("calc"))
    router.message.register(value_given, Expecting.reckoning, NotACommand())
    router.callback_query.register(open_calculator, Pressed("reckon"))
    router.callback_query.register(pick_choice, Pressed("reckon_pick"), Expecting.reckoning)
    router.callback_query.register(stop_calculator, Pressed("reckon_stop"), Expecting.reckoning)
    return router
