"""No role reaches what the table denies, whichever way they come in: nothing changes, nothing is shown."""

import asyncio
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediation.access.rights import Right, rights
from tests.cast_of_roles import CHATS, NOTHING_TOWARDS_IT, ROLES, Scene
from tests.robustness.deaf import DeafHouse

SECRETS = ("张金丝雀", "夜班费被扣光")


class Visit(NamedTuple):
    """Who comes in which way; ``value`` is what a forged button carries."""

    who: str
    way: str
    value: str


def _may(who: str, right: Right) -> bool:
    if right.on == "case" and who in NOTHING_TOWARDS_IT:
        return False
    return not right.who.isdisjoint(ROLES[who])


def _is_of_the_chat(way: str) -> bool:
    return not way.startswith(("$", "GET", "POST")) and way not in {
        "words",
        "window",
        "inline",
        "edited",
        "member",
    }


DENIED = [
    (who, way)
    for right in rights().all
    for way in right.ways
    if _is_of_the_chat(way)
    for who in ROLES
    if not _may(who, right)
]
VALUES = st.sampled_from(["", "1", "2", "3", "7", "999", "seal", "decide", "9" * 18, "🙂"])
VISITS = st.builds(lambda cell, value: Visit(*cell, value), st.sampled_from(DENIED), VALUES)
UNKNOWN = st.from_regex(r"[a-z_]{3,12}", fullmatch=True).filter(lambda way: rights().of_way(way) is None)


class Scenery(NamedTuple):
    runner: asyncio.Runner
    house: DeafHouse
    scene: Scene
    before: dict[str, list[Any]]


@pytest.fixture(scope="module")
def scenery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenery]:
    with asyncio.Runner() as runner:

        async def begin() -> Scenery:
            house = DeafHouse(tmp_path_factory.mktemp("rights"))
            scene = await house.set_up()
            return Scenery(runner, house, scene, await house.everything())

        there = runner.run(begin())
        yield there
        there.house.app.database.close()
        if there.house.app.sealed is not None:
            there.house.app.sealed.close()


async def _come(house: DeafHouse, scene: Scene, visit: Visit) -> str:
    chat, in_group = CHATS[visit.who], visit.who == "stranger"
    if visit.way.startswith("/"):
        return await house.says(chat, f"{visit.way} {visit.value}".strip(), in_group)
    if visit.way.startswith("start:"):
        return await house.says(chat, f"/start {visit.way.removeprefix('start:')}{visit.value}", in_group)
    if visit.way.startswith("words "):
        data = {
            "number": scene.number,
            "care": 1,
            "question": 1,
            "version": 0,
            "complaint": 1,
            "step": "seal",
        }
        await house.is_asked(chat, visit.way.removeprefix("words "), data)
        try:
            return await house.says(chat, "理由是这样的", in_group)
        finally:
            await house.is_asked(chat, None, {})
    return await house.presses(chat, f"x|{visit.way}|{scene.number}|{visit.value}"[:60].rstrip("|"), in_group)


def _changes_and_shows_nothing(there: Scenery, visit: Visit) -> None:
    sent = there.runner.run(_come(there.house, there.scene, visit))
    after = there.runner.run(there.house.everything())
    changed = [name for name, rows in after.items() if rows != there.before[name]]
    assert not changed, f"{visit} changed {changed}"
    assert not any(secret in sent for secret in SECRETS), visit
    assert "sorry" not in sent and "差错" not in sent, visit


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(visit=VISITS)
def test_no_role_reaches_what_the_table_denies(scenery: Scenery, visit: Visit) -> None:
    _changes_and_shows_nothing(scenery, visit)


@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(visit=VISITS)
@pytest.mark.deep
def test_no_role_reaches_what_the_table_denies_by_any_way_in(scenery: Scenery, visit: Visit) -> None:
    _changes_and_shows_nothing(scenery, visit)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(who=st.sampled_from(sorted(ROLES)), way=UNKNOWN, value=VALUES)
def test_a_way_in_that_nobody_has_written_down_leads_nowhere(
    scenery: Scenery, who: str, way: str, value: str
) -> None:
    _changes_and_shows_nothing(scenery, Visit(who, way, value))


def test_the_story_is_shown_to_who_may_read_it(scenery: Scenery) -> None:
    read = scenery.runner.run(_come(scenery.house, scenery.scene, Visit("handler", "story", "")))
    assert SECRETS[1] in read


def test_every_kind_of_way_in_is_tried(scenery: Scenery) -> None:
    kinds = {"command": "/", "words": "words "}
    assert all(any(way.startswith(begin) for _, way in DENIED) for begin in kinds.values())
    assert {"claim", "story", "sealed_read", "learn_approve", "grant_yes"} <= {way for _, way in DENIED}
