from pathlib import Path

import pytest

from knowledge.crisis import Danger
from knowledge.crisis.rules import Level, Rule, load_rule_book
from knowledge.errors import BadData
from knowledge.training.crisis import rules_alone

RULES = load_rule_book().rules
ALONE = rules_alone()
"""Rules without the learned part: a rule must hold by itself."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_rule_sees_its_examples(rule: Rule) -> None:
    assert [said for said in rule.examples if rule.key not in ALONE.rule_keys(said)] == []
    if rule.level is not Level.HINT:
        assert [said for said in rule.examples if ALONE.detect(said) is None] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_no_rule_sees_what_another_says_is_harmless(rule: Rule) -> None:
    assert [said for said in rule.counter if ALONE.detect(said) is not None] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_what_softens_a_rule_leaves_no_more_than_a_doubt(rule: Rule) -> None:
    assert [said for said in rule.softened if (alarm := ALONE.detect(said)) and alarm.sure] == []
    assert bool(rule.softened) >= bool(rule.softened_by)


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("这台打印机又卡纸，我真想掐死这个打印机", False),
        ("想死，哈哈，开玩笑的", False),
        ("我想死，不是开玩笑", True),
        ("他拿着菜刀追我，砍了门", True),
        ("刀磨好了，明天包饺子，后天提刀去他办公室。", False),
        ("刀磨好了，明天包饺子。后天我提刀去他办公室", True),
    ],
)
def test_a_joke_or_a_thing_makes_a_sure_alarm_a_doubt(said: str, sure: bool) -> None:
    alarm = ALONE.detect(said)
    assert alarm is not None and alarm.sure is sure


def test_every_danger_has_a_rule_that_is_sure() -> None:
    assert {rule.danger for rule in RULES if rule.level is Level.SURE} == set(Danger)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("patterns: ['(死']", "does not compile"),
        ("patterns: ['{nobody}']", "unknown set"),
        ("patterns: [死], despite: [nowhere]", "unknown frame"),
    ],
)
def test_a_rule_that_cannot_hold_is_named(tmp_path: Path, written: str, problem: str) -> None:
    rule = f"- {{key: flood, danger: suicide, level: sure, examples: [死], not: [水], {written}}}"
    (tmp_path / "rules.yaml").write_text(f"rules:\n{rule}\n")
    with pytest.raises((BadData, ValueError)) as refused:
        load_rule_book(tmp_path)
    assert "flood" in str(refused.value) and problem in str(refused.value)
