"""The table of clocks: every number has its source, and what does not fit together is refused."""

from pathlib import Path

import pytest

from knowledge.errors import BadData
from mediation.deadlines.rules import DEADLINES_FILE, Addressee, DeadlineRefused, Viewer, Whose, read_clocks

CLOCKS = read_clocks()


def test_every_clock_says_where_its_number_stands_or_that_it_is_ours() -> None:
    for clock in CLOCKS.clock:
        assert clock.internal or (clock.basis and clock.basis.law and clock.basis.article), clock.kind
        assert clock.certain or clock.note, clock.kind


def test_the_seven_clocks_of_the_petition_rules_are_all_there() -> None:
    assert {clock.code for clock in CLOCKS.clock} - {""} == {f"C{number}" for number in range(1, 8)}


def test_an_outside_limit_is_for_the_eyes_of_the_owner_and_their_lawyer_alone() -> None:
    outside = [clock for clock in CLOCKS.clock if clock.whose is Whose.OUTSIDE]
    assert len(outside) > 20
    for clock in outside:
        assert set(clock.visible_to) <= {Viewer.OWNER, Viewer.LAWYER}
        assert {who for rule in clock.warning for who in rule.told} <= {Addressee.OWNER, Addressee.LAWYER}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('visible_to = ["owner", "lawyer"]', 'visible_to = ["owner", "staff"]'),
        ('key = "inform_urgent", day = 13', 'key = "inform_soon", day = 13'),
        ('key = "inform_soon", day = 10', 'key = "inform_soon", day = 10, left = 1'),
        ('key = "inform_soon", day = 10', 'key = "inform_soon", day = 16'),
        ('kind = "object"', 'kind = "inform"'),
        ('note = "Internal, inferred."', ""),
        ('unit = "working_days"', 'unit = "working_days"\npaused_by = ["hearing"]'),
        ("length = 15", "length = 0"),
    ],
)
def test_a_table_that_does_not_fit_together_is_refused(tmp_path: Path, old: str, new: str) -> None:
    text = DEADLINES_FILE.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "deadlines.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadData):
        read_clocks(tmp_path / "deadlines.toml")


def test_an_unknown_clock_is_refused() -> None:
    with pytest.raises(DeadlineRefused) as caught:
        CLOCKS.named("tea")
    assert caught.value.code == "unknown_clock" and caught.value.facts == {"kind": "tea"}
