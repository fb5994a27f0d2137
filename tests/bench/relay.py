"""Throughput, latency and memory of the relay, beside bare aiogram and bare python-telegram-bot."""

import asyncio
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil
from aiohttp import ClientSession, web

from tests.bench.filling import claimed_pairs
from tests.bench.stub import Caller, Stub, wait_until

PAIRS = 200
FLOOD = 3000
STEADY = (100, 10)


@dataclass
class Measured:
    """Updates a second, latencies in ms, resident memory in MB."""

    name: str
    per_second: float
    p50: float
    p99: float
    memory: float


async def measure(name: str, port: int) -> Measured:
    """Start one bot in a process of its own and measure it."""
    stub = Stub(by_text=name.startswith("xinqiao"))
    runner = web.AppRunner(stub.app(), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    api = f"http://127.0.0.1:{runner.addresses[0][1]}"
    with tempfile.TemporaryDirectory() as scratch:
        chats = list(range(100_000, 100_000 + PAIRS))
        if name.startswith("xinqiao"):
            chats = await asyncio.to_thread(claimed_pairs, Path(scratch), PAIRS, name == "xinqiao-plain")
        command = [sys.executable, "-m", "tests.bench.bots", name, api, str(port), scratch]
        process = subprocess.Popen(command)  # noqa: ASYNC220 - started before anything is measured
        try:
            url = f"http://127.0.0.1:{port}/telegram"
            await wait_until(lambda: _reach(url))
            async with Caller(stub, url, chats) as caller:
                await caller.flood(500)
                rates = [await caller.flood(FLOOD) for _ in range(3)]
                latencies = await caller.steady(*STEADY)
            memory = psutil.Process(process.pid).memory_info().rss / 2**20
        finally:
            process.terminate()
            process.wait(30)
            await runner.cleanup()
    p50, p99 = (latencies[int(len(latencies) * share)] * 1e3 for share in (0.5, 0.99))
    return Measured(name, median(rates), p50, p99, memory)


async def _reach(url: str) -> None:
    async with ClientSession() as session, session.get(url):
        return


def report() -> str:
    """Run all and write the table."""
    names = ("aiogram", "ptb", "xinqiao-plain", "xinqiao", "xinqiao-law")
    found = [asyncio.run(measure(name, 18500 + i)) for i, name in enumerate(names)]
    base = found[0]
    lines = [
        "| bot | updates/s | ratio | p50 ms at 100/s | p99 ms at 100/s | memory MB | ratio |",
        "|---|---|---|---|---|---|---|",
    ]
    for one in found:
        lines.append(
            f"| {one.name} | {one.per_second:.0f} | {one.per_second / base.per_second:.2f} | {one.p50:.1f} | "
            f"{one.p99:.1f} | {one.memory:.0f} | {one.memory / base.memory:.2f} |"
        )
    return "\n".join(lines)
