"""The same use cases in memory and on both databases: the fake cannot drift from the real store."""

from typing import Any

import pytest

from mediation.cases import filing, moves
from mediation.errors import NotFound, Refused, Stale
from mediation.messages import talk
from mediation.model.cases.content import Privacy
from tests.builders import (
    ANOTHER_EMPLOYEE,
    CODE,
    COUNSELLOR,
    LAWYER,
    OWNER,
    SUPERVISOR,
    UNION,
    a_case,
    a_content,
    a_picture,
    a_place,
)
from tests.fakes.clock import Clock
from tests.fakes.story import SUPERVISOR_AFTER, Story


async def filed(store: Any, *texts: str, **fields: Any) -> str:
    return await store.run(lambda r: Story(r).file(*texts, **fields))


async def pull(store: Any, number: str, *args: Any, **intent: Any) -> Any:
    return await store.run(lambda r: Story(r, number).pull(*args, **intent))


async def look(store: Any, number: str, what: Any) -> Any:
    return await store.run(lambda r: what(Story(r, number)))


async def test_a_filed_case_can_be_read_back(store: Any) -> None:
    number = await filed(store, "第一句", "第二句", more_categories=["leave"], sensitive=True)
    case = await look(store, number, lambda s: s.case)
    assert (case.number, case.state, case.more_categories, case.sensitive) == (
        number,
        "submitted",
        "leave",
        True,
    )
    said = await store.run(lambda r: r.talk.of_case(number))
    assert [one.content.text for one in said] == ["第一句", "第二句"]
    assert await store.run(lambda r: r.cases.account(number)) == {"when": "今年一月起"}


async def test_times_come_back_as_they_went_in(store: Any, clock: Clock) -> None:
    number = await filed(store)
    case = await look(store, number, lambda s: s.case)
    (event,) = await look(store, number, lambda s: s.history)
    assert case.filed_at == event.at == clock()
    assert case.filed_at.tzinfo is not None


async def test_names_and_codes_are_kept_apart_from_the_case(store: Any) -> None:
    named, anonymous = await filed(store, name="王芳"), await filed(store)
    assert await store.run(lambda r: (r.cases.name(named), r.cases.code_hash(named))) == ("王芳", None)
    assert await store.run(lambda r: (r.cases.name(anonymous), r.cases.code_hash(anonymous))) == (
        None,
        CODE.hashed,
    )


async def test_the_whole_life_of_a_case_leaves_the_same_history(store: Any) -> None:
    number = await filed(store)
    await pull(store, number, "claim", LAWYER)
    await pull(store, number, "record_result", LAWYER, result="补发")
    await store.run(lambda r: moves.result_delivered(r, number))
    await pull(store, number, "rate", OWNER, rating=1)
    await pull(store, number, "close", SUPERVISOR, reason="已核实")
    await pull(store, number, "not_solved", OWNER, reason="没有")
    await pull(store, number, "withdraw", OWNER)
    history = await look(store, number, lambda s: s.history)
    assert [(e.trigger, e.to_state, e.actor_id, str(e.actor_role), e.reason) for e in history] == [
        ("file", "submitted", OWNER, "owner", ""),
        ("claim", "claimed", LAWYER.person_id, "mediator", ""),
        ("record_result", "resolved", LAWYER.person_id, "handler", ""),
        ("rate", "second_look", OWNER, "owner", ""),
        ("close", "closed", SUPERVISOR.person_id, "supervisor", "已核实"),
        ("not_solved", "reopened", OWNER, "owner", "没有"),
        ("withdraw", "withdrawn", OWNER, "owner", ""),
    ]


async def test_the_letters_of_a_claim_are_the_same(store: Any) -> None:
    number = await filed(store)
    await pull(store, number, "claim", LAWYER)
    assert await look(store, number, lambda s: s.kinds(OWNER)) == ["receipt", "claimed"]
    assert await look(store, number, lambda s: s.kinds(LAWYER)) == ["panel", "relay"]
    assert await look(store, number, lambda s: s.kinds(None)) == ["card"]


async def test_a_refused_move_leaves_nothing_behind(store: Any) -> None:
    number = await filed(store)

    def half_done(records: Any) -> None:
        Story(records, number).pull("claim", LAWYER)
        Story(records, number).pull("rate", OWNER, rating=5)

    with pytest.raises(Refused, match="wrong_state"):
        await store.run(half_done)
    assert (await look(store, number, lambda s: s.case)).state == "submitted"
    assert await look(store, number, lambda s: (len(s.history), s.kinds(LAWYER))) == (1, [])


async def test_an_unknown_number_is_not_found(store: Any) -> None:
    with pytest.raises(NotFound):
        await store.run(lambda r: r.cases.get("ZZZZ-ZZZZ"))
    with pytest.raises(NotFound):
        await store.run(lambda r: r.talk.get(999))
    assert await store.run(lambda r: r.cases.is_free("ZZZZ-ZZZZ"))


