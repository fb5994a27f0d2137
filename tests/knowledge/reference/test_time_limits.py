"""The time limits: each stands in the article that it names, and a slip in the table is told."""

from pathlib import Path

import pytest

from knowledge.errors import BadData
from knowledge.laws.texts.store import LawStore
from knowledge.reference.time_limits import Limit, Unit, load_limits
from tests.knowledge.figures import copied, figures
from tests.knowledge.law_texts import text_of

LIMITS = load_limits().limits
LIMIT = """
[[limit]]
key = "general"
law = "民法典"
article = 188
length = 3
unit = "years"
zh = "三年内去法院"
en = "Go to court within three years"
checked_on = 2026-11-24
"""


def _table(folder: Path, text: str) -> Path:
    file = folder / "limits.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.key)
def test_length_and_unit_stand_in_the_article(store: LawStore, limit: Limit) -> None:
    article = figures(text_of(store, limit.law, limit.article, limit.sub))
    assert (limit.length, limit.unit) in {(int(value), unit) for value, unit in article}


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.key)
def test_the_sentence_says_the_limit_and_no_number_of_its_own(store: LawStore, limit: Limit) -> None:
    article = text_of(store, limit.law, limit.article, limit.sub)
    assert (limit.length, limit.unit) in {(int(value), unit) for value, unit in figures(limit.zh)}
    assert figures(limit.zh) <= figures(article)
    assert copied(limit.zh, article) is None


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.key)
def test_the_english_sentence_names_the_same_length(limit: Limit) -> None:
    assert f"{limit.length} {limit.unit.removesuffix('s')}" in limit.en


def test_the_old_sixty_days_of_labour_arbitration_are_gone() -> None:
    arbitration = load_limits().get("arbitration")
    assert arbitration and (arbitration.length, arbitration.unit) == (1, Unit.YEARS)


def test_an_unknown_key_has_no_limit() -> None:
    limits = load_limits()
    assert limits.get("never") is None and "never" not in limits.keys


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ('key = "general"', 'key = "General"', "key"),
        ("article = 188", "article = 0", "article"),
        ('unit = "years"', 'unit = "weeks"', "unit"),
        ('en = "Go to court within three years"', 'en = " "', "en"),
        ("length = 3", "length = 3\ncolour = 1", "colour"),
    ],
)
def test_a_slip_is_told_with_its_place(tmp_path: Path, written: str, instead: str, problem: str) -> None:
    with pytest.raises(BadData, match=problem) as told:
        load_limits(_table(tmp_path, LIMIT.replace(written, instead)))
    assert "limits.toml" in str(told.value)


def test_the_same_key_twice_is_a_slip(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="more than once: general"):
        load_limits(_table(tmp_path, LIMIT + LIMIT))
