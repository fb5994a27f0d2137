"""``make fuzz``: at least 100,000 changed inputs, made from a seed, against the promises of what reads them.

``python -m tests.fuzz --inputs 5000 --seed 7``; one again: ``--only "bot: updates" --first 611 --inputs 1``
(``long walks`` depend on what came before: begin with the first of its house, which the report names).
"""

import argparse
import asyncio
import faulthandler
import logging
import math
import sys
import warnings
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import structlog

from knowledge.crisis import load_crisis_detector
from tests.fuzz import envelopes, papers, people, readers, wordings
from tests.fuzz.target import Outcome, Target, run
from tests.read_once import READ_ONCE, put

INPUTS = 100_000
SLOWEST = 20.0
"""Seconds for one input on a machine with other work; what takes longer hangs."""
FOLDER = Path("var") / "fuzz"
TARGETS = (*readers.TARGETS, *papers.TARGETS, *wordings.TARGETS, *envelopes.TARGETS, *people.TARGETS)


def counts(targets: Sequence[Target], inputs: int) -> dict[str, int]:
    """How many inputs each target gets; together at least ``inputs``."""
    whole = sum(target.share for target in targets)
    return {target.name: math.ceil(inputs * target.share / whole) for target in targets}


def read_once() -> None:
    """Dictionary, laws and rules are read once for all houses, not once for each."""
    for name, give in {**READ_ONCE, "knowledge.load_crisis_detector": cache(load_crisis_detector)}.items():
        put(name, give)


def be_quiet() -> None:
    """Failures are made on purpose here; only a crash of the interpreter speaks for itself."""
    faulthandler.enable()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))


def row(outcome: Outcome) -> str:
    """One line of the table."""
    return f"| {outcome.target.name} | {outcome.inputs} | {outcome.failed} | {outcome.seconds:.0f} |"


def written(outcome: Outcome, seed: int, folder: Path) -> Iterable[str]:
    """Every kind of failure as a file; gives one line for each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, failure in enumerate(outcome.failures.values(), start=1):
        name = "".join(ch if ch.isalnum() else "-" for ch in outcome.target.name)
        file = folder / f"{name}-{seed}-{failure.index}.txt"
        first = failure.index - failure.index % outcome.target.lasts
        parts = (
            f"{outcome.target.name}: {outcome.target.promise}",
            f"seed {seed}, input {failure.index}, its house began with {first}",
            repr(failure.value),
            failure.trace,
        )
        file.write_text("\n\n".join(parts), encoding="utf-8", errors="backslashreplace")
        yield f"{number}. {outcome.target.name}: {failure.where}, seed {seed}, input {failure.index}: {file}"


async def fuzz(targets: Sequence[Target], inputs: int, seed: int, first: int, folder: Path) -> int:
    """The whole table; gives how many inputs failed."""
    print("| target | inputs | failures | seconds |\n|---|---|---|---|")
    outcomes = []
    for target in targets:
        outcomes.append(await run(target, seed, counts(targets, inputs)[target.name], first, SLOWEST))
        print(row(outcomes[-1]), flush=True)
    failed = sum(outcome.failed for outcome in outcomes)
    seconds = sum(outcome.seconds for outcome in outcomes)
    print(f"| all, seed {seed} | {sum(o.inputs for o in outcomes)} | {failed} | {seconds:.0f} |")
    for outcome in outcomes:
        for line in written(outcome, seed, folder):
            print(line)
    return failed


def main() -> int:
    """Read the command line and run; 1 when a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=INPUTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="a target, or the beginning of several names")
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    given = parser.parse_args()
    targets = [target for target in TARGETS if target.name.startswith(given.only)]
    if not targets:
        parser.error(f"no such target; there are: {', '.join(target.name for target in TARGETS)}")
    read_once()
    be_quiet()
    return 1 if asyncio.run(fuzz(targets, given.inputs, given.seed, given.first, FOLDER)) else 0


if __name__ == "__main__":
    sys.exit(main())
