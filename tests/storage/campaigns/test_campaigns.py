"""Campaigns: everyone who opted in, nobody else, nobody twice, stopped and resumed at any moment."""

from typing import Any

import pytest

from mediation.model.cases.case import Notice
from storage.mail.outbox import Letter
from storage.tables import CampaignRow
from storage.unit_of_work.database import Database
from tests.builders import BOT
from tests.fakes.clock import Clock

PEOPLE = [11, 12, 13, 14, 15]
MAY = "minfadian-2026-05"


class Team:
    """The legal-awareness team and its sender, one transaction for each act."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database, self.clock = database, clock

    async def do(self, act: Any) -> Any:
        return await self.database.run(lambda r: act(r.campaigns))

    async def start(self, name: str = MAY) -> bool:
        row = CampaignRow(id=name, title="民法典宣传月", text="…", started_at=self.clock())
        return await self.do(lambda c: c.start(row, BOT))

    async def waiting(self) -> list[Letter]:
        return await self.database.run(lambda r: r.outbox.due(self.clock(), 1000))

    async def send(self, letter: Letter, state: str = "sent") -> int:
        def sent(records: Any) -> None:
            records.campaigns.mark(letter.facts["campaign_id"], letter.person_id, state)
            records.outbox.finish(letter, state)

        await self.database.run(sent)
        return letter.person_id or 0

    async def send_all(self) -> list[int]:
        return [await self.send(letter) for letter in await self.waiting()]

    async def state(self, name: str = MAY) -> str:
        return (await self.do(lambda c: c.get(name))).state

    async def counts(self, name: str = MAY) -> dict[str, int]:
        return await self.do(lambda c: c.counts(name))


@pytest.fixture
async def team(database: Database, clock: Clock) -> Team:
    ours = Team(database, clock)
    for person in PEOPLE:
        assert await ours.do(lambda c, person=person: c.subscribe(person))
    return ours


async def test_one_opts_in_once_and_out_once(team: Team) -> None:
    assert not await team.do(lambda c: c.subscribe(11))
    assert await team.do(lambda c: c.is_subscribed(11))
    assert await team.do(lambda c: c.unsubscribe(11))
    assert not await team.do(lambda c: c.unsubscribe(11))
    assert not await team.do(lambda c: c.is_subscribed(11))


async def test_everyone_who_opted_in_gets_it_once(team: Team) -> None:
    assert await team.start()
    assert await team.send_all() == PEOPLE
    assert await team.waiting() == []
    assert await team.counts() == {"sent": 5}
    assert await team.state() == "done"


async def test_the_same_campaign_is_not_started_twice(team: Team) -> None:
    assert await team.start()
    assert not await team.start()
    assert len(await team.waiting()) == 5


async def test_campaigns_travel_in_the_slow_lane_and_wake_the_sender(team: Team) -> None:
    woken: list[str] = []
    team.database.on_posted(lambda: woken.append("!"))
    await team.start()
    assert woken == ["!"]
    assert {letter.lane for letter in await team.waiting()} == {1}


async def test_one_failure_stops_nobody_else(team: Team) -> None:
    await team.start()
    first, second, *rest = await team.waiting()
    await team.send(first, "failed")
    await team.send(second, "unreachable")
    assert [await team.send(letter) for letter in rest] == [13, 14, 15]
    assert await team.counts() == {"failed": 1, "unreachable": 1, "sent": 3}
    assert await team.state() == "done"


async def test_stopping_takes_back_what_has_not_been_sent(team: Team) -> None:
    await team.start()
    await team.send((await team.waiting())[0])
    assert await team.do(lambda c: c.stop(MAY)) == 4
    assert await team.waiting() == []
    assert await team.counts() == {"sent": 1, "stopped": 4}
    assert await team.state() == "stopped"


async def test_stopping_one_campaign_leaves_the_other(team: Team) -> None:
    await team.start(MAY)
    await team.start(f"{MAY}-2")
    await team.do(lambda c: c.stop(MAY))
    assert {letter.facts["campaign_id"] for letter in await team.waiting()} == {f"{MAY}-2"}


async def test_resuming_goes_on_with_those_who_have_not_got_it(team: Team) -> None:
    await team.start()
    await team.send((await team.waiting())[0])
    await team.do(lambda c: c.stop(MAY))
    assert await team.do(lambda c: c.resume(MAY, BOT)) == 4
    assert await team.send_all() == [12, 13, 14, 15]
    assert await team.counts() == {"sent": 5}
    assert await team.state() == "done"


async def test_resuming_twice_sends_nothing_twice(team: Team) -> None:
    await team.start()
    await team.do(lambda c: c.stop(MAY))
    assert await team.do(lambda c: c.resume(MAY, BOT)) == 5
    assert await team.do(lambda c: c.resume(MAY, BOT)) == 0
    assert await team.send_all() == PEOPLE


async def test_a_letter_on_its_way_while_it_is_stopped_and_resumed_does_not_come_twice(team: Team) -> None:
    await team.start()
    on_its_way = (await team.waiting())[0]
    await team.do(lambda c: c.stop(MAY))
    await team.do(lambda c: c.resume(MAY, BOT))
    await team.send(on_its_way)
    assert await team.send_all() == [12, 13, 14, 15]
    assert await team.counts() == {"sent": 5}


async def test_a_campaign_that_is_over_cannot_be_stopped(team: Team) -> None:
    await team.start()
    await team.send_all()
    assert await team.do(lambda c: c.stop(MAY)) == 0
    assert await team.state() == "done"


async def test_one_person_who_opts_out_silences_nobody_else(team: Team) -> None:
    await team.start()
    await team.do(lambda c: c.unsubscribe(11))
    assert await team.send_all() == [12, 13, 14, 15]
    assert await team.counts() == {"left": 1, "sent": 4}


async def test_whoever_opts_out_while_it_is_stopped_does_not_get_it_afterwards(team: Team) -> None:
    await team.start()
    await team.do(lambda c: c.stop(MAY))
    await team.do(lambda c: c.unsubscribe(13))
    await team.do(lambda c: c.resume(MAY, BOT))
    assert await team.send_all() == [11, 12, 14, 15]


async def test_opting_out_stops_only_campaign_letters(team: Team) -> None:
    await team.start()
    await team.database.run(lambda r: r.outbox.post(Notice(to=11, kind="relay")))
    await team.do(lambda c: c.unsubscribe(11))
    assert [letter.kind for letter in await team.waiting() if letter.person_id == 11] == ["relay"]


async def test_the_last_one_who_opts_out_ends_the_campaign(team: Team) -> None:
    await team.start()
    for person in PEOPLE:
        await team.do(lambda c, person=person: c.unsubscribe(person))
    assert await team.state() == "done"


async def test_a_campaign_to_nobody_is_done_at_once(database: Database, clock: Clock) -> None:
    team = Team(database, clock)
    assert await team.start()
    assert (await team.state(), await team.counts()) == ("done", {})


async def test_whoever_opts_in_later_gets_the_next_one(team: Team) -> None:
    await team.start()
    await team.do(lambda c: c.subscribe(99))
    assert 99 not in await team.send_all()
    await team.start(f"{MAY}-2")
    assert 99 in await team.send_all()
