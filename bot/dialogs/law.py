"""Asking what the law says. Only stored text is shown, with title, version and date; asking files nothing."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Keyboard, Press
from bot.dialogs.answering import here, say, toast
from bot.dialogs.expecting import Expecting
from bot.dialogs.filters import NotACommand, Pressed, Private
from bot.dialogs.tools import Guest
from knowledge.answers import Answer, AnswerKind, Found, answer
from knowledge.laws.article import Article
from knowledge.library import Library

QUESTION_LIMIT = 4096
FOLDED_OVER = 400
"""Characters; a longer article is folded into an expandable quote."""

ARTICLE_LIMIT = 3000
SHOWN = 3


async def law(message: Message, guest: Guest, state: FSMContext, law_library: Library | None) -> None:
    """``/law``, with the question in the same line or in the next message."""
    question = (message.text or "").partition(" ")[2].strip()
    if question:
        await _answer(message, guest, question, law_library)
        return
    await state.set_state(Expecting.law_question)
    await say(message, guest.words("law-ask"), [[guest.button("button-menu", "menu")]])


async def law_pressed(query: CallbackQuery, guest: Guest, state: FSMContext) -> None:
    """The second door."""
    await toast(query)
    await state.set_state(Expecting.law_question)
    await here(query, guest.words("law-ask"), [[guest.button("button-menu", "menu")]])


async def asked(message: Message, guest: Guest, law_library: Library | None) -> None:
    """A question; the next message is taken as a question too."""
    if not message.text:
        await say(message, guest.words("law-in-words"), reply=True)
        return
    await _answer(message, guest, message.text, law_library)


async def article_pressed(
    query: CallbackQuery, guest: Guest, press: Press, law_library: Library | None
) -> None:
    """The article before or after; nothing of the press is trusted, only what is stored is shown."""
    number, _, sub = (press._replace(value=part).whole for part in press.value.partition("-"))
    found = None
    if law_library is not None and number is not None:
        found = law_library.store.article(press.number, number, sub)
    if found is None or law_library is None:
        await toast(query, guest.plain("button-unknown"), alert=True)
        return
    await toast(query)
    await here(query, show(guest, found), _around(guest, law_library, found))


async def _answer(message: Message, guest: Guest, question: str, library: Library | None) -> None:
    if library is None:
        await say(message, guest.words("law-missing"), _ways_on(guest))
        return
    today = guest.tools.clock().astimezone(guest.tools.zone).date()
    result = answer(library, question[:QUESTION_LIMIT], today, limit=SHOWN)
    if result.kind is AnswerKind.ARTICLES:
        for found in result.articles[:SHOWN]:
            await say(message, show(guest, found.article), _around(guest, library, found.article))
    notes = _notes(guest, result)
    if notes:
        await say(message, notes, _ways_on(guest))
    elif not _named(result.articles):
        await say(message, guest.words("law-found-by-words"), _ways_on(guest))


def _named(articles: tuple[Found, ...]) -> bool:
    return all(found.citation is not None for found in articles)


def show(guest: Guest, article: Article) -> str:
    """One article: title, number, where it stands, its text as the law has it, dates and source."""
    text = article.text[:ARTICLE_LIMIT] + ("…" if len(article.text) > ARTICLE_LIMIT else "")
    parts = [part for part in (article.book, article.chapter, article.section) if part]
    return guest.words(
        "law-article-long" if len(article.text) > FOLDED_OVER else "law-article",
        title=article.official_title,
        label=article.label,
        where=" · ".join(parts) or "—",
        text=text,
        passed=str(article.passed or "—"),
        in_force=str(article.in_force or "—"),
        source=article.source,
    )


def _around(guest: Guest, library: Library, article: Article) -> Keyboard:
    row = []
    for key, other in (
        ("button-article-before", library.store.previous(article)),
        ("button-article-after", library.store.next(article)),
    ):
        if other is not None:
            value = f"{other.number}-{other.sub}" if other.sub else str(other.number)
            row.append(guest.button(key, "article", other.law, value))
    return [row] if row else []


def _notes(guest: Guest, result: Answer) -> str:
    """What is not known is said to be not known."""
    lines = []
    for missing in result.not_existing:
        lines.append(
            guest.words(
                "law-not-existing",
                law=missing.law,
                number=missing.article,
                first=missing.range.first,
                last=missing.range.last,
            )
        )
    for gone in result.unavailable:
        lines.append(
            guest.words(
                f"law-unavailable-{gone.reason.value.replace('_', '-')}",
                law=gone.law,
                number=gone.article,
                since=str(gone.since or "—"),
                by=gone.superseded_by or "—",
            )
        )
    for citation in result.ambiguous:
        lines.append(guest.words("law-which", number=citation.article))
    if result.kind is AnswerKind.NOTHING:
        lines.append(guest.words("law-nothing"))
    return "\n\n".join(lines)


def _ways_on(guest: Guest) -> Keyboard:
    rows = [[guest.button("door-tell", "tell"), guest.button("door-human", "human")]]
    if guest.me.current_case is not None and guest.me.staff is None:
        # whoever was talking to a mediator finds the way back
        rows.append([guest.button("button-talk", "talk", guest.me.current_case)])
    return [*rows, [guest.button("button-menu", "menu")]]


def law_router() -> Router:
    """A fresh router."""
    router = Router(name="law")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(law, Command("law"))
    router.message.register(asked, Expecting.law_question, NotACommand())
    router.callback_query.register(law_pressed, Pressed("law"))
    router.callback_query.register(article_pressed, Pressed("article"))
    return router
