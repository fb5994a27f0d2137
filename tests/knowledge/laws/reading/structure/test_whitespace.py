import pytest

from knowledge.laws.reading.structure.whitespace import join_wrapped, single_spaced, tidy


@pytest.mark.parametrize(
    ("one", "two", "whole"),
    [
        ("职工可以", "请假", "职工可以请假"),
        ("the leave", "request", "the leave request"),
        ("三分之一（1/", "3）", "三分之一（1/3）"),
        ("202", "4年", "2024年"),
        ("用 OA", "系统", "用 OA系统"),
    ],
)
def test_halves_of_a_line_get_a_space_between_latin_words_only(one: str, two: str, whole: str) -> None:
    assert join_wrapped(one, two) == whole


def test_accidents_of_layout_go_and_tabs_and_quotes_stay() -> None:
    assert tidy(" 总\u3000则\u200b 用 OA  system “请 假” \t 二 ") == "总则用 OA system “请假”\t二"


def test_an_annex_keeps_the_spaces_that_set_columns_apart() -> None:
    assert single_spaced("姓名\u3000\u3000班组") == "姓名 班组"
