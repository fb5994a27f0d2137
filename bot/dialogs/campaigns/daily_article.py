"""Knowing the law, a little at a time: the article of the day, and a quiz. Who answers what is not kept."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.law.article_codes import numbers_of
from bot.dialogs.law.ask import one_article
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.replies import change, here, say, toast
from knowledge.answers.library import Library
from knowledge.plain.daily import Quiz, article_of_the_day, quiz

LETTERS = "ABC"
MOST = 50
"""Quizzes of one day; then it begins again."""


async def today(message: Message, guest: Guest, law_library: Library | None) -> None:
    """``/today``: one article, with what it says in plain words."""
    found = article_of_the_day(law_library.plain, law_library.store, guest.today) if law_library else None
    if found is None or law_library is None:
        await say(message, guest.words("law-missing"))
        return
    await say(message, guest.words("today-head", ask=found[1].asks[0]))
    html, rows = one_article(guest, law_library, found[0])
    await say(message, html, [*rows, [guest.button("button-quiz", "quiz", "", "0")]])


async def quiz_asked(message: Message, guest: Guest, law_library: Library | None) -> None:
    """``/quiz``."""
    shown = _page(guest, law_library, 0)
    if shown is None:
        await say(message, guest.words("law-missing"))
        return
    await say(message, *shown)


async def quiz_pressed(query: CallbackQuery, guest: Guest, press: Press, law_library: Library | None) -> None:
    """The next one."""
    numbers = numbers_of(press.value, 1)
    shown = _page(guest, law_library, numbers[0] % MOST) if numbers else None
    if shown is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await here(query, *shown)


async def guessed(query: CallbackQuery, guest: Guest, press: Press, law_library: Library | None) -> None:
    """Right or not, the article itself is the answer; nobody is told and nothing is counted."""
    numbers = numbers_of(press.value, 2)
    if numbers is None or law_library is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    number, choice = numbers
    asked = quiz(law_library.plain, law_library.store, guest.today, number % MOST)
    if asked is None or choice >= len(asked.options):
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    right = choice == asked.right
    await toast(query)
    letter = LETTERS[asked.right]
    await change(query, guest.words("quiz-right" if right else "quiz-other", ask=asked.ask, letter=letter))
    html, rows = one_article(guest, law_library, asked.answer)
    more = guest.button("button-quiz-next", "quiz", "", str((number + 1) % MOST))
    await here(query, html, [*rows, [more], [guest.button("button-menu", "menu")]])


def _page(guest: Guest, library: Library | None, number: int) -> tuple[str, Keyboard] | None:
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
    router.message.register(today, Command("today"))
    router.message.register(quiz_asked, Command("quiz"))
    router.callback_query.register(quiz_pressed, Pressed("quiz"))
    router.callback_query.register(guessed, Pressed("quiz_guess"))
    return router
