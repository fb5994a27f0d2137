"""A message's way and a press's, from the webhook to the letter, are short and stand in ARCHITECTURE.md."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.house import House
from tests.journeys import steps
from tests.journeys.updates.ways import Way, drawn, followed
from tests.robustness.conftest import webhook_house

PAGE = Path(__file__).parents[3] / "ARCHITECTURE.md"
MOST_STOPS = 9


@pytest.fixture
async def hooked(folder: Path) -> AsyncIterator[House]:
    async with webhook_house(folder) as opened:
        yield opened


async def of_a_message(house: House, monkeypatch: pytest.MonkeyPatch) -> Way:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    with followed(monkeypatch, "relay") as way:
        await house.zhang.says("今天又没发")
        await house.lawyer.waits_for("今天又没发")
    return way


async def of_a_press(house: House, monkeypatch: pytest.MonkeyPatch) -> Way:
    number = await steps.files(house.zhang)
    await steps.card(house, number)
    with followed(monkeypatch, "claimed") as way:
        await steps.claims(house, house.lawyer, number)
    return way


@pytest.mark.parametrize(("what", "follow"), [("message", of_a_message), ("press", of_a_press)])
async def test_the_way_is_at_most_nine_stops_and_drawn_as_it_is(
    hooked: House, monkeypatch: pytest.MonkeyPatch, what: str, follow: object
) -> None:
    way = await follow(hooked, monkeypatch)  # type: ignore[operator]
    assert way.stops[0].endswith(".webhook") and way.stops[-1] == "storage.mail.outbox"
    assert len(way.stops) <= MOST_STOPS, way.stops
    assert drawn(way) in PAGE.read_text(encoding="utf-8"), f"put under the way of a {what}:\n{drawn(way)}"
