"""``python -m tests.soak``: 48 hours of traffic with faults; exit 1 when anything was lost or doubled."""

import argparse
import logging
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import structlog

from tests.fakes.postgres import Postgres
from tests.soak.running import Plan, Soak, soak


def main() -> int:
    """Play, print the table, say whether all is well."""
    options = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    options.add_argument("--hours", type=float, default=48)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--people", type=int, default=24)
    options.add_argument("--database", default="", help="a URL in place of a SQLite file of its own")
    options.add_argument("--postgres", action="store_true", help="on a PostgreSQL that is started for it")
    options.add_argument("--verbose", action="store_true", help="show the log of the house")
    given = options.parse_args()
    level = logging.WARNING if given.verbose else logging.CRITICAL
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(level))
    began = time.perf_counter()
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="xinqiao-soak-")))
        url = stack.enter_context(_a_postgres(scratch)) if given.postgres else given.database
        found = soak(Plan(given.hours, given.seed, given.people, url), scratch)
    print(table(found, time.perf_counter() - began, given.verbose))
    return 1 if found.verdict.wrong else 0


@contextmanager
def _a_postgres(scratch: Path) -> Iterator[str]:
    scratch.chmod(0o755)  # the server runs as somebody else
    server = Postgres(scratch / "postgres")
    try:
        yield server.bare()
    finally:
        server.close()


def table(found: Soak, seconds: float, telling: bool = False) -> str:
    """What happened, for people."""
    plan, ledger = found.plan, found.ledger
    rows = [
        ("played", f"{plan.hours:g} h with {plan.people} employees, seed {plan.seed}, in {seconds:.0f} s"),
        ("the program was started", f"{found.starts} times"),
        ("went wrong on purpose", _counts(found.trouble.counts)),
        ("people did", _counts(ledger.done)),
        ("people gave up", _counts(ledger.left)),
        *found.verdict.rows,
    ]
    lines = [f"| {what} | {value} |" for what, value in rows]
    lines += [f"- {why}" for why in ledger.why_left if telling]
    wrong = found.verdict.wrong
    again = f"python -m tests.soak --hours {plan.hours:g} --seed {plan.seed} --people {plan.people}"
    lines.append(
        f"\n{len(wrong)} wrong; play it again: {again}" if wrong else "\nnothing lost, nothing doubled"
    )
    return "\n".join(
        ["| | |", "|---|---|", *lines, *(f"- {one}" for one in wrong[:60]), *found.verdict.around[:200]]
    )


def _counts(counted: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counted.items())) or "nothing"


if __name__ == "__main__":
    sys.exit(main())
