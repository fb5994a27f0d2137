"""Bots as real processes that can be killed. They are forked from one that has imported and read everything:
a fresh interpreter needs ten seconds for that, each time."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.sandbox import Sandbox
from tests.robustness import killed_bot

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.robustness.warmed_bot"])


class Child:
    """One process; ``wait`` gives its exit code, negative for a signal."""

    def __init__(self, *words: str) -> None:
        self._process = FORKS.Process(target=killed_bot.run, args=words, daemon=True)
        self._process.start()

    @property
    def returncode(self) -> int | None:
        """``None`` while it runs."""
        return self._process.exitcode

    async def wait(self) -> int | None:
        """Until it has ended."""
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.add_reader(self._process.sentinel, ended.set)
        try:
            await ended.wait()
        finally:
            loop.remove_reader(self._process.sentinel)
        self._process.join()
        return self._process.exitcode

    def send_signal(self, signum: int) -> None:
        """Politely or not."""
        assert self._process.pid is not None
        os.kill(self._process.pid, signum)


@asynccontextmanager
async def running(step: str, mark: Path, sandbox: Sandbox, path: Path) -> AsyncIterator[Child]:
    """A bot that dies at this step, once; stopped at the end."""
    child = Child(step, str(mark), sandbox.base_url, str(path))
    try:
        yield child
    finally:
        if child.returncode is None:
            child.send_signal(signal.SIGTERM)
            await asyncio.wait_for(child.wait(), 20)
