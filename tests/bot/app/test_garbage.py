"""Run apart: what one process freezes stays frozen in it."""

import subprocess
import sys

LOOKS = """
import gc
from bot.app.garbage import settle
before = gc.get_threshold()[0]
loaded = [[] for _ in range(10_000)]
settle()
print(gc.get_freeze_count() > len(loaded), gc.get_threshold()[0] > before, len(gc.get_objects()) < 1_000)
"""


def test_what_was_loaded_is_not_looked_through_again() -> None:
    told = subprocess.run([sys.executable, "-c", LOOKS], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["True"] * 3
