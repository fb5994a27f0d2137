"""A cry for help from every state of every dialog: a person first, and what was half told is still there."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog import ShowMode, StartMode
from aiogram_dialog.manager.bg_manager import BgManagerFactoryImpl

import bot.dialogs
from bot.dialogs.features import BEFORE_WINDOWS, FEATURES
from bot.dialogs.shared.awaited_answers import Expecting, is_sealed
from bot.sandbox import Person
from mediation.model.cases.content import Content, Place
from mediation.sealed.model import SealedDraft
from storage.cases.drafts import Draft
from storage.unit_of_work.records import SqlRecords
from tests.house import House
from tests.journeys import steps
from tests.journeys.sealed import sealed_steps as sealed

CRY = "我不想活了，撑不下去了"
HALF = {"half": "done", "number": "XQ-26-0001", "report": "none"}


def every_state() -> Iterator[State]:
    """Of every group of states that a module of the dialogs declares."""
    for one in pkgutil.walk_packages(bot.dialogs.__path__, "bot.dialogs."):
        for thing in vars(importlib.import_module(one.name)).values():
            if isinstance(thing, type) and issubclass(thing, StatesGroup) and thing.__module__ == one.name:
                yield from thing.__states__


STATES = {str(state.state): state for state in every_state()}
AT_WORK = {state.state for one in (*BEFORE_WINDOWS, *FEATURES) for state in one.at_work}


def place_of(house: House, who: Person) -> FSMContext:
    queue = house.app.updates
    return queue._dispatcher.fsm.get_context(queue._bot, who.id, who.id)


def places(house: House, who: Person) -> dict[str, Any]:
    """All that the dialogs remember of them: state, data, window and what was chosen in it."""
    kept = house.app.updates._dispatcher.storage._known  # type: ignore[attr-defined]
    return {name: place for name, place in kept.items() if f":{who.id}:" in name}


async def in_the_middle(house: House, who: Person, state: State) -> None:
    """They have half told something everywhere, and are asked this."""
    await who.starts()
    await steps.settled(house)
    person = await steps.person_of(house, who)

    def half_told(records: SqlRecords) -> None:
        there = Place(bot=records.bot, chat=who.id, message=1)
        records.drafts.add_part(person, Content(text=steps.STORY), there)
        records.drafts.change(person, categories=["WAGE"], wish="union", named=True, name="小张")

    await steps.ask(house, half_told)
    await sealed.look(house, lambda r: r.drafts.add(str(who.id), Content(text=sealed.ACCUSED), "1:1"))
    queue, place = house.app.updates, place_of(house, who)
    if state.group.__name__ != "Intake":
        await place.set_state(state)
        await place.set_data(dict(HALF))
        return
    await place.set_state(Expecting.concern)
    windows = next(one for one in queue._dispatcher.sub_routers if one.name == "windows")
    talks = BgManagerFactoryImpl(windows).bg(queue._bot, who.id, who.id, load=True)
    await talks.start(state, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def half_told(house: House, who: Person) -> tuple[Draft | None, SealedDraft | None]:
    person = await steps.person_of(house, who)
    return (
        await steps.ask(house, lambda r: r.drafts.get(person)),
        await sealed.look(house, lambda r: r.drafts.of(str(who.id))),
    )


def told(drafts: tuple[Draft | None, SealedDraft | None]) -> str:
    """What the sealed draft begins with; in there a cry belongs to it."""
    return drafts[1].parts[0].text if drafts[1] is not None else ""


def test_every_group_of_states_is_known_here() -> None:
    assert {state.group.__name__ for state in STATES.values()} >= {"Intake", "Expecting", "Sealed"}
    assert len(STATES) >= 47 and AT_WORK and set(STATES) >= AT_WORK


async def what_went_wrong(house: House, state: State) -> list[str]:
    """Somebody new is in the middle of this, cries, says that they are safe; empty where all is well."""
    who, helper = steps.newcomer(house), house.counsellor
    await who.starts()
    if state.state in AT_WORK:
        await steps.settled(house)
        await steps.on_roster(house, who)
    await in_the_middle(house, who, state)
    before, last = (await half_told(house, who), places(house, who)), helper.last().id
    sent = await who.says(CRY)
    await who.waits_for(lambda seen: seen.from_bot, after=sent.id)
    await helper.waits_for("有人现在需要您", after=last)
    await steps.push(who, "我现在安全了")
    await steps.settled(house)
    drafts, there = await half_told(house, who), places(house, who)
    words = next(seen for seen in who.sees() if seen.from_bot and seen.id > sent.id).text
    asked = {
        "somebody else answered first": "安全吗" in words,
        "more than three sentences": words.count("。") + words.count("？") <= 3,
        "not one number": words.count("12356") == 1,
        "a draft is gone": (drafts[0], told(drafts)) == (before[0][0], told(before[0])),
        "they are not where they were": is_sealed(state.state) or there == before[1],
        "they are still in the sealed room": not is_sealed(await place_of(house, who).get_state()),
    }
    return [complaint for complaint, well in asked.items() if not well]


@pytest.mark.parametrize("group", sorted({state.group.__name__ for state in STATES.values()}))
async def test_a_cry_comes_first_in_every_state_and_costs_nothing_that_was_half_told(
    house: House, group: str
) -> None:
    await house.counsellor.starts()
    await house.counsellor.waits_for("我是信桥")
    states = [state for state in STATES.values() if state.group.__name__ == group]
    found = {state.state: await what_went_wrong(house, state) for state in states}
    assert {state: complaints for state, complaints in found.items() if complaints} == {}
