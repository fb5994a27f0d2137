"""The two days themselves: who lives in the house, what goes wrong when, and how it ends."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.commands.service.campaign import CampaignFile, launch
from bot.commands.service.demo import ROSTER
from tests.soak.employees import Employee
from tests.soak.house import MovedHouse, read_once
from tests.soak.judge import Judge, Verdict
from tests.soak.ledger import Ledger
from tests.soak.moved_time import MovedLoop
from tests.soak.staff import Mediator, Officer
from tests.soak.trouble import CALM, Odds, Trouble

DAY = 86_400.0
MEDIATORS = ("李律师", "王老师", "赵姐", "孙姐")


@dataclass(frozen=True)
class Plan:
    """What is played."""

    hours: float = 48
    seed: int = 1
    people: int = 24
    database: str = ""
    odds: Odds = field(default_factory=Odds)
    tidying: float = 4
    """Hours at the end in which employees rest, nothing breaks, and staff finish what is there."""


@dataclass
class Soak:
    """One run, finished."""

    plan: Plan
    verdict: Verdict
    ledger: Ledger
    trouble: Trouble
    starts: int


def soak(plan: Plan, folder: Path) -> Soak:
    """Live through it in moved time."""
    loop = MovedLoop()
    try:
        return loop.run_until_complete(_play(plan, folder, loop))
    finally:
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()


async def _play(plan: Plan, folder: Path, loop: MovedLoop) -> Soak:
    read_once()
    rng = random.Random(plan.seed)
    trouble = Trouble(random.Random(rng.random()), loop.time, CALM)
    ledger = Ledger()
    house = MovedHouse(folder, loop, trouble, plan.database)
    async with house.sandbox:
        await house.open()
        await house.settle()
        house.mix_updates()
        trouble.odds = plan.odds
        await _live(plan, house, ledger, rng)
        verdict = await Judge(house, ledger).judge()
        assert house.app is not None
        await house.app.stop()
    return Soak(plan, verdict, ledger, trouble, house.starts)


async def _live(plan: Plan, house: MovedHouse, ledger: Ledger, rng: random.Random) -> None:
    end = house.loop.time() + plan.hours * 3600
    living = await _people(plan, house, ledger, rng, end)
    odds, trouble = plan.odds, house.trouble
    breaking = [
        asyncio.create_task(_now_and_then(odds.outages, _chances(rng), trouble.line_goes_down)),
        asyncio.create_task(_now_and_then(odds.store_outages, _chances(rng), trouble.store_goes_down)),
        asyncio.create_task(_killing(house, odds.kills, _chances(rng))),
        asyncio.create_task(_campaigns(house, plan.hours)),
    ]
    await asyncio.sleep(end - house.loop.time())
    for task in breaking:
        task.cancel()
    await asyncio.gather(*breaking, return_exceptions=True)
    trouble.calm_down()
    await house.is_up()
    await asyncio.gather(*living)
    await asyncio.sleep(1800)


async def _people(
    plan: Plan, house: MovedHouse, ledger: Ledger, rng: random.Random, end: float
) -> list["asyncio.Task[None]"]:
    """Everybody begins to live; staff go on a while longer than employees."""
    for user in ROSTER:
        await house.sandbox.person(user).starts()
    last = end + plan.tidying * 3600
    lives = [
        Employee(house.newcomer(f"员工{n}"), house, ledger, _chances(rng)).live(end)
        for n in range(plan.people)
    ]
    lives += [Mediator(house.sandbox.person(n), house, ledger, _chances(rng)).live(last) for n in MEDIATORS]
    lives.append(Officer(house.sandbox.person("纪检老钱"), house, ledger, _chances(rng)).live(last))
    return [asyncio.create_task(one) for one in lives]


def _chances(rng: random.Random) -> random.Random:
    """Each has chances of their own: what one does more changes nobody else's day."""
    return random.Random(rng.random())


async def _now_and_then(a_day: float, rng: random.Random, act: Callable[[], None]) -> None:
    while a_day:
        await asyncio.sleep(rng.expovariate(a_day / DAY))
        act()


async def _killing(house: MovedHouse, a_day: float, rng: random.Random) -> None:
    while a_day:
        await asyncio.sleep(rng.expovariate(a_day / DAY))
        if house.app is not None:
            await asyncio.shield(_again(house, rng))


async def _again(house: MovedHouse, rng: random.Random) -> None:
    await house.kill()
    await asyncio.sleep(rng.uniform(1, 30))
    await house.open()


async def _campaigns(house: MovedHouse, hours: float) -> None:
    for number in range(2):
        await asyncio.sleep(hours * 3600 / 3)
        file = CampaignFile(
            id=f"week-{number}", title=f"普法{number}", text="高空抛物谁负责", button_text="全文",
            button_url="https://flk.npc.gov.cn/",
        )  # fmt: skip
        while True:
            try:
                await house.look(lambda r, file=file: launch(r, file))  # type: ignore[misc]
                break
            except Exception:  # the operator tries again
                await asyncio.sleep(60)
