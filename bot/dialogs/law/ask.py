"""Questions about law. Only stored text is shown, with title, version and date; asking files nothing."""

from asyncio import to_thread

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.law.article_codes import article_code, law_code
from bot.dialogs.law.library import Bookcase
from bot.dialogs.law.view import article_html, card_html, neighbour_buttons, note_lines, other_articles
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_words import local_time
from bot.dialogs.shared.awaited_answers import Expecting
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import NotACommand, Pressed, Private
from bot.dialogs.shared.replies import say, say_here, toast
from knowledge.answers.answers import Answer, AnswerKind, answer
from knowledge.answers.library import Library
from knowledge.cards import Card
from knowledge.laws.texts.article import Article
from knowledge.search.followups import whole_question

QUESTION_LIMIT = 4096
ARTICLES_SHOWN = 3
"""Articles that were named and are shown whole; further ones are buttons."""
REMEMBERED_CHARS = 300
"""Characters of the last question, for a follow-up and for "not what I asked"."""
CARDS_SHOWN = 3
_OUTSIDE = {"chitchat": "law-outside-greeting", "no_chinese": "law-outside-no-chinese"}
"""Kinds of question outside that get words of their own."""


async def law_command(
    message: Message, guest: Guest, allowances: Allowances, state: FSMContext, bookcase: Bookcase | None
) -> None:
    """``/law``, with the question in the same line or in the next message."""
    question = (message.text or "").partition(" ")[2].strip()
    if question:
        await _answer_text(message, guest, allowances, question, state, bookcase)
        return
    await state.set_state(Expecting.law_question)
    await say(message, guest.words("law-ask"), _first_buttons(guest))


async def law_pressed(query: CallbackQuery, guest: Guest, state: FSMContext) -> None:
    """Asks for the question from a button."""
    await toast(query)
    await state.set_state(Expecting.law_question)
    await say_here(query, guest.words("law-ask"), _first_buttons(guest))


def _first_buttons(guest: Guest) -> Keyboard:
    return [[guest.button("button-reckon", "reckon")], [guest.button("button-menu", "menu")]]


async def answer_question(
    message: Message, guest: Guest, allowances: Allowances, state: FSMContext, bookcase: Bookcase | None
) -> None:
    """Answers a message as a question about law; the next message is taken as a question too."""
    if message.via_bot is not None:
        return  # an article that they looked up themselves
    if not message.text:
        await say(message, guest.words("law-in-words"), reply=True)
        return
    await _answer_text(message, guest, allowances, message.text, state, bookcase)


async def _answer_text(
    message: Message,
    guest: Guest,
    allowances: Allowances,
    said: str,
    state: FSMContext,
    bookcase: Bookcase | None,
) -> None:
    if bookcase is None:
        await say(message, guest.words("law-missing"), next_buttons(guest))
        return
    until = allowances.law_questions.take(guest.me.person_id, guest.now)
    if until is not None:
        rows = [[guest.button("button-look-up", "look_up")], *next_buttons(guest)]
        await say(message, guest.words("limit-law", time=local_time(guest, until)), rows, reply=True)
        return
    library = await bookcase.open(guest.today)
    before = await state.get_data()
    question = whole_question(said[:QUESTION_LIMIT], before.get("question"))
    # a long message is a tenth of a second of work: the others do not wait for it
    told = await to_thread(
        answer, library, question, guest.today, context=before.get("law"), limit=ARTICLES_SHOWN + 1
    )
    await remember_question(state, told)
    for html, rows in answer_pages(guest, library, told):
        await say(message, html, rows, reply=told.kind is AnswerKind.NOTHING)


async def remember_question(state: FSMContext, told: Answer) -> None:
    """Keeps question, law and category for a follow-up in this person's conversation state alone."""
    law = told.articles[0].article.law if told.articles else None
    category = told.card.category if told.card else None
    await state.update_data(question=told.question[:REMEMBERED_CHARS], law=law, category=category)


