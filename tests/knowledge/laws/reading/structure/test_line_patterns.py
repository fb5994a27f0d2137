import pytest

from knowledge.laws.reading.structure.line_patterns import is_annex, read_division, read_label, read_point


@pytest.mark.parametrize(
    ("line", "number", "sub", "rest"),
    [
        ("第一千二百五十四条 禁止", 1254, None, "禁止"),
        ("第十七条之一　已满", 17, 1, "已满"),
        ("第 5 条 上班", 5, None, "上班"),
        ("第５条：上班", 5, None, "上班"),
        ("第廿三条【目的】", 23, None, "【目的】"),
        ("第三条", 3, None, ""),
    ],
)
def test_a_label_is_read_however_it_is_written(line: str, number: int, sub: int | None, rest: str) -> None:
    label = read_label(line)
    assert label is not None and not label.is_mention
    assert (label.number, label.sub, label.rest) == (number, sub, rest)


@pytest.mark.parametrize(
    "line",
    ["第五条规定的事", "第五条第二款", "第五条、第六条", "第五条至第八条", "第五条的事", "第五条之规定"],
)
def test_a_mention_is_known_by_what_follows_at_once(line: str) -> None:
    label = read_label(line)
    assert label is not None and label.is_mention


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("第一章总则", ("章", "第一章 总则")),
        ("第二编　物 权", ("编", "第二编 物权")),
        ("第三分编 准合同", ("分编", "第三分编 准合同")),
        ("附　则", ("章", "附则")),
        ("第三章规定的事", None),
        ("第三章 这里说的是一句话。", None),
    ],
)
def test_a_heading_is_short_and_no_sentence(line: str, heading: tuple[str, str] | None) -> None:
    assert read_division(line) == heading


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("附件一", True),
        ("附录：", True),
        ("附：名单", True),
        ("附表2 工时", True),
        ("附加刑也可以独立适用。", False),
        ("附件一所列的条例，自即日起废止。", False),
        ("附则", False),
    ],
)
def test_an_annex_has_a_heading_of_its_own(line: str, yes: bool) -> None:
    assert is_annex(line) is yes


def test_points_of_interpretations_are_headings_only_when_short() -> None:
    assert read_point("一、一般规定") == (1, "一、一般规定")
    assert read_point("一、这是一句完整的话，有头有尾。") is None
