import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.errors import BadData
from knowledge.evaluation.same_matter import SameWrong, measure_same_matter
from knowledge.same_matter.comparison import WEIGHTS_FILE, SameMatter, load_same_matter
from knowledge.same_matter.features import FEATURE_NAMES
from knowledge.same_matter.numbers import Numbers, read_amount
from knowledge.same_matter.words import load_comparison_words, thinned
from knowledge.text.lexicon import Lexicon
from knowledge.training.same_matter import (
    DATA_FOLDER,
    JudgedPair,
    fit_weights,
    read_lines,
    read_table,
    tried,
    written_into,
)
from knowledge.triage.triage import Triage

LEAK = "五号楼我家厨房顶上一直滴水，楼上敲门没人应，物业说管不了"


@pytest.fixture(scope="module")
def judge(lexicon: Lexicon, triage: Triage) -> SameMatter:
    return load_same_matter(lexicon, triage)


def against(judge: SameMatter, a: str, b: str) -> set[str]:
    return {reason.about for reason in judge.judge(a, b).reasons if not reason.agrees}


def agreeing(judge: SameMatter, a: str, b: str) -> set[str]:
    return {reason.about for reason in judge.judge(a, b).reasons if reason.agrees}


def test_the_same_matter_in_other_words_is_the_same(judge: SameMatter) -> None:
    told = judge.judge(LEAK, "住五栋的，天花板渗水渗了两个月，楼上不开门，找了物业也白找")
    assert told.same and told.score > 0.5
    assert {"place", "happened"} <= {reason.about for reason in told.reasons if reason.agrees}


@pytest.mark.parametrize(
    "other",
    [
        LEAK.replace("五号楼", "八号楼"),
        LEAK.replace("厨房顶上一直滴水", "电梯老坏"),
        "五号楼门口停满了车，救护车都进不来，物业说管不了",
    ],
)
def test_another_building_or_another_trouble_is_another_matter(judge: SameMatter, other: str) -> None:
    assert not judge.judge(LEAK, other).same


@pytest.mark.parametrize("other", [LEAK, f"你好，{LEAK}。", LEAK.split("，物业")[0]])
def test_the_same_text_is_the_same_also_with_a_greeting_or_cut_short(judge: SameMatter, other: str) -> None:
    told = judge.judge(LEAK, other)
    assert told.same and told.score == pytest.approx(0.95)


@pytest.mark.parametrize(
    ("a", "b", "about"),
    [
        ("三月的夜班费没发", "六月的夜班费没发", "time"),
        ("作业二队的澡堂没热水", "作业四队的澡堂没热水", "place"),
        ("老霍把我的工具拿走了", "老葛把我的工具拿走了", "person"),
        ("巡检摔了一跤，手腕骨裂", "巡检摔了一跤，膝盖摔坏了", "body"),
        ("宿舍的空调坏了没人修", "宿舍的洗衣机坏了没人修", "object"),
        ("退宿舍那天，押金三千二一分没退给我", "退宿舍那天，押金八百一分没退给我", "amount"),
    ],
)
def test_a_contradiction_is_named_by_what_it_is_about(judge: SameMatter, a: str, b: str, about: str) -> None:
    assert about in against(judge, a, b)
    assert not judge.judge(a, b).same


@pytest.mark.parametrize(
    ("a", "b", "about"),
    [
        ("三万七的货款要我们平摊", "37000块让几个人赔", "amount"),
        ("二号转油站摔了一跤", "二转那次滑倒", "place"),
        ("小祝老发骚扰信息", "老祝又骚扰我", "person"),
        ("十一月加班没给钱", "11月份天天加班", "time"),
        ("天天加般没有钱", "天天加班没给钱", "claim"),
    ],
)
def test_numerals_short_names_and_slips_are_understood(judge: SameMatter, a: str, b: str, about: str) -> None:
    assert about in agreeing(judge, a, b)


def test_the_order_of_the_two_texts_makes_no_difference(judge: SameMatter) -> None:
    other = "住五栋的，天花板渗水两个月了"
    one, two = judge.judge(LEAK, other), judge.judge(other, LEAK)
    assert (one.same, one.score) == (two.same, two.score)
    assert [reason.about for reason in one.reasons] == [reason.about for reason in two.reasons]


def test_reasons_hold_only_words_that_were_written(judge: SameMatter) -> None:
    a, b = "天天加般，二号站三千块没给", "二站加班费三千没发"
    for reason in judge.judge(a, b).reasons:
        if reason.about != "category":
            assert all(word in a for word in reason.words)
            assert all(word in b for word in reason.other)


