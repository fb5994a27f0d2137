from pathlib import Path

import pytest

from knowledge.datafile import read_checked
from knowledge.errors import BadData
from knowledge.triage.kinds import KINDS_FILE, Kind, KindTable
from knowledge.triage.taxonomy import load_taxonomy
from knowledge.triage.triage import Triage


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("年休假怎么算天数", Kind.QUESTION),
        ("孩子考上大学给不给奖励", Kind.QUESTION),
        ("夜班费三个月没给我发，问谁都说不知道", Kind.CONCERN),
        ("凭什么我们班没有", Kind.CONCERN),
        ("路口装面镜子吧，拐弯看不见", Kind.SUGGESTION),
        ("感谢食堂大姐，夜班总有热饭", Kind.PRAISE),
        ("我要举报站长虚报加班", Kind.ACCUSATION),
        ("主任对新来的女同事动手动脚", Kind.ACCUSATION),
        ("讲个笑话吧", Kind.CHITCHAT),
        ("好的知道了", Kind.CHITCHAT),
        ("How many days of leave do I get?", Kind.QUESTION),
    ],
)
def test_each_kind_is_told_by_how_people_say_it(triage: Triage, text: str, kind: Kind) -> None:
    assert triage.judge(text).kind is kind


@pytest.mark.parametrize(
    "text", ["asdfghjkl", "123123", "。。。。", "【图片】", "工工工工工工工工", "xkcd qwrtp"]
)
def test_what_nobody_meant_as_words_is_gibberish(triage: Triage, text: str) -> None:
    assert triage.judge(text).kind is Kind.GIBBERISH


@pytest.mark.parametrize("text", ["咋办", "哈哈哈哈哈哈", "年假", "gjj咋提", "hello"])
def test_short_words_laughter_and_initials_are_no_gibberish(triage: Triage, text: str) -> None:
    assert triage.judge(text).kind is not Kind.GIBBERISH


def test_asking_how_to_report_accuses_nobody(triage: Triage) -> None:
    assert triage.judge("匿名举报能受理吗？需要什么证据").kind is Kind.QUESTION


def test_one_bare_word_thanks_and_accuses_nobody(triage: Triage) -> None:
    kinds = {triage.judge(word).kind for word in ("工资", "加班费", "公积金", "食堂")}
    assert kinds <= {Kind.CONCERN, Kind.QUESTION}


def test_the_categories_that_kinds_name_are_of_the_taxonomy() -> None:
    table = read_checked(KINDS_FILE, KindTable)
    known = {category.code for category in load_taxonomy().categories}
    named = {code for kind in table.kinds for code in (*kind.categories, kind.category)} - {None}
    assert named and named <= known
    assert {kind.code for kind in table.kinds} == set(Kind) - {Kind.GIBBERISH}


def test_a_kind_that_stands_there_twice_is_told(tmp_path: Path) -> None:
    path = tmp_path / "kinds.yaml"
    path.write_text("kinds:\n- {code: praise, examples: [好]}\n- {code: praise, examples: [好]}\n")
    with pytest.raises(BadData) as refused:
        read_checked(path, KindTable)
    assert "twice" in str(refused.value) and str(path) in str(refused.value)


def test_characters_hit_at_random_are_gibberish_though_some_are_words(triage: Triage) -> None:
    assert triage.judge("发开始大量附件卡的").kind is Kind.GIBBERISH
    assert triage.judge("楼上成天跟弹玻璃球似的，白天也睡不成").kind is not Kind.GIBBERISH
