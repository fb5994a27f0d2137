"""The two days themselves: who lives in the house, what goes wrong when, and how it ends."""

import asyncio
import random
from dataclasses import dataclass
from pathlib import Path

from bot.commands.campaign import CampaignFile, launch
from bot.commands.demo import ROSTER
from tests.soak.employees import Employee
from tests.soak.house import MovedHouse, read_once
from tests.soak.judge import Judge, Verdict
from tests.soak.ledger import Ledger
from tests.soak.moved_time import MovedLoop
from tests.soak.staff import Mediator, Officer
from tests.soak.trouble import Odds, Trouble

DAY = 86_400.0
TIDYING = 4 * 3600.0
"""Seconds at the end in which employees rest, nothing breaks, and staff finish what is there."""
MEDIATORS = ("李律师", "王老师", "赵姐", "孙姐")


@dataclass(frozen=True)
class Plan:
    """What is played."""

    hours: float = 48
    seed: int = 1
    people: int = 24
    database: str = ""
    odds: Odds = Odds()


@dataclass
class Soak:
    """One run, finished."""

    plan: Plan
    verdict: Verdict
    ledger: Ledger
    trouble: Trouble
    starts: int


def soak(plan: Plan, folder: Path, sabotage: object = None) -> Soak:
    """Live through it in moved time. ``sabotage`` is called with the house once it is open."""
    loop = MovedLoop()
    asyncio.set_event_loop(loop)
    try:
        return loop.run_until_complete(_play(plan, folder, loop, sabotage))
    finally:
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()
        asyncio.set_event_loop(None)


async def _play(plan: Plan, folder: Path, loop: MovedLoop, sabotage: object) -> Soak:
    read_once()
    rng = random.Random(plan.seed)
    trouble = Trouble(random.Random(rng.random()), loop.time, Odds(0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    ledger = Ledger()
    house = MovedHouse(folder, loop, trouble, plan.database)
    async with house.sandbox:
        await house.open()
        await house.settle()
        house.mix_updates()
        if callable(sabotage):
            sabotage(house)
        trouble.odds = plan.odds
        await _live(plan, house, ledger, rng)
        verdict = await Judge(house, ledger).judge()
        assert house.app is not None
        await house.app.stop()
    return Soak(plan, verdict, ledger, trouble, house.starts)


async def _live(plan: Plan, house: MovedHouse, ledger: Ledger, rng: random.Random) -> None:
    begin = house.loop.time()
    end, last = begin + plan.hours * 3600, begin + plan.hours * 3600 + TIDYING
    someone = lambda: random.Random(rng.random())  # noqa: E731 - each has chances of their own
    employees = [Employee(house.newcomer(f"员工{n}"), house, ledger, someone()) for n in range(plan.people)]
    staff = [Mediator(house.sandbox.person(name), house, ledger, someone()) for name in MEDIATORS]
    officer = Officer(house.sandbox.person("纪检老钱"), house, ledger, someone())
    for user in ROSTER:
        await house.sandbox.person(user).starts()
    tasks = [asyncio.create_task(one.live(end)) for one in employees]
    tasks += [asyncio.create_task(one.live(last)) for one in (*staff, officer)]
    breaking = [
        asyncio.create_task(one)
        for one in (
            _now_and_then(house, plan.odds.outages, someone(), house.trouble.line_goes_down),
            _now_and_then(house, plan.odds.store_outages, someone(), house.trouble.store_goes_down),
            _killing(house, plan.odds.kills, someone()),
            _campaigns(house, plan.hours),
        )
    ]
    await asyncio.sleep(end - house.loop.time())
    for task in breaking:
        task.cancel()
    await asyncio.gather(*breaking, return_exceptions=True)
    house.trouble.calm_down()
    if house.app is None:
        await house.open()
    await asyncio.gather(*tasks)
    await asyncio.sleep(1800)


async def _now_and_then(house: MovedHouse, a_day: float, rng: random.Random, act: object) -> None:
    assert callable(act)
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
