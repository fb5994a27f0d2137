"""What the buttons under an answer do: another article, the chapter, similar questions, whether it helped."""

from dataclasses import dataclass
from functools import partial

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.callbacks import Keyboard, Press
from bot.dialogs.law.article_codes import law_of, numbers_of, place_of
from bot.dialogs.law.ask import one_article, pages, remember, similar_rows, ways_on
from bot.dialogs.law.library import Bookcase
from bot.dialogs.law.pages import chapter_page
from bot.dialogs.law.view import article_html
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.replies import change, here, toast, without_buttons
from knowledge.answers.answers import from_card
from knowledge.answers.library import Library
from knowledge.laws.texts.article import Article, Validity
from mediation.errors import Refused
from mediation.questions.answering import forget_wish, note_question, wish_to_be_told
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


async def _gone(query: CallbackQuery, guest: Guest) -> None:
    await toast(query, guest.plain("button-unknown"), alert=True)


@dataclass(frozen=True, slots=True)
class _Named:
    """The article that a button names, in today's library; ``numbers`` are all that the button carried."""

    library: Library
    article: Article
    numbers: list[int]


async def _named(
    guest: Guest, press: Press, bookcase: Bookcase | None, validity: Validity | None, parts: int = 2
) -> _Named | None:
    """None where it is not stored or has not that validity; nothing of the press is trusted."""
    if bookcase is None:
        return None
    library = await bookcase.open(guest.today)
    law, numbers = law_of(library.store, press.number), numbers_of(press.value, parts)
    if law is None or numbers is None:
        return None
    found = library.store.article(law, numbers[0], numbers[1] or None, as_of=guest.today)
    if found is None or (validity is not None and found.validity(guest.today) is not validity):
        return None
    return _Named(library, found, numbers)


async def article_pressed(
    query: CallbackQuery, guest: Guest, press: Press, bookcase: Bookcase | None
) -> None:
    """Another article of the law that governs today."""
    named = await _named(guest, press, bookcase, Validity.CURRENT)
    if named is None:
        return await _gone(query, guest)
    await toast(query)
    await here(query, *one_article(guest, named.library, named.article))


async def old_article(query: CallbackQuery, guest: Guest, press: Press, bookcase: Bookcase | None) -> None:
    """A repealed text, marked as such; it has no neighbours to lead further into it."""
    named = await _named(guest, press, bookcase, Validity.REPEALED)
    if named is None:
        return await _gone(query, guest)
    await toast(query)
    await here(query, article_html(guest, named.library.store, named.article), ways_on(guest))


async def chapter(query: CallbackQuery, guest: Guest, press: Press, bookcase: Bookcase | None) -> None:
    """The chapter in which an article stands, page by page."""
    named = await _named(guest, press, bookcase, Validity.CURRENT, parts=3)
    shown = chapter_page(guest, named.library.store, named.article, named.numbers[2]) if named else None
    if named is None or shown is None:
        return await _gone(query, guest)
    await toast(query)
    show = change if named.numbers[2] or (query.message and _is_chapter(query)) else here
    await show(query, *shown)


def _is_chapter(query: CallbackQuery) -> bool:
    """Turning pages changes the message; the first page of a chapter is a new one."""
    markup = getattr(query.message, "reply_markup", None)
    rows = markup.inline_keyboard if markup else []
    return any((button.callback_data or "").endswith("-1") and "chapter" in (button.callback_data or "")
               for row in rows for button in row)  # fmt: skip


async def similar(query: CallbackQuery, guest: Guest, state: FSMContext, bookcase: Bookcase | None) -> None:
    """Neighbouring questions that have an answer."""
    question = (await state.get_data()).get("question")
    if bookcase is None or not question:
        return await _gone(query, guest)
    library = await bookcase.open(guest.today)
    hits = library.card_search.search(question, guest.today, limit=5)
    rows = similar_rows(guest, tuple(hit.card for hit in hits))
    await toast(query)
    words = guest.words("law-similar" if rows else "law-similar-none")
    await here(query, words, [*rows, [guest.button("button-menu", "menu")]])


