"""What may and may not be said: no officialese, no unchecked telephone number, no law without its date."""

import calendar
import re
from datetime import date
from functools import cache

import pytest

from knowledge.answers.answers import answer
from knowledge.answers.library import Library
from knowledge.errors import PackageMissing
from knowledge.reference.hotlines import load_hotlines
from knowledge.text.numerals import read_numeral
from tests.bot.wording import samples
from tests.bot.wording.samples import every_text, messages, rendered
from tests.statutes import statutes

OFFICIALESE = (
    "予以", "特此", "望知悉", "缠访", "闹访", "稳控", "重点人员", "知悉", "贵方", "该员工", "责令",
    "hereby", "pursuant", "herewith", "aforementioned", "shall be deemed", "troublemaker", "vexatious",
)  # fmt: skip

TELEPHONE = re.compile(
    r"(?<![\d-])(?:\d{3}-?12\d{3}|1[0-2]\d|12\d{3}|9[56]\d{3}|[48]00-?\d{3}-?\d{4}|0\d{2,3}-?\d{7,8}|1[3-9]\d{9})(?![\d-])"
)
SPEAKS_OF_LAW = re.compile(
    r"依据|依法|法律规定|仲裁|法第|条例第|\bBasis\b|by law|[Aa]rbitration|Law, Article \d"
)
CHINESE_CITATION = re.compile(
    r"(?P<law>[\u4e00-\u9fff]+法)第(?P<article>[一二三四五六七八九十百千零]+)条，"
    r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日起施行"
)
ENGLISH_CITATION = re.compile(
    r"[A-Z][A-Za-z ]+ Law, Article (?P<article>\d+), "
    r"in force since (?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) (?P<year>\d{4})"
)
MONTHS = list(calendar.month_name)
NUMBERS = dict.fromkeys((*samples.NUMBERS, "rating"), 7)
OTHERS = dict.fromkeys(samples.LONGEST.keys() - NUMBERS.keys(), "")


@pytest.fixture(scope="module")
def library() -> Library:
    try:
        return statutes()
    except PackageMissing as missing:
        pytest.skip(f"no statutes to read: {missing}")


@cache
def _own_words(language: str, key: str) -> str:
    """The text without the facts that come from elsewhere."""
    numbers = {name: 7 for name, value in samples.IN_THIS_TEXT.get(key, {}).items() if isinstance(value, int)}
    return rendered(language, key, **(OTHERS | NUMBERS | numbers))


def _citations() -> list[tuple[str, str, int, date]]:
    found = []
    for key in sorted(messages("zh-CN")):
        for one in CHINESE_CITATION.finditer(_own_words("zh-CN", key)):
            in_force = date(int(one["year"]), int(one["month"]), int(one["day"]))
            law = one["law"].removeprefix("依据")
            found.append((key, law, read_numeral(one["article"]) or 0, in_force))
    return found


@pytest.mark.parametrize("word", OFFICIALESE)
def test_nobody_is_spoken_to_like_a_file(word: str) -> None:
    assert [(language, key) for language, key in every_text() if word in _own_words(language, key)] == []


def test_every_telephone_number_is_in_the_checked_table() -> None:
    known = load_hotlines().numbers
    said = {
        (key, number)
        for language, key in every_text()
        for number in TELEPHONE.findall(_own_words(language, key))
        if number not in known
    }
    assert said == set()


@pytest.mark.parametrize("number", ["110", "12356", "010-12351", "96110", "400-123-4567", "13800138000"])
def test_a_telephone_number_is_recognised(number: str) -> None:
    assert TELEPHONE.findall(f"请打{number}。") == [number]


@pytest.mark.parametrize("number", ["1254", "20", "2021", "1234 5678 9012 3456", "4096"])
def test_other_numbers_are_not_taken_for_telephones(number: str) -> None:
    assert TELEPHONE.findall(f"比如 {number} 这样") == []


def test_whoever_speaks_of_the_law_names_law_article_and_date() -> None:
    speaking = [(lang, key) for lang, key in every_text() if SPEAKS_OF_LAW.search(_own_words(lang, key))]
    cited = {"zh-CN": CHINESE_CITATION, "en": ENGLISH_CITATION}
    assert speaking
    assert [(lang, key) for lang, key in speaking if not cited[lang].search(_own_words(lang, key))] == []


def test_english_cites_the_same_articles_and_dates() -> None:
    for key, _law, article, in_force in _citations():
        one = ENGLISH_CITATION.search(_own_words("en", key))
        assert one is not None, key
        said = date(int(one["year"]), MONTHS.index(one["month"]), int(one["day"]))
        assert (int(one["article"]), said) == (article, in_force), key


def test_every_cited_article_is_in_the_stored_law_with_that_date(library: Library) -> None:
    for key, law, article, in_force in _citations():
        found = answer(library, f"{law}第{article}条", date(2026, 11, 24)).articles
        assert [(one.article.number, one.article.in_force) for one in found] == [(article, in_force)], key
