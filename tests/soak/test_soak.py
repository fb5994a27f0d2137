"""An hour of traffic with faults loses nothing; a loss that is planted is found."""

import asyncio
import logging
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.dialogs.updates.update_queue import UpdateQueue
from bot.outbound.outgoing import Copy
from bot.outbound.sender import Sender
from tests.soak.moved_time import START, MovedLoop
from tests.soak.running import Plan, Soak, soak
from tests.soak.trouble import CALM, Odds

ROUGH = Odds(kills=48, outages=24, store_outages=48)


@pytest.fixture(autouse=True)
def quiet() -> Any:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    yield
    structlog.reset_defaults()


def quiet_hours(folder: Path, odds: Odds = CALM, hours: float = 2) -> Soak:
    return soak(Plan(hours=hours, seed=3, people=5, odds=odds, tidying=0.5), folder)


def test_hours_pass_in_the_time_that_their_work_takes() -> None:
    loop, woken = MovedLoop(), []

    async def sleeps(hours: int) -> None:
        await asyncio.sleep(hours * 3600)
        woken.append((hours, round((loop.clock() - START).total_seconds() / 3600)))

    async def all_of_them() -> None:
        await asyncio.gather(*(sleeps(hours) for hours in (48, 1, 24)))

    loop.run_until_complete(all_of_them())
    loop.close()
    assert woken == [(1, 1), (24, 24), (48, 48)]


@pytest.mark.deep
def test_two_rough_hours_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    found = quiet_hours(tmp_path, ROUGH)
    assert found.verdict.wrong == []
    assert found.starts > 1 and found.ledger.words and found.trouble.counts["store down"]


@pytest.mark.deep
def test_a_lost_a_doubled_and_a_strayed_copy_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send, numbers = Sender.send, count(1)

    async def fails(self: Sender, chat: int, outgoing: Any) -> list[int]:
        number = next(numbers) if isinstance(outgoing, Copy) else 0
        if number == 1:
            return [900_001]
        if number == 2:
            await send(self, chat, outgoing)
        return await send(self, 3001 if number == 3 else chat, outgoing)

    monkeypatch.setattr(Sender, "send", fails)
    wrong = quiet_hours(tmp_path).verdict.wrong
    for what in ("lost: ", "doubled: ", "nobody may see it"):
        assert any(what in one for one in wrong), wrong


@pytest.mark.deep
def test_an_update_that_is_not_kept_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    accept = UpdateQueue.accept

    async def sleeps_through(self: UpdateQueue, raw: dict[str, Any], payload: str | None = None) -> None:
        if raw["update_id"] % 7:
            await accept(self, raw, payload)

    monkeypatch.setattr(UpdateQueue, "accept", sleeps_through)
    assert any("never kept" in one for one in quiet_hours(tmp_path, hours=0.2).verdict.wrong)