async def card(
    query: CallbackQuery, guest: Guest, press: Press, state: FSMContext, bookcase: Bookcase | None
) -> None:
    """A card that was chosen from a list."""
    library = await bookcase.open(guest.today) if bookcase is not None else None
    found = library.cards.get(press.number) if library is not None else None
    if library is None or found is None or not library.cards.holds(found, guest.today):
        return await _gone(query, guest)
    await toast(query)
    told = from_card(library, found, guest.today)
    await remember(state, told)
    for html, rows in pages(guest, library, told):
        await here(query, html, rows)


async def good(query: CallbackQuery, guest: Guest) -> None:
    """It helped: nothing is kept but the thanks."""
    await toast(query, guest.plain("law-thanks"))


async def wrong(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """Not what was asked: the question goes to the policy officers, without the person."""
    await _hand_on(query, guest, database, state, "wrong", "law-wrong")


async def hand_on(query: CallbackQuery, guest: Guest, database: Database, state: FSMContext) -> None:
    """Nothing was found, and the person wants the policy officers to see the question."""
    await _hand_on(query, guest, database, state, "nothing", "law-handed-on")


async def _hand_on(
    query: CallbackQuery, guest: Guest, database: Database, state: FSMContext, why: str, key: str
) -> None:
    data = await state.get_data()
    question = data.get("question")
    if not question:
        return await toast(query, guest.plain("law-nothing-to-hand-on"), alert=True)
    work = partial(_note, text=question, why=why, category=data.get("category"))
    try:
        kept = await database.once(guest.ticket, work)
    except Refused:
        return await toast(query, guest.plain("law-nothing-to-hand-on"), alert=True)
    await toast(query)
    wish: Keyboard = [[guest.button("law-wish", "law_wish", str(kept))], *ways_on(guest)]
    await here(query, guest.words(key), wish)


async def plain_wrong(
    query: CallbackQuery, guest: Guest, database: Database, press: Press, bookcase: Bookcase | None
) -> None:
    """Somebody says that the plain words of an article are wrong: the policy officers look at them."""
    named = await _named(guest, press, bookcase, validity=None)
    if named is None or named.library.plain.of(named.article) is None:
        return await _gone(query, guest)
    text = guest.plain("law-plain-doubt", law=named.article.law, number=place_of(named.article))
    await database.once(guest.ticket, partial(_note, text=text, why="wrong", category=None))
    await toast(query, guest.plain("law-plain-thanks"), alert=True)


def _note(records: SqlRecords, *, text: str, why: str, category: str | None) -> int:
    return note_question(records, text, why, category).id


async def wish(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """They want to be told: from now on it is known that they wait, until they have been told."""
    question = press._replace(value=press.number).whole
    if question is None:
        return await _gone(query, guest)
    person = guest.me.person_id
    if not await database.once(guest.ticket, lambda records: wish_to_be_told(records, question, person)):
        return await _gone(query, guest)
    await toast(query)
    await without_buttons(query)
    rows = [[guest.button("button-wish-not", "law_wish_not", press.number)]]
    await here(query, guest.words("law-wish-kept"), rows)


async def wish_not(query: CallbackQuery, guest: Guest, database: Database, press: Press) -> None:
    """They do not wait any more; nothing of it stays."""
    question = press._replace(value=press.number).whole
    if question is None:
        return await _gone(query, guest)
    person = guest.me.person_id
    await database.once(guest.ticket, lambda records: forget_wish(records, question, person))
    await toast(query)
    await change(query, guest.words("law-wish-forgotten"))


def law_follow_ups_router() -> Router:
    """A fresh router."""
    router = Router(name="follow_ups")
    router.callback_query.filter(Private())
    for handler, name in (
        (article_pressed, "article"),
        (old_article, "old_article"),
        (chapter, "chapter"),
        (similar, "similar"),
        (card, "card"),
        (good, "law_good"),
        (wrong, "law_wrong"),
        (hand_on, "law_hand_on"),
        (plain_wrong, "plain_wrong"),
        (wish, "law_wish"),
        (wish_not, "law_wish_not"),
    ):
        router.callback_query.register(handler, Pressed(name))
    return router
