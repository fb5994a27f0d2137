"""The rules of unmasking: hours within which Telegram deletes, articles that stand in the stored laws."""

from datetime import date

import pytest

from knowledge.datafile import parse_checked, read_data
from knowledge.errors import BadData, PackageMissing
from mediation.model.unmasking import UNMASKING_FILE, Trait, UnmaskingRules, unmasking_rules
from tests.statutes import statutes


def test_every_basis_is_an_article_of_the_version_that_governs() -> None:
    try:
        store = statutes().store
    except PackageMissing as missing:
        pytest.skip(f"no statutes to read: {missing}")
    rules = unmasking_rules()
    for one in (*rules.ground, *rules.withhold, rules.at_once):
        article = store.article(one.law, one.article, as_of=date(2026, 11, 24))
        assert article is not None and article.passed == one.passed, one


def test_nothing_is_shown_for_longer_than_telegram_deletes() -> None:
    with pytest.raises(BadData, match="open_hours"):
        parse_checked(UNMASKING_FILE, {**read_data(UNMASKING_FILE), "open_hours": 48}, UnmaskingRules)


def test_the_supervisors_are_not_asked_before_the_reminder() -> None:
    with pytest.raises(BadData, match="supervisors_before_hours"):
        parse_checked(UNMASKING_FILE, {**read_data(UNMASKING_FILE), "remind_after_hours": 60}, UnmaskingRules)


def test_no_ordinary_ground_shows_the_telegram_number() -> None:
    assert not any(Trait.TELEGRAM in one.shows for one in unmasking_rules().ground)