async def test_two_writers_of_one_case_do_not_overwrite_each_other(store: Any) -> None:
    await store.run(lambda r: r.cases.add(a_case()))
    first = await store.run(lambda r: r.cases.get("K7QF-2MRD"))
    second = first.model_copy()
    await store.run(lambda r: r.cases.save(first))
    with pytest.raises(Stale):
        await store.run(lambda r: r.cases.save(second))
    assert (await store.run(lambda r: r.cases.get("K7QF-2MRD"))).version == 1


async def test_the_same_place_is_the_same_message(store: Any) -> None:
    number, place = await filed(store), a_place()
    first = await look(store, number, lambda s: s.add("补充", place))
    again = await look(store, number, lambda s: s.add("补充", place))
    assert again.id == first.id
    assert (await store.run(lambda r: r.talk.at(place))).id == first.id


async def test_a_note_is_published_once(store: Any) -> None:
    number = await filed(store)
    await pull(store, number, "claim", LAWYER)
    said = await look(store, number, lambda s: s.note(LAWYER, "请发工资条"))
    assert len(await look(store, number, lambda s: s.relay(LAWYER, said))) == 1
    assert await look(store, number, lambda s: s.relay(LAWYER, said)) == []
    assert (await store.run(lambda r: r.talk.get(said.id))).privacy is Privacy.PUBLIC


async def test_an_edit_keeps_the_album_it_belongs_to(store: Any) -> None:
    number, place = await filed(store), a_place()
    said = await look(store, number, lambda s: s.add(a_picture("album-1", "旧"), place))
    await store.run(lambda r: talk.edited(r, OWNER, place, a_content("新", kind="photo", file="f")))
    content = (await store.run(lambda r: r.talk.get(said.id))).content
    assert (content.text, content.album) == ("新", "album-1")


async def test_formatting_and_files_come_back_as_they_went_in(store: Any) -> None:
    entities = [{"type": "bold", "offset": 0, "length": 2}]
    content = a_content(
        "工资🙂\u200b\u202e", kind="document", entities=entities, file="F1", file_name="条.pdf"
    )
    number, place = await filed(store), a_place()
    said = await look(store, number, lambda s: s.add(content, place))
    assert (await store.run(lambda r: r.talk.get(said.id))).content == content


async def test_the_claim_clock_rings_in_two_stages(store: Any, clock: Clock) -> None:
    number = await filed(store)
    for _ in range(2):
        clock.forward(days=1)
        assert [due[0] for due in await store.run(lambda r: r.clocks.due(clock()))] == [number]
        await store.run(lambda r: moves.claim_overdue(r, number, SUPERVISOR_AFTER))
    assert await store.run(lambda r: r.clocks.due(clock.forward(days=9))) == []
    assert await look(store, number, lambda s: s.kinds(SUPERVISOR)) == ["unclaimed_supervisor"]


async def test_tries_are_counted_within_the_last_hour(store: Any, clock: Clock) -> None:
    def attempt(records: Any) -> str:
        return filing.code_kept_for(records, ANOTHER_EMPLOYEE, "ZZZZ-ZZZZ")

    for _ in range(5):
        await store.run(attempt)
    with pytest.raises(Refused, match="too_many_tries"):
        await store.run(attempt)
    clock.forward(hours=1, seconds=1)
    assert await store.run(attempt) == filing.NO_CODE


async def test_a_case_moves_to_another_account(store: Any) -> None:
    number = await filed(store)
    await store.run(lambda r: filing.take_to_this_account(r, ANOTHER_EMPLOYEE, number))
    assert (await look(store, number, lambda s: s.case)).owner_id == ANOTHER_EMPLOYEE
    assert await look(store, number, lambda s: s.kinds(OWNER)) == ["moved_away"]


async def test_colleagues_are_those_who_are_active(store: Any) -> None:
    await store.run(lambda r: r.people.set_staff(UNION.model_copy(update={"active": False})))
    names = [member.name for member in await store.run(lambda r: r.people.colleagues())]
    assert sorted(names) == sorted([LAWYER.name, COUNSELLOR.name, SUPERVISOR.name])
    assert await store.run(lambda r: r.people.staff(LAWYER.person_id)) == LAWYER
    assert await store.run(lambda r: r.people.staff(OWNER)) is None


async def test_an_album_shares_one_letter_for_each_reader(store: Any) -> None:
    number = await filed(store)
    await pull(store, number, "claim", LAWYER)
    pictures = [await look(store, number, lambda s: s.add(a_picture("album-1"))) for _ in range(3)]
    letters = await look(store, number, lambda s: s.told(LAWYER))
    assert [letter.kind for letter in letters] == ["panel", "relay", "relay_album"]
    assert letters[-1].facts == {"said_id": pictures[-1].id, "album": "album-1"}
