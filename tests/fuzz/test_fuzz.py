"""A few hundred inputs hold in every run of the tests; ``make fuzz`` brings the hundred thousand."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.fuzz.__main__ import TARGETS, counts, fuzz
from tests.fuzz.mutating import any_json, any_text
from tests.fuzz.target import Target, dice, plainly, run

SEED = 20261124


def _planted(check: Callable[[Any], None]) -> Target:
    return Target("planted", "no text has a digit in it", 1, any_text, plainly(check))


def _no_digit(text: str) -> None:
    assert not any(ch.isdigit() for ch in text)


@pytest.mark.parametrize("inputs", [2, pytest.param(15, marks=pytest.mark.deep)])
@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
async def test_a_few_inputs_of_every_kind_break_no_promise(target: Target, inputs: int) -> None:
    outcome = await run(replace(target, lasts=inputs), SEED, inputs)
    assert outcome.inputs == inputs
    assert {where: (one.index, one.trace) for where, one in outcome.failures.items()} == {}


async def test_a_planted_fault_is_found_and_said_with_seed_and_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await fuzz([_planted(_no_digit)], 60, SEED, 0, tmp_path) > 0
    (file,) = tmp_path.iterdir()
    assert f"seed {SEED}" in file.read_text(encoding="utf-8")
    assert "AssertionError in _no_digit" in capsys.readouterr().out


async def test_a_failure_can_be_made_again_from_its_number() -> None:
    target = _planted(_no_digit)
    (found,) = (await run(target, SEED, 60)).failures.values()
    (again,) = (await run(target, SEED, 1, first=found.index)).failures.values()
    assert (again.index, again.value, again.where) == (found.index, found.value, found.where)


async def test_what_does_not_end_is_found() -> None:
    patient = iter([True])

    def turn(_: Any) -> None:
        while not next(patient, False):
            pass

    outcome = await run(_planted(turn), SEED, 2, slowest=0.05)
    assert [one.where for one in outcome.failures.values()] == ["TooSlow in ring"]


async def test_a_fault_of_a_handler_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise LookupError("planted")

    monkeypatch.setattr("bot.dialogs.shared.replies.markup", broken)
    target = next(target for target in TARGETS if target.name == "bot: links, commands")
    assert (await run(replace(target, lasts=10), SEED, 10)).failed > 0


def test_the_same_seed_makes_the_same_inputs_and_another_seed_others() -> None:
    target = _planted(_no_digit)
    texts = [[any_text(dice(seed, target, index)) for index in range(20)] for seed in (1, 1, 2)]
    assert texts[0] == texts[1] != texts[2]


def test_together_the_targets_get_at_least_what_was_asked_for() -> None:
    assert sum(counts(TARGETS, 100_000).values()) >= 100_000
    assert min(counts(TARGETS, 100_000).values()) >= 500


def test_a_changed_update_leaves_the_one_it_was_made_of_alone() -> None:
    real = {"update_id": 1, "message": {"from": {"id": 5}, "text": "甲"}}
    changed = [any_json(Random(n), real) for n in range(50)]
    assert real == {"update_id": 1, "message": {"from": {"id": 5}, "text": "甲"}}
    assert any(one != real for one in changed)
