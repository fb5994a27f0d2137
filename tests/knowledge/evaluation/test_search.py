import pytest
from pydantic import ValidationError

from knowledge.evaluation.search import (
    Gold,
    first_place,
    measure_citations,
    measure_ranking,
    percentile,
    read_article_number,
    short_titles,
)
from knowledge.laws.catalogue.catalogue import LawEntry, Level

WAGE = LawEntry(short="劳动法", official="中华人民共和国劳动法")
FAMILY = LawEntry(
    short="婚姻家庭编解释（一）",
    official="最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（一）",
    level=Level.INTERPRETATION,
)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (56, (56, None)),
        ("56", (56, None)),
        ("第五十六条", (56, None)),
        ("133之一", (133, 1)),
        ("第一百三十三条之二", (133, 2)),
        (" 第 ５６ 条", (56, None)),
        ("五十六号", (None, None)),
        ("", (None, None)),
        (None, (None, None)),
        (True, (None, None)),
    ],
)
def test_an_article_number_is_read_as_people_write_it(
    written: object, number: tuple[int | None, int | None]
) -> None:
    assert read_article_number(written) == number


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("劳动法", "劳动法"),
        ("中华人民共和国劳动法", "劳动法"),
        ("《劳动法》", "劳动法"),
        ("中华人民共和国劳动法（2018修正）", "劳动法"),
        ("最高人民法院关于适用《民法典》婚姻家庭编的解释（一）", "婚姻家庭编解释（一）"),
        ("月球基本法", "月球基本法"),
    ],
)
def test_a_long_title_becomes_the_short_one_and_a_strange_one_stays(title: str, short: str) -> None:
    assert short_titles([WAGE, FAMILY])(title) == short


def test_gold_may_name_the_article_in_either_field_and_the_sub_in_either_place() -> None:
    short = short_titles([WAGE])
    raw = [
        {"law": "劳动法", "article_no": "第四十四条"},
        {"law": "劳动法", "article": "4之一"},
        {"article": 5, "sub": 2},
    ]
    keys = [Gold.model_validate(one).key(short) for one in raw]
    assert keys == [("劳动法", 44, None), ("劳动法", 4, 1), (None, 5, 2)]


@pytest.mark.parametrize(
    "raw", [{"law": "劳动法"}, {"law": "劳动法", "article": 0}, {"article": "x"}, "劳动法44"]
)
def test_gold_without_an_article_is_refused(raw: object) -> None:
    with pytest.raises(ValidationError):
        Gold.model_validate(raw)


def test_the_first_right_article_counts_and_only_among_the_first_ten() -> None:
    found = [("劳动法", number, None) for number in range(1, 13)]
    assert first_place(found, [("劳动法", 7, None), ("劳动法", 3, None)]) == 3
    assert first_place(found, [("劳动法", 11, None)]) == 0
    assert first_place(found, [("劳动法", 3, 1)]) == 0


def test_a_ranking_is_measured_by_the_places_of_the_right_articles() -> None:
    measured = measure_ranking([1, 2, 0, 10], [5.0, 1.0, 2.0, 9.0])
    assert measured.mrr == pytest.approx((1 + 0.5 + 0.1) / 4)
    assert (measured.hit1, measured.hit3, measured.hit5, measured.hit10) == (0.25, 0.5, 0.5, 0.75)
    assert (measured.p50, measured.p99) == (2.0, 9.0)


def test_nothing_asked_measures_as_zero() -> None:
    assert measure_ranking([], []).mrr == measure_citations([]).right == percentile([], 0.5) == 0


def test_a_percentile_is_one_of_the_values() -> None:
    assert [percentile([3, 1, 2, 4], part) for part in (0.0, 0.25, 0.26, 0.5, 0.99, 1.0)] == [
        1,
        1,
        2,
        2,
        4,
        4,
    ]


def test_an_invented_citation_and_a_wrong_existence_are_counted_apart() -> None:
    one, two = ("劳动法", 1, None), ("劳动法", 2, None)
    lines = [
        ({one: True}, {one: True}),
        ({one: True, two: True}, {one: True}),
        ({one: False}, {one: True}),
        ({}, {one: True}),
    ]
    measured = measure_citations(lines)
    assert (measured.right, measured.invented, measured.inventing, measured.exists_wrong) == (
        0.25,
        1,
        0.25,
        1,
    )
