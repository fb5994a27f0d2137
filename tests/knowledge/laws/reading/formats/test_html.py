from pathlib import Path

import pytest

from knowledge.laws.reading import LIMITS, BadLawFile, read_law
from knowledge.laws.reading.formats.html import declared_charset, read_html
from knowledge.laws.reading.model import Line


def read(page: str) -> list[Line]:
    return read_html(page, Path("page.html"), LIMITS)


def test_scripts_styles_and_navigation_are_dropped() -> None:
    page = "<head><title>站</title></head><nav>首页</nav><script>第一条</script><style>p{}</style>"
    page += "<p>甲<b>乙</b></p>"
    assert [line.text for line in read(page)] == ["甲乙"]


def test_a_break_ends_a_line_and_a_row_is_one_line() -> None:
    page = "<p>甲<br>乙</p><table><tr><td><p>一</p></td><td>二</td></tr><tr><td>三</td></tr></table>"
    assert [line.text.replace(" ", "") for line in read(page)] == ["甲", "乙", "一\t二", "三"]


def test_headings_keep_their_level() -> None:
    assert [line.heading_level for line in read("<h1>甲</h1><h3>乙</h3>丙")] == [1, 3, None]


def test_a_page_nested_deep_is_read_and_one_nested_absurdly_is_not() -> None:
    deep, absurd = LIMITS.nesting - 1, LIMITS.nesting + 1
    assert [line.text for line in read("<div>" * deep + "甲" + "</div>" * deep)] == ["甲"]
    with pytest.raises(BadLawFile) as caught:
        read("<div>" * absurd + "甲")
    assert caught.value.problem == "packed_too_large"


def test_tags_that_pages_leave_open_do_not_count_as_nested() -> None:
    assert len(read("<p>甲<br>" * (LIMITS.nesting + 1))) == LIMITS.nesting + 1


def test_the_declared_encoding_is_honoured(tmp_path: Path) -> None:
    page = (
        '<html><meta http-equiv="Content-Type" content="text/html; charset=GBK"><h1>甲办法</h1><p>第一条 镕。'
    )
    path = tmp_path / "rule.html"
    path.write_bytes(page.encode("gb18030"))
    assert declared_charset(path.read_bytes()) == "gb18030"
    assert read_law(path).articles[0].text == "镕。"
