"""What takes long to read is read once, and failures that are made on purpose are not logged."""

from functools import cache

import pytest

from knowledge.crisis import load_crisis_detector
from tests.read_once import read_once
from tests.robustness.conftest import quiet

__all__ = ["quiet", "read_once"]
CRISIS = cache(load_crisis_detector)


@pytest.fixture(autouse=True)
def one_watch(read_once: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every house here warms up; the rules of the crisis watch are the same in all of them."""
    monkeypatch.setattr("bot.app.knowledge.load_crisis_detector", CRISIS)
