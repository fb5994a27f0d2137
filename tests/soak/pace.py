"""How fast people live: by day and by night."""

import asyncio
import random

from tests.soak.moved_time import MovedLoop


async def pause(loop: MovedLoop, rng: random.Random, mean: float) -> None:
    """About so many seconds by day; at night people take three times as long."""
    night = (loop.clock().hour + 8) % 24 in (0, 1, 2, 3, 4, 5)
    await asyncio.sleep(rng.expovariate(1 / (mean * (3 if night else 1))))
