"""What is fuzzed, with the promise that has to hold, and how it is run."""

import asyncio
import signal
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

Check = Callable[[Any], Awaitable[None]]
"""Looks whether the promise holds for one input; raises anything when it does not."""


class TooSlow(BaseException):
    """One input took longer than any may; no ``except Exception`` on the way may swallow it."""


@dataclass(frozen=True)
class Target:
    """``opened`` gives the check; after ``lasts`` inputs it is opened afresh. ``share`` is of a thousand."""

    name: str
    promise: str
    share: int
    draw: Callable[[Random], Any]
    opened: Callable[[], AbstractAsyncContextManager[Check]]
    lasts: int = 1_000_000


@dataclass(frozen=True)
class Failure:
    """An input with which a promise was broken; ``index`` and the seed make it again."""

    index: int
    value: Any
    where: str
    trace: str


@dataclass
class Outcome:
    """``failures`` holds the first of every kind, ``failed`` counts all inputs that failed."""

    target: Target
    inputs: int = 0
    failed: int = 0
    seconds: float = 0.0
    failures: dict[str, Failure] = field(default_factory=dict)


def plainly(check: Callable[[Any], None]) -> Callable[[], AbstractAsyncContextManager[Check]]:
    """For what needs nothing around it."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Check]:
        async def awaited(value: Any) -> None:
            check(value)

        yield awaited

    return opened


def dice(seed: int, target: Target, index: int) -> Random:
    """The chance of one input: the same for the same seed, whatever else runs."""
    return Random(f"{seed}/{target.name}/{index}")


async def run(target: Target, seed: int, count: int, first: int = 0, slowest: float | None = None) -> Outcome:
    """``count`` inputs from ``first`` on; no input may take longer than ``slowest`` seconds."""
    outcome, begun = Outcome(target), time.perf_counter()
    for start in range(first, first + count, target.lasts):
        async with target.opened() as check:
            for index in range(start, min(start + target.lasts, first + count)):
                value = target.draw(dice(seed, target, index))
                outcome.inputs += 1
                patience = None if index == start else slowest  # the first waits for what is read once
                if (failure := await tried(check, index, value, patience)) is not None:
                    outcome.failed += 1
                    outcome.failures.setdefault(failure.where, failure)
    outcome.seconds = time.perf_counter() - begun
    return outcome


async def tried(check: Check, index: int, value: Any, slowest: float | None) -> Failure | None:
    """One input; what it broke, if anything."""
    try:
        with alarm(slowest):
            await asyncio.wait_for(check(value), slowest)
    except (Exception, TooSlow) as error:
        frames = traceback.extract_tb(error.__traceback__)
        where = f"{type(error).__name__} in {frames[-1].name}" if frames else type(error).__name__
        return Failure(index, value, where, "".join(traceback.format_exception(error)))
    return None


@contextmanager
def alarm(seconds: float | None) -> Iterator[None]:
    """Rings in the middle of whatever does not end by itself; only in the main thread."""
    if seconds is None:
        yield
        return

    def ring(*_: object) -> None:
        raise TooSlow(f"over {seconds} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
