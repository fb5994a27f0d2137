"""Names that stand in old databases and below old messages are known, or are answered as what is over.

``names.json`` beside the old house lists them. Whoever takes one away moves it to ``retired`` there, and says
in the change what becomes of the rows and buttons that still carry it.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from aiogram.fsm.state import StatesGroup
from aiogram_dialog.widgets.common import Actionable

from bot.app.composition import build
from bot.dialogs.shared.filters import Pressed
from bot.wording.catalogue import Wording
from tests.house import House, house_settings
from tests.journeys import steps
from tests.old_house import KEPT, old_message

LISTED = json.loads((KEPT / "names.json").read_text(encoding="utf-8"))
RETIRED = LISTED["retired"]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, set[str]]:
    """What a program that is being put together says it listens to: presses, and widgets of its windows."""
    found: dict[str, set[str]] = {"presses": set(), "widgets": set()}
    pressed, widget = Pressed.__init__, Actionable.__init__

    def listens(self: Any, *names: str) -> None:
        found["presses"].update(names)
        pressed(self, *names)

    def shows(self: Any, id: str | None = None) -> None:
        found["widgets"].update([id] if id else [])
        widget(self, id)

    monkeypatch.setattr(Pressed, "__init__", listens)
    monkeypatch.setattr(Actionable, "__init__", shows)
    app = build(house_settings("http://127.0.0.1:1", tmp_path), "7000000001:none")
    app.database.close()
    if app.sealed is not None:
        app.sealed.close()
    return found


def states() -> set[str]:
    """Of all groups in our code, as they are stored."""
    ours = [one for one in StatesGroup.__subclasses__() if one.__module__.startswith("bot.")]
    return {name for one in ours for name in one.__all_states_names__}


@pytest.mark.parametrize("kind", ["presses", "widgets"])
def test_each_name_that_buttons_carry_is_listened_to(heard: dict[str, set[str]], kind: str) -> None:
    assert set(LISTED[kind]) - heard[kind] == set()


@pytest.mark.usefixtures("heard")
def test_each_place_in_a_conversation_that_is_stored_exists() -> None:
    assert set(LISTED["states"]) - states() == set()


def test_each_kind_of_letter_that_may_wait_can_still_be_written() -> None:
    wording = Wording()
    assert [key for key in LISTED["letters"] if not wording.has(key)] == []


async def test_a_press_that_is_not_known_any_more_is_told_that_it_is_over(old_house: House) -> None:
    below = old_message(old_house.zhang, "我是信桥")
    for name in ("long_gone", *RETIRED["presses"]):
        press = await old_house.zhang.forges(f"x|{name}|1|1", below)
        assert "用不了" in await old_house.zhang.notice(press), name


async def test_a_window_of_the_intake_that_is_over_says_so(old_house: House) -> None:
    who = old_house.sandbox.person("何冬青")
    for widget in (*LISTED["widgets"], *RETIRED["widgets"]):
        press = await who.forges(f"abc\x1d{widget}", old_message(who, "我是信桥"))
        assert "这一页已经过时" in await who.notice(press), widget


async def test_whoever_is_left_in_a_place_that_no_program_knows_is_answered_and_gets_out(
    old_house: House,
) -> None:
    who = old_house.sandbox.person("何冬青")
    place = f"{old_house.sandbox.bot_id}:{who.id}:{who.id}:::default"
    await steps.ask(old_house, lambda r: r.dialog_places.put(place, "Expecting:long_gone", {}))
    sent = await who.says("还在吗")
    answer = await who.waits_for(lambda seen: seen.from_bot, after=sent.id)
    await who.says("/menu")
    await who.waits_for("您想做什么", after=answer.id)
    assert await steps.ask(old_house, lambda r: r.dialog_places.get(place)) == (None, {})
