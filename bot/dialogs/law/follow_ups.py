"""The buttons under an answer: another article, the chapter, similar questions, whether it helped."""

from dataclasses import dataclass
from functools import partial

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.callbacks import Keyboard, Press
from bot.dialogs.law.article_codes import article_code, numbers_of, short_title_of
from bot.dialogs.law.ask import answer_pages, article_page, next_buttons, remember_question, similar_rows
from bot.dialogs.law.library import Bookcase
from bot.dialogs.law.pages import chapter_page
from bot.dialogs.law.view import article_html
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.replies import change_message, remove_buttons, say_here, toast
from knowledge.answers.answers import from_card
from knowledge.answers.library import Library
from knowledge.laws.texts.article import Article, Validity
from mediation.errors import Refused
from mediation.questions.answering import forget_wish, note_question, wish_to_be_told
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


async def _unknown_button(query: CallbackQuery, guest: Guest) -> None:
    await toast(query, guest.plain("button-unknown"), alert=True)


@dataclass(frozen=True, slots=True)
class _NamedArticle:
    """The article that a button names in today's library; ``numbers`` are all numbers of the button."""

    library: Library
    article: Article
    numbers: list[int]


async def _named_article(
    guest: Guest, press: Press, bookcase: Bookcase | None, validity: Validity | None, parts: int = 2
) -> _NamedArticle | None:
    """``None`` where it is not stored or has another validity; nothing of the press is trusted."""
    if bookcase is None:
        return None
    library = await bookcase.open(guest.today)
    law, numbers = short_title_of(library.store, press.number), numbers_of(press.value, parts)
    if law is None or numbers is None:
        return None
    found = library.store.article(law, numbers[0], numbers[1] or None, as_of=guest.today)
    if found is None or (validity is not None and found.validity(guest.today) is not validity):
        return None
    return _NamedArticle(library, found, numbers)


async def show_article(query: CallbackQuery, guest: Guest, press: Press, bookcase: Bookcase | None) -> None:
    """Shows another article of the law in force today."""
    named = await _named_article(guest, press, bookcase, Validity.CURRENT)
    if named is None:
        return await _unknown_button(query, guest)
    await toast(query)
    await say_here(query, *article_page(guest, named.library, named.article))


async def show_old_article(
    query: CallbackQuery, guest: Guest, press: Press, bookcase: Bookcase | None
) -> None:
    """Shows a repealed text, marked as such and without its neighbours."""
    named = await _named_article(guest, press, bookcase, Validity.REPEALED)
    if named is None:
        return await _unknown_button(query, guest)
    await toast(query)
    await say_here(query, article_html(guest, named.library.store, named.article), next_buttons(guest))


async def show_chapter(query: CallbackQuery, guest: Guest, press: Press, bookcase: Bookcase | None) -> None:
    """Shows a page of the chapter in which an article stands."""
    named = await _named_article(guest, press, bookcase, Validity.CURRENT, parts=3)
    shown = chapter_page(guest, named.library.store, named.article, named.numbers[2]) if named else None
    if named is None or shown is None:
        return await _unknown_button(query, guest)
    await toast(query)
    show = change_message if named.numbers[2] or (query.message and _is_chapter_page(query)) else say_here
    await show(query, *shown)


def _is_chapter_page(query: CallbackQuery) -> bool:
    """Whether the pressed message is a page of a chapter: it is changed, not answered by a new one."""
    markup = getattr(query.message, "reply_markup", None)
    rows = markup.inline_keyboard if markup else []
    return any((button.callback_data or "").endswith("-1") and "chapter" in (button.callback_data or "")
               for row in rows for button in row)  # fmt: skip


async def show_similar(
    query: CallbackQuery, guest: Guest, state: FSMContext, bookcase: Bookcase | None
) -> None:
    """Lists cards whose questions are similar to the last one."""
    question = (await state.get_data()).get("question")
    if bookcase is None or not question:
        return await _unknown_button(query, guest)
    library = await bookcase.open(guest.today)
    hits = library.card_search.search(question, guest.today, limit=5)
    rows = similar_rows(guest, tuple(hit.card for hit in hits))
    await toast(query)
    words = guest.words("law-similar" if rows else "law-similar-none")
    await say_here(query, words, [*rows, [guest.button("button-menu", "menu")]])


