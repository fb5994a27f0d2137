"""Asking what the law says. Only stored text is shown, with title, version and date; asking files nothing."""

from asyncio import to_thread

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.law.article_codes import law_code, place_of
from bot.dialogs.law.library import Bookcase
from bot.dialogs.law.view import around, article_html, card_html, notes, other_articles
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_words import moment
from bot.dialogs.shared.awaited_answers import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.replies import here, say, toast
from knowledge.answers.answers import Answer, AnswerKind, answer
from knowledge.answers.library import Library
from knowledge.cards import Card
from knowledge.laws.texts.article import Article
from knowledge.search.followups import whole_question

QUESTION_LIMIT = 4096
SHOWN = 3
"""Articles that were named and are shown whole; further ones are buttons."""
REMEMBERED = 300
"""Characters of the last question, for a follow-up and for "not what I asked"."""
SIMILAR = 3
_OUTSIDE = {"chitchat": "law-outside-greeting", "no_chinese": "law-outside-no-chinese"}
"""Kinds of question outside that get words of their own."""


async def law(
    message: Message, guest: Guest, allowances: Allowances, state: FSMContext, bookcase: Bookcase | None
) -> None:
    """``/law``, with the question in the same line or in the next message."""
    question = (message.text or "").partition(" ")[2].strip()
    if question:
        await _answer(message, guest, allowances, question, state, bookcase)
        return
    await state.set_state(Expecting.law_question)
    await say(message, guest.words("law-ask"), _first_ways(guest))


async def law_pressed(query: CallbackQuery, guest: Guest, state: FSMContext) -> None:
    """The second door."""
    await toast(query)
    await state.set_state(Expecting.law_question)
    await here(query, guest.words("law-ask"), _first_ways(guest))


def _first_ways(guest: Guest) -> Keyboard:
    return [[guest.button("button-reckon", "reckon")], [guest.button("button-menu", "menu")]]


async def asked(
    message: Message, guest: Guest, allowances: Allowances, state: FSMContext, bookcase: Bookcase | None
) -> None:
    """A question; the next message is taken as a question too."""
    if message.via_bot is not None:
        return  # an article that they looked up themselves
    if not message.text:
        await say(message, guest.words("law-in-words"), reply=True)
        return
    await _answer(message, guest, allowances, message.text, state, bookcase)


async def _answer(
    message: Message,
    guest: Guest,
    allowances: Allowances,
    said: str,
    state: FSMContext,
    bookcase: Bookcase | None,
) -> None:
    if bookcase is None:
        await say(message, guest.words("law-missing"), ways_on(guest))
        return
    until = allowances.law_questions.take(guest.me.person_id, guest.now)
    if until is not None:
        rows = [[guest.button("button-look-up", "look_up")], *ways_on(guest)]
        await say(message, guest.words("limit-law", time=moment(guest, until)), rows, reply=True)
        return
    library = await bookcase.open(guest.today)
    before = await state.get_data()
    question = whole_question(said[:QUESTION_LIMIT], before.get("question"))
    # a long message is a tenth of a second of work: the others do not wait for it
    told = await to_thread(answer, library, question, guest.today, context=before.get("law"), limit=SHOWN + 1)
    await remember(state, told)
    for html, rows in pages(guest, library, told):
        await say(message, html, rows, reply=told.kind is AnswerKind.NOTHING)


async def remember(state: FSMContext, told: Answer) -> None:
    """What the talk is about, for a follow-up: only in this person's own dialog, gone with the menu."""
    law = told.articles[0].article.law if told.articles else None
    category = told.card.category if told.card else None
    await state.update_data(question=told.question[:REMEMBERED], law=law, category=category)


