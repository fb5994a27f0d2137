"""What one proposal of triage costs, beside a plain search for the words of its examples in the same run."""

import time
from collections.abc import Callable
from itertools import cycle, islice
from statistics import median

import yaml

from knowledge.triage.naive_bayes import EXAMPLES_FILE
from knowledge.triage.triage import load_triage
from tests.statutes import dictionary

SIZES = (
    ("short, 20 characters", 20),
    ("usual, 120", 120),
    ("a story, 500", 500),
    ("the longest, 4,096", 4096),
)
ROUNDS = 15


def _milliseconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1e3)
    return median(times)


def report() -> str:
    """Median milliseconds of a judgement; the baseline searches for the examples as they stand."""
    triage = load_triage(dictionary())
    examples = yaml.safe_load(EXAMPLES_FILE.read_text(encoding="utf-8"))
    words = sorted({text for texts in examples.values() for text in texts})
    lines = ["| message | plain search, ms | judgement, ms | ratio |", "|---|---|---|---|"]
    for name, size in SIZES:
        text = "".join(islice(cycle("".join(words)), size))
        plain = _milliseconds(lambda told=text: [word for word in words if word in told])  # type: ignore[misc]
        judged = _milliseconds(lambda told=text: triage.judge(told))  # type: ignore[misc]
        lines.append(f"| {name} | {plain:.3f} | {judged:.1f} | {judged / plain:.0f} |")
    return "\n".join(lines)
