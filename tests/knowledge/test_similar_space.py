"""The space of words: made of our own texts, the same every time; it knows which words keep company."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.errors import BadData
from knowledge.lexicon import Lexicon
from knowledge.similar import Similar, load_similar
from knowledge.similar_space import SPACE_FILE, WordSpace, make_space
from knowledge.triage import Triage

TEXTS = [["工资", "拖欠", "老板"], ["工钱", "拖欠", "老板"], ["工资", "拖欠"], ["工钱", "老板"],
         ["馒头", "食堂", "发霉"], ["米饭", "食堂", "发霉"], ["馒头", "食堂"], ["米饭", "发霉"]]  # fmt: skip


@pytest.fixture(scope="module")
def similar(lexicon: Lexicon, triage: Triage) -> Similar:
    return load_similar(lexicon, triage)


def test_words_that_keep_the_same_company_are_near() -> None:
    space = WordSpace(*make_space(TEXTS, size=2))
    assert space.near(["工资"], ["工钱"]) > 0.9 > 0.1 > space.near(["工资"], ["馒头"])


def test_the_same_texts_make_the_same_space() -> None:
    one, other = make_space(TEXTS, size=2), make_space(TEXTS, size=2)
    assert one[0] == other[0] and np.array_equal(one[1], other[1])


def test_a_word_that_stands_in_one_text_only_is_left_out() -> None:
    words, *_ = make_space([*TEXTS, ["独一份", "老板"]], size=2)
    assert "独一份" not in words and "老板" in words


def test_words_that_nobody_knows_are_near_nothing() -> None:
    assert WordSpace(*make_space(TEXTS, size=2)).near(["天书"], ["工资"]) == 0.0


def test_the_kept_space_knows_words_that_mean_the_same_from_words_that_do_not() -> None:
    space = WordSpace.read()
    assert space.near(["工资"], ["加班费"]) > space.near(["工资"], ["离婚"])


@pytest.mark.parametrize("content", [None, b"", b"no archive"])
def test_a_space_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "space.npz"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(BadData, match="data_file_wrong"):
        WordSpace.read(file)


def test_a_space_with_a_word_too_few_is_named(tmp_path: Path) -> None:
    file = tmp_path / "space.npz"
    with np.load(SPACE_FILE) as kept:
        np.savez(file, words=kept["words"], rows=kept["rows"][:-1], weights=kept["weights"])
    with pytest.raises(BadData, match="data_file_wrong"):
        WordSpace.read(file)


@pytest.mark.parametrize(
    ("a", "b", "denied"),
    [
        ("派出所不立案", "派出所立案了", 1),
        ("年终奖没发", "年终奖发了", 1),
        ("派出所立案了", "派出所给立案", 0),
        ("派出所不立案", "派出所没立案", 0),
    ],
)
def test_what_one_says_and_the_other_denies_is_counted(similar: Similar, a: str, b: str, denied: int) -> None:
    assert similar.numbers(similar.read(a), similar.read(b))["denied"] == denied
