"""The catalogues themselves: they parse, they agree with each other, and Telegram takes every text."""

import re
from collections import Counter
from functools import cache

import pytest
from fluent.syntax import ast

from bot.sandbox.bot_api.html_entities import parse_html
from bot.sandbox.shared.types import utf16_length
from bot.wording.catalogue import LANGUAGES
from tests.bot.wording.code_words import alert_keys, plain_keys
from tests.bot.wording.samples import (
    LONGEST,
    WORDING,
    every_text,
    messages,
    rendered,
    resource,
    variables,
)
from tests.every import every

BUTTONS = ("button-", "door-", "wish-", "category-", "duty-")

ROWS = ("cases-row", "desk-row", "signed-row", "language-name")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_parses_without_junk(language: str) -> None:
    assert [one.content for one in resource(language).body if isinstance(one, ast.Junk)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice(language: str) -> None:
    keys = Counter(one.id.name for one in resource(language).body if isinstance(one, ast.Message))
    assert [key for key, count in keys.items() if count > 1] == []


def test_both_languages_have_the_same_keys() -> None:
    chinese, english = (set(messages(language)) for language in LANGUAGES)
    assert chinese ^ english == set()


def test_both_languages_need_the_same_facts() -> None:
    chinese, english = (messages(language) for language in LANGUAGES)
    differing = [key for key in chinese if variables(chinese[key]) != variables(english[key])]
    assert differing == []


def test_both_languages_use_the_same_markup() -> None:
    chinese, english = LANGUAGES
    differing = [key for key in messages(chinese) if _kinds(chinese, key) != _kinds(english, key)]
    assert differing == []


def _kinds(language: str, key: str) -> list[str]:
    return sorted(entity["type"] for entity in parse_html(_short(language, key))[1])


@cache
def _short(language: str, key: str) -> str:
    return rendered(language, key, text="文", text_html="文", lines_html="行")


def _own_words_of(key: str) -> str:
    """What a text says itself, without facts and markup."""
    facts = dict.fromkeys(LONGEST, "")
    return re.sub(r"<[^>]+>", "", rendered(LANGUAGES[0], key, **facts))


def test_english_is_not_a_copy_of_the_chinese() -> None:
    chinese, english = LANGUAGES
    same = {key for key in messages(chinese) if _short(chinese, key) == _short(english, key)}
    same = {key for key in same if re.search(r"[\u4e00-\u9fffA-Za-z]{2}", _own_words_of(key))}
    same -= {
        "language-question",
        "button-language",
        "button-edit",
        "cases-row",
        "story",
        "campaign",
        "likely-line",
    }
    assert same == set()


def test_telegram_takes_every_text() -> None:
    def taken(language: str, key: str) -> None:
        text, _ = parse_html(rendered(language, key))
        assert text.strip() == text
        assert 0 < utf16_length(text) <= 4096

    every(taken, every_text())


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_no_markup_is_read_there_is_none(language: str) -> None:
    marked = [key for key in plain_keys() & set(messages(language)) if "<" in _short(language, key)]
    assert marked == []


def test_a_button_is_short() -> None:
    def short(language: str, key: str) -> None:
        assert len(rendered(language, key)) < 64

    buttons = [one for one in every_text() if one[1].startswith(BUTTONS) and one[1] != "button-unknown"]
    every(short, buttons)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_cases_is_short_whatever_it_shows(language: str, row: str) -> None:
    keys = messages(language)
    categories = [rendered(language, key) for key in keys if key.startswith("category-")]
    states = [rendered(language, key) for key in keys if key.startswith("state-")]
    longest = {"category": max(categories, key=len), "state": max(states, key=len), "days": 365}
    assert len(rendered(language, row, **longest)) < 64


def test_an_alert_is_shown_whole() -> None:
    def whole(language: str, key: str) -> None:
        assert utf16_length(rendered(language, key)) < 200

    every(whole, [one for one in every_text() if one[1] in alert_keys()])


def test_a_command_is_described_in_one_line() -> None:
    def one_line(language: str, key: str) -> None:
        assert len(rendered(language, key)) <= 40

    every(one_line, [one for one in every_text() if one[1].startswith("command-")])


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_shown_as_people_write_them(language: str) -> None:
    grouped = [key for key in messages(language) if "1,254" in _short(language, key)]
    assert grouped == []


@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize("key", ["card-waiting", "card-refusals", "intake-telling-more", "campaign-stopped"])
def test_english_counts_one_and_many(key: str, count: int) -> None:
    text = rendered("en", key, hours=count, count=count, left=count)
    assert ("1 " in text) == (count == 1)
    assert "1 hours" not in text and "1 people" not in text and "1 messages" not in text


def test_what_people_write_cannot_become_markup() -> None:
    text, entities = parse_html(WORDING.html("zh-CN", "notice-not-delivered", number="A", excerpt="<b>&"))
    assert "<b>&…" in text
    assert [entity["type"] for entity in entities] == ["blockquote"]
