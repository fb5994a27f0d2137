"""The threat model names only tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_test_that_the_threat_model_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")))
    files = (ROOT / "tests").rglob("test_*.py")
    there = {name for one in files for name in re.findall(r"def (test_\w+)", one.read_text(encoding="utf-8"))}
    assert named - there == set() and len(named) > 20