async def show_card(
    query: CallbackQuery, guest: Guest, press: Press, state: FSMContext, bookcase: Bookcase | None
) -> None:
    """Shows a card that was chosen from a list."""
    library = await bookcase.open(guest.today) if bookcase is not None else None
    found = library.cards.get(press.number) if library is not None else None
    if library is None or found is None or not library.cards.holds(found, guest.today):
        return await _unknown_button(query, guest)
    await toast(query)
    told = from_card(library, found, guest.today)
    await remember_question(state, told)
    for html, rows in answer_pages(guest, library, told):
        await say_here(query, html, rows)


async def thank(query: CallbackQuery, guest: Guest) -> None:
    """It helped: thanks are said and nothing is stored."""
    await toast(query, guest.plain("law-thanks"))


async def report_wrong_answer(
    query: CallbackQuery, guest: Guest, database: Database, state: FSMContext
) -> None:
    """Not what was asked: passes the question to the policy officers, without the person."""
    await _pass_question_on(query, guest, database, state, "wrong", "law-wrong")


async def pass_question_on(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """Nothing was found: passes the question to the policy officers, without the person."""
    await _pass_question_on(query, guest, database, state, "nothing", "law-handed-on")


async def _pass_question_on(
    query: CallbackQuery, guest: Guest, database: Database, state: FSMContext, why: str, key: str
) -> None:
    data = await state.get_data()
    question = data.get("question")
    if not question:
        return await toast(query, guest.plain("law-nothing-to-hand-on"), alert=True)
    work = partial(_note_question, text=question, why=why, category=data.get("category"))
    try:
        kept = await database.once(guest.ticket, work)
    except Refused:
        return await toast(query, guest.plain("law-nothing-to-hand-on"), alert=True)
    await toast(query)
    wish: Keyboard = [[guest.button("law-wish", "law_wish", str(kept))], *next_buttons(guest)]
    await say_here(query, guest.words(key), wish)


async def report_plain_words(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, bookcase: Bookcase | None
) -> None:
    """Reports the plain words of an article to the policy officers, without the person."""
    named = await _named_article(guest, press, bookcase, validity=None)
    if named is None or named.library.plain.of(named.article) is None:
        return await _unknown_button(query, guest)
    text = guest.plain("law-plain-doubt", law=named.article.law, number=article_code(named.article))
    await database.once(guest.ticket, partial(_note_question, text=text, why="wrong", category=None))
    await toast(query, guest.plain("law-plain-thanks"), alert=True)


def _note_question(records: SqlRecords, *, text: str, why: str, category: str | None) -> int:
    return note_question(records, text, why, category).id


async def ask_to_be_told(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Stores that they wait for the answer, until they have been told."""
    question = press._replace(value=press.number).whole
    if question is None:
        return await _unknown_button(query, guest)
    person = guest.me.person_id
    if not await database.once(guest.ticket, lambda records: wish_to_be_told(records, question, person)):
        return await _unknown_button(query, guest)
    await toast(query)
    await remove_buttons(query)
    rows = [[guest.button("button-wish-not", "law_wish_not", press.number)]]
    await say_here(query, guest.words("law-wish-kept"), rows)


async def stop_waiting(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """Deletes that they wait for the answer."""
    question = press._replace(value=press.number).whole
    if question is None:
        return await _unknown_button(query, guest)
    person = guest.me.person_id
    await database.once(guest.ticket, lambda records: forget_wish(records, question, person))
    await toast(query)
    await change_message(query, guest.words("law-wish-forgotten"))


def law_follow_ups_router() -> Router:
    """A fresh router."""
    router = Router(name="follow_ups")
    router.callback_query.filter(Private())
    for handler, name in (
        (show_article, "article"),
        (show_old_article, "old_article"),
        (show_chapter, "chapter"),
        (show_similar, "similar"),
        (show_card, "card"),
        (thank, "law_good"),
        (report_wrong_answer, "law_wrong"),
        (pass_question_on, "law_hand_on"),
        (report_plain_words, "plain_wrong"),
        (ask_to_be_told, "law_wish"),
        (stop_waiting, "law_wish_not"),
    ):
        router.callback_query.register(handler, Pressed(name))
    return router
