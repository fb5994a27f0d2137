"""One private message shows the name; then every file, log and chat is searched for it."""

from pathlib import Path

import pytest

from bot.sandbox import Person
from tests.house import House, open_house
from tests.journeys import steps
from tests.journeys.conftest import MovedClock
from tests.journeys.unmasking import unmasking_steps as masks
from tests.journeys.unmasking.unmasking_steps import NAME, STAFF_NUMBER, WHY


def _times(folder: Path, word: str) -> int:
    """How often it is in the database and its journal, in any of the ways in which it is written there."""
    there = b"".join(file.read_bytes() for file in sorted(folder.glob("house*.db*")))
    forms = {word.encode(), word.encode("unicode_escape"), word.encode("utf-16-le")}
    return sum(there.count(form) for form in forms)


def _shown(house: House, words: tuple[str, ...]) -> list[tuple[str, int]]:
    """Who sees one of these, in which of their messages; the group is looked at by all of them."""
    people: list[Person] = [house.zhang, house.chen, house.lawyer, house.counsellor, house.supervisor]
    rooms = [(who.name, seen) for who in people for seen in who.sees()]
    rooms += [("group", seen) for seen in house.lawyer.sees(house.group)]
    return [(where, seen.id) for where, seen in rooms if any(word in str(seen.raw) for word in words)]


async def test_name_and_staff_number_are_nowhere_but_in_that_one_message(
    folder: Path, moved_clock: MovedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    await masks.known_before(folder)
    before = {word: _times(folder, word) for word in (NAME, STAFF_NUMBER)}
    async with open_house(folder, moved_clock) as house:
        number = await steps.a_conversation(house, house.zhang, house.lawyer)
        await masks.asks(house, number)
        await masks.agrees(house)
        assert _shown(house, (NAME, STAFF_NUMBER)) == []
        shown = await masks.looks(house)
        await house.zhang.waits_for("看过您的姓名")
        assert _shown(house, (NAME, STAFF_NUMBER)) == [(house.lawyer.name, shown.id)]
        assert {word: _times(folder, word) for word in before} == before
        moved_clock.forward(hours=25)
        house.app.scheduler.wake()
        house.app.outbox_worker.wake()
        await house.sandbox.until(lambda: _shown(house, (NAME,)) == [])
        await steps.settled(house)
    assert {word: _times(folder, word) for word in before} == before, "only what was imported"
    assert _times(folder, WHY) == 0
    assert before[NAME] == 1 and not any(
        word in capsys.readouterr().err for word in (NAME, STAFF_NUMBER, WHY)
    )


async def test_a_given_name_is_never_in_the_files_or_with_anybody_else(folder: Path) -> None:
    given = "张金丝雀"
    async with open_house(folder) as house:
        number = await steps.files(house.zhang, name=given)
        await steps.claims(house, house.lawyer, number)
        await house.zhang.waits_for("接手了您的事")
        await masks.asks(house, number)
        await masks.agrees(house)
        granted = await house.lawyer.waits_for("姓名可以看了")
        await steps.push(house.lawyer, "看一次", message_id=granted.id)
        await house.lawyer.waits_for("自己留的名字")
        await steps.settled(house)
        owner = {house.zhang.name, house.lawyer.name}
        assert {where for where, _ in _shown(house, (given,))} <= owner
        assert _times(folder, given) == 0
    assert _times(folder, given) == 0
