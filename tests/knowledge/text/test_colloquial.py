from pathlib import Path

import pytest

from knowledge.errors import BadData
from knowledge.text.colloquial import load_colloquial


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("加班費沒發", "加班费没发"),
        ("ＧＺ条", "工资条"),
        ("GJJ咋提", "公积金怎么提"),
        ("俺们晓得啥", "我们知道什么"),
        ("<b>工资</b>", " 工资 "),
        ("htp工资", "htp工资"),
    ],
)
def test_what_is_typed_is_read_as_plain_words(typed: str, plain: str) -> None:
    assert load_colloquial().plain(typed) == plain


def test_plain_words_stay_as_they_are() -> None:
    text = "上个月的夜班费没发, 队长说下月补。"
    assert load_colloquial().plain(text) == text


def test_a_pair_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "colloquial.toml"
    path.write_text('traditional = ["這这 個"]\n')
    with pytest.raises(BadData) as refused:
        load_colloquial(path)
    assert "not a pair" in str(refused.value)
