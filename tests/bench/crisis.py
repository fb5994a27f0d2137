"""What one look for a life in danger costs, beside a plain search for the words in the same run."""

import json
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from knowledge.crisis import load_crisis_detector
from knowledge.crisis.rules import load_rule_book

DATA = Path(__file__).parents[1] / "data"
LONGEST = 4096
ROUNDS = 15
WANTED_MS = 50


def _milliseconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1e3)
    return median(times)


def _texts() -> dict[str, str]:
    raw = (DATA / "kinds_unseen.jsonl").read_text(encoding="utf-8").splitlines()
    told = "".join(islice(cycle("".join(json.loads(line)["text"] for line in raw)), LONGEST))
    half = LONGEST // 2
    return {
        "short, 20 characters": told[:20],
        "usual, 120": told[:120],
        "long story, 4,096": told,
        "a cry in the middle, 4,096": f"{told[: half - 8]}。我真的不想活了。{told[half:]}"[:LONGEST],
        "set apart, 4,096": " ".join(told[:half]),
        "over and over, 4,096": ("我想死你了，" * LONGEST)[:LONGEST],
        "emoji, 4,096": "😀" * LONGEST,
    }


def report() -> str:
    """Median milliseconds of a look; the baseline searches for the examples of the rules as they stand."""
    watch = load_crisis_detector()
    words = sorted({said for rule in load_rule_book().rules for said in rule.examples})
    lines = ["| message | plain search, ms | look, ms | ratio | wanted |", "|---|---|---|---|---|"]
    for name, text in _texts().items():
        plain = _milliseconds(lambda told=text: [word for word in words if word in told])  # type: ignore[misc]
        detect = _milliseconds(lambda told=text: watch.detect(told))  # type: ignore[misc]
        seen = "" if detect < WANTED_MS else " (missed)"
        lines.append(
            f"| {name} | {plain:.3f} | {detect:.1f} | {detect / plain:.0f} | under {WANTED_MS} ms{seen} |"
        )
    return "\n".join(lines)
