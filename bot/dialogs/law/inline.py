"""Inline mode: @bot 民法典1254 in any chat. Articles only; nothing about the person is read or stored."""

from asyncio import to_thread
from binascii import crc32
from datetime import date

from aiogram import Router
from aiogram.types import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InlineQueryResultUnion,
    InputTextMessageContent,
)

from bot.dialogs.crisis.watch import TALK_LINK, CrisisLineWatch
from bot.dialogs.law.library import Bookcase
from bot.dialogs.law.view import article_html
from bot.dialogs.shared.context import Guest
from knowledge.answers.answers import answer
from knowledge.answers.library import Library
from knowledge.laws.texts.article import Article

MOST_RESULTS = 8
"""Results; more than fits on a telephone's screen is not read."""
CACHE_SECONDS = 300
"""Seconds that Telegram may keep the same answer; it is the same for everybody."""
DESCRIPTION_CHARS = 90


async def answer_inline(
    query: InlineQuery, guest: Guest, bookcase: Bookcase | None, crisis_line: CrisisLineWatch
) -> None:
    """Articles that were named or are found with confidence; else a link to the bot."""
    if query.query and (alarm := crisis_line.cry(query.query)) is not None:
        await _answer_cry(query, guest, crisis_line.number(alarm, guest))
        return
    articles: list[Article] = []
    library = await bookcase.open(guest.today) if bookcase is not None else None
    if library is not None and query.query.strip():
        articles = await to_thread(_find, library, query.query, guest.today)
    results: list[InlineQueryResultUnion] = [
        _result(guest, library, article) for article in articles if library is not None
    ]
    button = InlineQueryResultsButton(text=guest.plain("law-inline-button"), start_parameter="from_inline")
    await query.answer(
        results or [_nothing(guest)], cache_time=CACHE_SECONDS, is_personal=False, button=button
    )


async def _answer_cry(query: InlineQuery, guest: Guest, number: str | None) -> None:
    """Nothing was sent and nobody can be called from here: gives a number and a link that calls a person."""
    shown = number or "none"
    line = InlineQueryResultArticle(
        id="talk",
        title=guest.plain("crisis-inline", hotline=shown),
        description=guest.plain("crisis-inline-more"),
        input_message_content=InputTextMessageContent(
            message_text=guest.words("crisis-inline-shared", hotline=shown), parse_mode="HTML"
        ),
    )
    button = InlineQueryResultsButton(text=guest.plain("crisis-inline-button"), start_parameter=TALK_LINK)
    await query.answer([line], cache_time=0, is_personal=True, button=button)


def _find(library: Library, question: str, today: date) -> list[Article]:
    return [
        found.article
        for found in answer(library, question, today, limit=MOST_RESULTS).articles[:MOST_RESULTS]
    ]


def _result(guest: Guest, library: Library, article: Article) -> InlineQueryResultArticle:
    text = " ".join(article.text.split())
    return InlineQueryResultArticle(
        id=f"{crc32(article.law.encode()):08x}-{article.number}-{article.sub or 0}",
        title=f"《{article.law}》{article.label}",
        description=text[:DESCRIPTION_CHARS] + ("…" if len(text) > DESCRIPTION_CHARS else ""),
        input_message_content=InputTextMessageContent(
            message_text=article_html(guest, library.store, article, library.plain.of(article)),
            parse_mode="HTML",
        ),
    )


def _nothing(guest: Guest) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id="nothing",
        title=guest.plain("law-inline-nothing"),
        description=guest.plain("law-inline-nothing-more"),
        input_message_content=InputTextMessageContent(message_text=guest.words("law-inline-nothing-more")),
    )


def inline_router() -> Router:
    """A fresh router."""
    router = Router(name="inline")
    router.inline_query.register(answer_inline)
    return router
