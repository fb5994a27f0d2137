"""What an answer about law looks like, whatever it was made of."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from bot.dialogs.law.ask import answer_pages
from bot.dialogs.law.pages import PAGE_LIMIT, chapter_page
from bot.dialogs.shared.context import Guest, Guests
from bot.sandbox.bot_api.html_entities import parse_html
from bot.sandbox.shared.types import utf16_length
from bot.wording.catalogue import LANGUAGES, Wording
from knowledge.answers.answers import Answer, AnswerKind, answer
from knowledge.answers.cited import Found
from knowledge.answers.library import Library
from storage.people.people import Visitor
from storage.unit_of_work.ticket import Ticket
from tests.statutes import statutes

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def library() -> Library:
    return statutes()


words = cache(Wording)


def guest(language: str = "zh-CN") -> Guest:
    guests = Guests(words(), ZoneInfo("UTC"), lambda: datetime(2026, 11, 24, 9, tzinfo=UTC))
    return guests.of(Visitor(1, 2, language, False, None, None), Ticket(1))


def test_a_company_rule_stands_below_the_law_and_is_marked(library: Library) -> None:
    told = answer(library, "捡到遗失物不还怎么办", TODAY)
    rule = library.store.article("劳动法", 1)
    assert rule is not None
    shown = [html for html, _ in answer_pages(guest(), library, replace(told, company=(Found(rule),)))]
    law = next(i for i, html in enumerate(shown) if "第三百一十四条" in html)
    company = next(i for i, html in enumerate(shown) if "公司规定" in html and "在法律之下" in html)
    assert law < company


def test_a_company_rule_alone_is_an_answer_too(library: Library) -> None:
    rule = library.store.article("劳动法", 1)
    assert rule is not None
    told = Answer(AnswerKind.ARTICLES, "食堂几点开门", TODAY, company=(Found(rule),))
    ((html, rows),) = answer_pages(guest(), library, told)
    assert "公司规定" in html and rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_fits_into_one_message_with_its_buttons(library: Library, language: str) -> None:
    for card in library.cards.cards:
        told = Answer(AnswerKind.CARD, "2026年3月1日", TODAY, card=card, limits=library.limits.limits[:3])
        for html, rows in answer_pages(guest(language), library, told):
            assert utf16_length(parse_html(html)[0]) <= 4096
            assert all(button.press is None or button.press.pack() for row in rows for button in row)


def test_every_chapter_of_every_law_fits_page_by_page(library: Library) -> None:
    firsts = {(a.law, a.passed, a.book, a.chapter): a for a in library.store.articles[::-1]}
    for article in list(firsts.values())[::9]:
        page = 0
        while shown := chapter_page(guest(), library.store, article, page):
            assert utf16_length(parse_html(shown[0])[0]) <= 4096
            assert all(button.press and button.press.pack() for row in shown[1] for button in row)
            page += 1
        assert page >= 1
    assert PAGE_LIMIT < 4096