@pytest.mark.parametrize("text", ["", " ", "啊", "😀", "😀" * 4096, "。。。", "\0", "\ud800"])
def test_what_says_nothing_is_the_same_as_nothing(judge: SameMatter, text: str) -> None:
    assert not judge.judge(text, text).same
    assert judge.judge(text, LEAK).score < 0.5


@pytest.mark.parametrize(
    "text", ["no pay since May", "工资没发" * 1024, "<b>工资</b>" * 400, "7" * 4096, LEAK]
)
def test_any_text_gets_an_answer(judge: SameMatter, text: str) -> None:
    for other in (text, LEAK):
        assert 0 <= judge.judge(text, other).score <= 1


def test_likely_repeats_are_the_same_ones_best_first_and_no_more_than_asked(judge: SameMatter) -> None:
    others = [
        (1, "年假没休完能不能折钱"),
        (2, LEAK.split("，物业")[0]),
        (3, LEAK),
        (4, LEAK.replace("五", "八")),
    ]
    found = judge.likely_repeats(LEAK, iter(others), limit=3)
    assert [key for key, _ in found] == [3, 2]
    assert [key for key, _ in judge.likely_repeats(LEAK, others, limit=1)] == [3]
    assert judge.likely_repeats(LEAK, [], limit=3) == judge.likely_repeats("", others, limit=3) == []


def test_the_right_one_is_found_among_many_without_judging_all(judge: SameMatter) -> None:
    others = [(number, f"第{number}回问年假怎么休") for number in range(300)] + [(999, LEAK)]
    assert [key for key, _ in judge.likely_repeats(LEAK, others)] == [999]


class Agreeing:
    """A model to which all texts mean the same."""

    def query(self, texts: str) -> NDArray[np.float32]:
        return np.ones(1, dtype=np.float32)

    def passage(self, texts: list[str]) -> NDArray[np.float32]:
        return np.ones((len(texts), 1), dtype=np.float32)


def test_a_model_of_meaning_counts_where_there_is_one(lexicon: Lexicon, triage: Triage) -> None:
    pair = "合同到期没续还在干", "一直没人跟我签新的，就这么上着班"
    without = load_same_matter(lexicon, triage).judge(*pair)
    assert load_same_matter(lexicon, triage, Agreeing()).judge(*pair).score > without.score
    assert not load_same_matter(lexicon, triage, Agreeing()).judge("", "\0").same


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("copied = 0.95", "copied = 0.4"), "changed"),
        (("again = ", "agian = "), "exactly these are weighed"),
        (("[without_model]", "[with_model"), ""),
    ],
)
def test_a_slip_in_the_weights_is_told(
    lexicon: Lexicon, triage: Triage, tmp_path: Path, change: tuple[str, str], place: str
) -> None:
    path = tmp_path / "similar.toml"
    path.write_text(WEIGHTS_FILE.read_text(encoding="utf-8").replace(*change, 1), encoding="utf-8")
    with pytest.raises(BadData) as refused:
        load_same_matter(lexicon, triage, path=path)
    assert str(path) in str(refused.value) and place in str(refused.value)


@pytest.mark.parametrize(
    ("written", "value"),
    [("三万七", 37000), ("六千八", 6800), ("3.2万", 32000), ("两千四", 2400), ("廿三", 23), ("三百二", 320)],
)
def test_sums_are_read_as_people_say_them(written: str, value: float) -> None:
    assert read_amount(written) == value


@pytest.mark.parametrize("written", ["万", "十万万零", "千千", "", "1.2.3"])
def test_what_is_no_number_is_none(written: str) -> None:
    assert read_amount(written) is None


def test_there_is_no_thirteenth_month_and_a_sum_ends_where_it_is_one() -> None:
    assert list(Numbers({"x": ["分"]}).find("押金三千二一分没退")) == [("bare", 3200, "三千二")]
    numbers = Numbers({"calendar": ["月"], "months": ["个月"]})
    assert [(n.kind, n.value) for n in numbers.find("十三月、九月、40个月")] == [
        ("calendar", 9),
        ("months", 40),
    ]


def test_thinned_lists_lose_words_and_are_the_same_every_time() -> None:
    words = load_comparison_words()
    thin = thinned(words, 0.5, 1)
    count = [sum(len(thing) for things in w.families.values() for thing in things) for w in (words, thin)]
    assert 0.4 < count[1] / count[0] < 0.6
    assert thin == thinned(words, 0.5, 1) != thinned(words, 0.5, 2)