def answer_pages(guest: Guest, library: Library, told: Answer) -> list[tuple[str, Keyboard]]:
    """The messages of an answer; the last one has the buttons."""
    named = _is_by_number(told)
    shown: list[tuple[str, Keyboard]] = []
    remarks = note_lines(guest, library, told)
    if told.card is not None:
        shown.append((card_html(guest, library, told, told.card), _card_rows(guest, told.card)))
    articles = [found.article for found in told.articles]
    whole = articles[: ARTICLES_SHOWN if named else 1]
    for article in whole:
        shown.append(article_page(guest, library, article))
    for rule in told.company[:1]:
        html = article_html(guest, library.store, rule.article)
        shown.append((guest.words("law-company", article_html=html), []))
    if told.kind is AnswerKind.ARTICLES and not named and told.card is None and whole:
        remarks.append(guest.words("law-found-by-words"))
    if (nothing := _nothing(guest, told)) is not None:
        remarks.append(nothing)
    ways = [*other_articles(guest, articles[len(whole) :]), *_answer_buttons(guest, told)]
    if remarks:
        shown.append(("\n\n".join(remarks), ways))
    elif shown:
        html, rows = shown[-1]
        shown[-1] = (html, [*rows, *ways])
    return shown


def article_page(guest: Guest, library: Library, article: Article) -> tuple[str, Keyboard]:
    """An article with its plain words, its neighbours, and a button to report the plain words."""
    plain = library.plain.of(article)
    rows = [neighbour_buttons(guest, library.store, article)]
    if plain is not None:
        rows.append(
            [guest.button("button-plain-wrong", "plain_wrong", law_code(article.law), article_code(article))]
        )
    return article_html(guest, library.store, article, plain), rows


def _is_by_number(told: Answer) -> bool:
    """Whether an article was asked for by its number."""
    return any(found.citation for found in told.articles)


def _card_rows(guest: Guest, card: Card) -> Keyboard:
    return [[guest.button("button-reckon", "reckon", str(card.calculator))]] if card.calculator else []


def _nothing(guest: Guest, told: Answer) -> str | None:
    if told.kind is AnswerKind.NOTHING:
        return guest.words("law-nothing-similar" if told.similar else "law-nothing")
    if told.kind is AnswerKind.OUT_OF_SCOPE:
        return guest.words(_OUTSIDE.get(told.outside or "", "law-outside"))
    return None


def _answer_buttons(guest: Guest, told: Answer) -> Keyboard:
    """What moved, similar questions, whether it helped, a person."""
    rows: Keyboard = []
    for moved in told.moved:
        press = Press("article", law_code(moved.law), f"{moved.number.now}-0")
        rows.append([Button(guest.plain("button-article-now", now=moved.number.now), press)])
    rows += [
        [old_text_button(guest, gone.stored)]
        for gone in told.unavailable
        if gone.stored and gone.superseded_by
    ]
    if told.kind is AnswerKind.NOTHING:
        rows += similar_rows(guest, told.similar[:CARDS_SHOWN])
        rows.append([guest.button("button-hand-on", "law_hand_on")])
    elif told.card is not None or (told.articles and not _is_by_number(told)):
        rows.append(
            [guest.button("button-law-good", "law_good"), guest.button("button-law-wrong", "law_wrong")]
        )
        rows.append([guest.button("button-similar", "similar")])
    return [*rows, *next_buttons(guest)]


def old_text_button(guest: Guest, article: Article) -> Button:
    """Shows a repealed text that was asked for by name."""
    return guest.button("button-article-old", "old_article", law_code(article.law), article_code(article))


def similar_rows(guest: Guest, cards: tuple[Card, ...]) -> Keyboard:
    """One button for each card."""
    return [[Button(guest.plain("button-card", title=card.title), Press("card", card.key))] for card in cards]


def next_buttons(guest: Guest) -> Keyboard:
    """Filing, a person, the open conversation of an owner, the menu."""
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
    router.message.register(law_command, Command("law"))
    router.message.register(answer_question, Expecting.law_question, NotACommand())
    router.callback_query.register(law_pressed, Pressed("law"))
    return router
