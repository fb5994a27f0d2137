from pathlib import Path

import pytest

from knowledge.crisis import Danger
from knowledge.crisis.fit import unlearned
from knowledge.crisis.rules import Level, Rule, read_book
from knowledge.errors import BadData

RULES = read_book().rules
ALONE = unlearned()
"""Rules without the learned part: a rule must hold by itself."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_rule_sees_its_examples(rule: Rule) -> None:
    assert [said for said in rule.examples if rule.key not in ALONE.keys(said)] == []
    if rule.level is not Level.HINT:
        assert [said for said in rule.examples if ALONE.look(said) is None] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_no_rule_sees_what_another_says_is_harmless(rule: Rule) -> None:
    assert [said for said in rule.counter if ALONE.look(said) is not None] == []


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
        read_book(tmp_path)
    assert "flood" in str(refused.value) and problem in str(refused.value)
