from pathlib import Path

import pytest

from knowledge.datafile import read_checked
from knowledge.errors import BadData
from knowledge.reference.time_limits import load_limits
from knowledge.triage.taxonomy import load_taxonomy
from knowledge.triage.triage import Triage
from knowledge.triage.urgency import CRISIS, URGENCY_FILE, CauseTable, Level


@pytest.mark.parametrize(
    ("text", "level", "key"),
    [
        ("罐区现在正在漏气，熏得头晕", Level.TODAY, "danger_now"),
        ("老公又打我，不敢回家", Level.TODAY, CRISIS),
        ("讨债的半夜敲门，泼了油漆", Level.TODAY, "violence"),
        ("明天就要我搬出宿舍", Level.TODAY, "day_is_near"),
        ("还有两天就截止了", Level.TODAY, "day_is_near"),
        ("通知十天内报到", Level.SOON, "day_is_near"),
        ("家里揭不开锅了", Level.SOON, "livelihood"),
        ("安全带的绳子断了两股还在用", Level.SOON, "hazard"),
    ],
)
def test_the_matter_makes_it_urgent(triage: Triage, text: str, level: Level, key: str) -> None:
    urgency = triage.judge(text).urgency
    assert urgency.level is level
    assert key in [cause.key for cause in urgency.causes]


@pytest.mark.parametrize("text", ["年假有几天", "食堂的菜太咸了", "你好", "太过分了！！！气死我了！！！！"])
def test_loud_words_alone_make_nothing_urgent(triage: Triage, text: str) -> None:
    assert triage.judge(text).urgency.level is Level.NORMAL


def test_people_and_months_are_counted(triage: Triage) -> None:
    urgency = triage.judge("我们三十多个工友，工资拖欠五个月了").urgency
    facts = {cause.key: cause.facts for cause in urgency.causes}
    assert facts["many_people"] == {"count": 30, "unit": "people"}
    assert facts["no_income"] == {"count": 5, "unit": "months"}


def test_few_people_and_one_month_are_not_yet_urgent(triage: Triage) -> None:
    keys = [cause.key for cause in triage.judge("我们三个人上一个月工资没发").urgency.causes]
    assert "many_people" not in keys and "no_income" not in keys


def test_a_limit_that_may_be_running_is_named_by_its_key(triage: Triage) -> None:
    causes = triage.judge("离职都快十个月了，年终奖一直没给").urgency.causes
    assert "arbitration" in [cause.facts.get("limit") for cause in causes]
    after = triage.judge("仲裁输了，昨天收到裁决书").urgency.causes
    assert "sue-after-award" in [cause.facts.get("limit") for cause in after]


def test_the_most_urgent_reason_comes_first(triage: Triage) -> None:
    causes = triage.judge("家里揭不开锅了，明天就要我搬走").urgency.causes
    assert causes[0].level is Level.TODAY
    assert len({cause.key for cause in causes}) >= 2


def test_limits_and_categories_that_are_named_exist() -> None:
    table = read_checked(URGENCY_FILE, CauseTable)
    assert {cause.limit for cause in table.causes} - {None} <= load_limits().keys
    known = {category.code for category in load_taxonomy().categories}
    assert {code for cause in table.causes for code in cause.categories} <= known
    assert CRISIS in {cause.key for cause in table.causes}


def test_a_pattern_that_does_not_compile_is_told(tmp_path: Path) -> None:
    path = tmp_path / "urgency.yaml"
    path.write_text("causes:\n- {key: flood, level: today, patterns: ['(水']}\n")
    with pytest.raises(BadData) as refused:
        read_checked(path, CauseTable)
    assert "flood" in str(refused.value) and "does not compile" in str(refused.value)