def test_fitted_weights_tell_apart_what_they_were_fitted_to(judge: SameMatter) -> None:
    same = (LEAK, "住五栋的，天花板渗水两个月，楼上不开门", True)
    other = (LEAK, "九栋的电梯又停了，困了半小时", False)
    bias, weights = fit_weights([same, other] * 4, [judge])
    assert weights.keys() == set(FEATURE_NAMES)
    scores = [
        bias + sum(weights[n] * v for n, v in judge.numbers(judge.read(a), judge.read(b)).items())
        for a, b, _ in (same, other)
    ]
    assert scores[0] > 0 > scores[1]
    assert fit_weights([], [judge]) == (0.0, {})


def unseen_pairs() -> list[dict[str, Any]]:
    written = (DATA_FOLDER / "similar_unseen.jsonl").read_text(encoding="utf-8")
    return [json.loads(one) for one in written.splitlines()]


def counted(judge: SameMatter, a: str, b: str) -> Mapping[str, float]:
    return judge.numbers(judge.read(a), judge.read(b))


def test_a_part_that_points_back_to_what_the_other_tells_counts(judge: SameMatter) -> None:
    told = "二食堂的牛肉面里吃出铁丝，牙龈划破了"
    back = counted(judge, told, "那碗牛肉面的事没个说法，经理给了两张饭票")["pointed_back"]
    assert back > 0 == counted(judge, told, "牛肉面涨到十八一碗，就三片肉")["pointed_back"]
    assert back > counted(judge, told, "那个澡堂还是没热水")["pointed_back"]


def test_a_question_that_points_back_to_nothing_asks(judge: SameMatter) -> None:
    told = "退了公寓三个月，押金一千五没退"
    assert counted(judge, told, "公寓押金多少钱，什么时候能拿回来")["asks"] == 1
    assert counted(judge, told, "那个押金到底什么时候退，算不算数")["asks"] == 0


def test_what_sounds_like_the_same_category_is_nearer_than_what_does_not(judge: SameMatter) -> None:
    told = "加班费三个月没发"
    wage, pipe = "天天干到半夜一分钱不给", "天花板漏水滴到床上"
    assert counted(judge, told, wage)["theme"] > counted(judge, told, pipe)["theme"]


def test_the_other_half_of_the_unseen_pairs_is_never_fitted_to() -> None:
    unseen = unseen_pairs()
    held = {(one["a"], one["b"]) for one in unseen if one["half"] != "dev"}
    lines = read_lines()
    assert len(held) == 160 and not held & {(line.a, line.b) for line in lines}
    assert sum(line.dev for line in lines) == 160
    assert 0.45 < sum(line.same for line in lines) / len(lines) < 0.55


def test_weights_are_tried_on_groups_that_they_were_not_fitted_to(judge: SameMatter) -> None:
    lines = [
        JudgedPair(a, b, same, str(number), number % 2 == 0)
        for number in range(24)
        for a, b, same in [
            (LEAK, "住五栋的，天花板渗水两个月，楼上不开门", True),
            (LEAK, "九栋的电梯又停了，困了半小时", False),
        ]
    ]
    table = read_table([line[:3] for line in lines], [judge], away=1)
    full = np.array([[counted(judge, line.a, line.b)[name] for name in table.names] for line in lines])
    assert tried(lines, table, full) == (1.0, 1.0)


def test_fitted_weights_are_written_into_their_section_and_remarks_stay() -> None:
    first = "[without_model]\nbias = 1.0\n\n[without_model.numbers]\napart = -2.0  # why\n\n"
    toml = first + "[with_model]\nbias = 3.0\n"
    new = written_into(toml, "without_model", 0.5, {"apart": -0.25})
    assert new == toml.replace("1.0", "0.500").replace("-2.0", "-0.250")
    assert written_into(toml, "with_model", 4.0, {}) == toml.replace("3.0", "4.000")


def test_right_precision_and_recall_are_of_the_lines_that_say_what_is_right() -> None:
    lines: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({"same": True}, {"same": True}),
        ({"same": True}, {"same": False}),
        ({"same": False}, {"same": True}),
        ({"same": False}, {"same": False}),
        ({"same": True}, {}),
    ]
    measure = measure_same_matter(lines)
    assert (measure.lines, measure.right, measure.precision, measure.recall) == (4, 0.5, 0.5, 0.5)
    assert (measure.missed, measure.mistaken) == (1, 1)
    with pytest.raises(SameWrong) as refused:
        measure_same_matter([({"same": True}, {"id": 7, "same": "yes"})])
    assert "id=7" in str(refused.value)
