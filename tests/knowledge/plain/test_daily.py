"""The article of the day and the quiz."""

from datetime import date, timedelta

from knowledge.laws.texts.article import Validity
from knowledge.laws.texts.store import LawStore
from knowledge.plain import PlainRecords, load_plain
from knowledge.plain.daily import article_of_the_day, quiz

TODAY = date(2026, 11, 24)


def test_everybody_gets_the_same_article_on_a_day_and_another_one_on_most_days(store: LawStore) -> None:
    plain = load_plain()
    days = [article_of_the_day(plain, store, TODAY + timedelta(days=n)) for n in range(60)]
    assert days[0] == article_of_the_day(plain, store, TODAY)
    assert all(found and found[0].validity(TODAY) is Validity.CURRENT for found in days)
    assert len({found[0].key for found in days if found}) > 50


def test_a_quiz_has_one_right_answer_and_two_of_the_same_law(store: LawStore) -> None:
    for number in range(30):
        asked = quiz(load_plain(), store, TODAY, number)
        assert asked is not None and len(asked.options) == 3
        assert asked.ask in asked.options[asked.right][1].asks
        assert len({article.key for article, _ in asked.options}) == 3
        assert len({article.law for article, _ in asked.options}) == 1


def test_without_records_there_is_neither(store: LawStore) -> None:
    assert article_of_the_day(PlainRecords(()), store, TODAY) is None
    assert quiz(PlainRecords(()), store, TODAY, 0) is None
