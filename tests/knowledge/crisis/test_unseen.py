"""Lines that nobody has tuned on. Floors lie a little under what came, ceilings a little over it.

A share is reckoned before it is asserted: a test that fails must not print the lines.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from knowledge.crisis import CrisisDetector

DATA = Path(__file__).parents[2] / "data"


def held(name: str) -> list[dict[str, Any]]:
    lines = map(json.loads, (DATA / name).read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line.get("half", line.get("split")) == "held"]


SETS = ("crisis_unseen.jsonl", *(f"crisis_unseen{number}.jsonl" for number in (2, 3, 4)))
"""The fourth is held as a whole: nothing of it is ever tuned on."""


def noticed(watch: CrisisDetector, lines: Iterable[dict[str, Any]]) -> float:
    found = [watch.detect(line["text"]) is not None for line in lines]
    return sum(found) / len(found)


@pytest.mark.parametrize(("name", "floor"), list(zip(SETS, (0.96, 0.97, 0.96, 0.97), strict=True)))
def test_dangers_in_words_nobody_foresaw_are_noticed(watch: CrisisDetector, name: str, floor: float) -> None:
    share = noticed(watch, (line for line in held(name) if line["expect"]["crisis"]))
    assert share >= floor


@pytest.mark.parametrize(("name", "ceiling"), list(zip(SETS, (0.055, 0.05, 0.05, 0.05), strict=True)))
def test_words_that_only_sound_like_danger_seldom_raise_a_doubt(
    watch: CrisisDetector, name: str, ceiling: float
) -> None:
    calm = [line for line in held(name) if not line["expect"]["crisis"]]
    share = noticed(watch, calm)
    assert share <= ceiling
    alarms = [watch.detect(line["text"]) for line in calm]
    sure = sum(alarm is not None and alarm.sure for alarm in alarms) / len(calm)
    assert sure <= (0.015 if name != SETS[3] else 0.02)


def test_ordinary_concerns_seldom_raise_a_doubt(watch: CrisisDetector) -> None:
    lines = held("triage_unseen.jsonl") + held("kinds_unseen.jsonl")
    share = noticed(watch, (line for line in lines if "MIND" not in line["categories"]))
    assert share <= 0.08