def pages(guest: Guest, library: Library, told: Answer) -> list[tuple[str, Keyboard]]:
    """The messages of an answer, the last one with the ways on."""
    named = _named(told)
    shown: list[tuple[str, Keyboard]] = []
    remarks = notes(guest, library, told)
    if told.card is not None:
        shown.append((card_html(guest, library, told, told.card), _card_rows(guest, told.card)))
    articles = [found.article for found in told.articles]
    whole = articles[: SHOWN if named else 1]
    for article in whole:
        shown.append(one_article(guest, library, article))
    for rule in told.company[:1]:
        html = article_html(guest, library.store, rule.article)
        shown.append((guest.words("law-company", article_html=html), []))
    if told.kind is AnswerKind.ARTICLES and not named and told.card is None and whole:
        remarks.append(guest.words("law-found-by-words"))
    if (nothing := _nothing(guest, told)) is not None:
        remarks.append(nothing)
    ways = [*other_articles(guest, articles[len(whole) :]), *_ways(guest, told)]
    if remarks:
        shown.append(("\n\n".join(remarks), ways))
    elif shown:
        html, rows = shown[-1]
        shown[-1] = (html, [*rows, *ways])
    return shown


def one_article(guest: Guest, library: Library, article: Article) -> tuple[str, Keyboard]:
    """An article with its plain words, its neighbours, and the way to say that the plain words are wrong."""
    plain = library.plain.of(article)
    rows = [around(guest, library.store, article)]
    if plain is not None:
        rows.append(
            [guest.button("button-plain-wrong", "plain_wrong", law_code(article.law), place_of(article))]
        )
    return article_html(guest, library.store, article, plain), rows


def _named(told: Answer) -> bool:
    """Somebody asked for an article by its number."""
    return any(found.citation for found in told.articles)


def _card_rows(guest: Guest, card: Card) -> Keyboard:
    return [[guest.button("button-reckon", "reckon", str(card.calculator))]] if card.calculator else []


def _nothing(guest: Guest, told: Answer) -> str | None:
    if told.kind is AnswerKind.NOTHING:
        return guest.words("law-nothing-similar" if told.similar else "law-nothing")
    if told.kind is AnswerKind.OUT_OF_SCOPE:
        return guest.words(_OUTSIDE.get(told.outside or "", "law-outside"))
    return None


def _ways(guest: Guest, told: Answer) -> Keyboard:
    """What can be done next: what moved, similar questions, whether it helped, a person."""
    rows: Keyboard = []
    for moved in told.moved:
        press = Press("article", law_code(moved.law), f"{moved.number.now}-0")
        rows.append([Button(guest.plain("button-article-now", now=moved.number.now), press)])
    rows += [
        [old_text(guest, gone.stored)] for gone in told.unavailable if gone.stored and gone.superseded_by
    ]
    if told.kind is AnswerKind.NOTHING:
        rows += similar_rows(guest, told.similar[:SIMILAR])
        rows.append([guest.button("button-hand-on", "law_hand_on")])
    elif told.card is not None or (told.articles and not _named(told)):
        rows.append(
            [guest.button("button-law-good", "law_good"), guest.button("button-law-wrong", "law_wrong")]
        )
        rows.append([guest.button("button-similar", "similar")])
    return [*rows, *ways_on(guest)]


def old_text(guest: Guest, article: Article) -> Button:
    """A repealed text, for whoever asked for it by name."""
    return guest.button("button-article-old", "old_article", law_code(article.law), place_of(article))


def similar_rows(guest: Guest, cards: tuple[Card, ...]) -> Keyboard:
    """One button for each card."""
    return [[Button(guest.plain("button-card", title=card.title), Press("card", card.key))] for card in cards]


def ways_on(guest: Guest) -> Keyboard:
    """Tell it, a person, back into the conversation, the menu."""
    rows = [[guest.button("door-tell", "tell"), guest.button("door-human", "human")]]
    if guest.me.current_case is not None and guest.me.staff is None:
        # whoever was talking to a mediator finds the way back
        rows.append([guest.button("button-talk", "talk", guest.me.current_case)])
    return [*rows, [guest.button("button-menu", "menu")]]


def law_router() -> Router:
    """A fresh router."""
    router = Router(name="law_ask")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(law, Command("law"))
    router.message.register(asked, Expecting.law_question, NotACommand())
    router.callback_query.register(law_pressed, Pressed("law"))
    return router
