"""Article of the day and quiz. No answer of the quiz is stored."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.law.article_codes import numbers_of
from bot.dialogs.law.ask import article_page
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.replies import change_message, say, say_here, toast
from knowledge.answers.library import Library
from knowledge.plain.daily import Quiz, article_of_the_day, quiz

LETTERS = "ABC"
QUIZZES_A_DAY = 50
"""Quizzes of one day; then it begins again."""


async def today_command(message: Message, guest: Guest, law_library: Library | None) -> None:
    """``/today``: the article of the day with its plain words."""
    found = article_of_the_day(law_library.plain, law_library.store, guest.today) if law_library else None
    if found is None or law_library is None:
        await say(message, guest.words("law-missing"))
        return
    await say(message, guest.words("today-head", ask=found[1].asks[0]))
    html, rows = article_page(guest, law_library, found[0])
    await say(message, html, [*rows, [guest.button("button-quiz", "quiz", "", "0")]])


async def quiz_command(message: Message, guest: Guest, law_library: Library | None) -> None:
    """``/quiz``: the first question of the day."""
    shown = _quiz_page(guest, law_library, 0)
    if shown is None:
        await say(message, guest.words("law-missing"))
        return
    await say(message, *shown)


async def quiz_pressed(query: CallbackQuery, guest: Guest, press: Press, law_library: Library | None) -> None:
    """Shows the question with the number that the press carries."""
    numbers = numbers_of(press.value, 1)
    shown = _quiz_page(guest, law_library, numbers[0] % QUIZZES_A_DAY) if numbers else None
    if shown is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await say_here(query, *shown)


async def guess(query: CallbackQuery, guest: Guest, press: Press, law_library: Library | None) -> None:
    """Says whether the guess is right and shows the article; stores nothing."""
    numbers = numbers_of(press.value, 2)
    if numbers is None or law_library is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    number, choice = numbers
    asked = quiz(law_library.plain, law_library.store, guest.today, number % QUIZZES_A_DAY)
    if asked is None or choice >= len(asked.options):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    right = choice == asked.right
    await toast(query)
    letter = LETTERS[asked.right]
    await change_message(
        query, guest.words("quiz-right" if right else "quiz-other", ask=asked.ask, letter=letter)
    )
    html, rows = article_page(guest, law_library, asked.answer)
    more = guest.button("button-quiz-next", "quiz", "", str((number + 1) % QUIZZES_A_DAY))
    await say_here(query, html, [*rows, [more], [guest.button("button-menu", "menu")]])


def _quiz_page(guest: Guest, library: Library | None, number: int) -> tuple[str, Keyboard] | None:
    asked = quiz(library.plain, library.store, guest.today, number) if library else None
    if asked is None:
        return None
    return guest.words("quiz", ask=asked.ask, options_html=_options(guest, asked)), [
        [Button(LETTERS[i], Press("quiz_guess", "", f"{number}-{i}")) for i in range(len(asked.options))],
        [guest.button("button-menu", "menu")],
    ]


def _options(guest: Guest, asked: Quiz) -> str:
    return "\n".join(
        guest.words("quiz-option", letter=LETTERS[i], text=record.plain)
        for i, (_, record) in enumerate(asked.options)
    )


def daily_article_router() -> Router:
    """A fresh router."""
    router = Router(name="daily_article")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(today_command, Command("today"))
    router.message.register(quiz_command, Command("quiz"))
    router.callback_query.register(quiz_pressed, Pressed("quiz"))
    router.callback_query.register(guess, Pressed("quiz_guess"))
    return router
