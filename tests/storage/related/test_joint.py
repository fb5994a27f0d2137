"""Co-signing: once each, taken back at will, five at most come for all; nobody learns a name."""

import asyncio
from datetime import date
from typing import Any

import pytest

from mediation.errors import NotFound, Refused
from mediation.model.joint import REPRESENTATIVES
from mediation.model.procedure.matter import Matter
from mediation.related.repeats import linked
from mediation.related.signing import (
    CODE_TRIES_PER_HOUR,
    STATEMENT_LIMIT,
    count_code_try,
    for_staff,
    join_code,
    link_own,
    open_joint,
    read_code,
    sign,
    signed_cases,
    stand,
    standing,
    take_back,
)
from storage.unit_of_work.database import Database
from tests.builders import ANOTHER_EMPLOYEE, LAWYER, OWNER
from tests.fakes.clock import Clock
from tests.fakes.story import Story

WORDS = "夜班费三个月没有发，请一起补上"
SIGNERS = range(501, 501 + 6)


async def _joint(store: Any) -> tuple[str, str]:
    number = str(await store.run(lambda r: Story(r).file()))
    joint = await store.run(lambda r: open_joint(r, OWNER, number, f" {WORDS} "))
    return number, joint.code


async def _signs(store: Any, code: str, *people: int) -> Any:
    for person in people:
        last = await store.run(lambda r, p=person: sign(r, p, code))
    return last


async def _refused(store: Any, work: Any) -> str:
    with pytest.raises(Refused) as refusal:
        await store.run(work)
    return refusal.value.code


def test_a_code_is_read_as_it_is_typed_and_is_no_case_number() -> None:
    assert read_code("ｋ7qf2 mrd3x") == "K7QF2-MRD3X"
    assert read_code("K7QF-2MRD") is None
    assert read_code(join_code()) is not None


async def test_opening_twice_keeps_the_words_and_the_code(store: Any) -> None:
    number, code = await _joint(store)
    again = await store.run(lambda r: open_joint(r, OWNER, number, "别的话"))
    assert (again.code, again.statement) == (code, WORDS)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "statement_length"),
        ("字" * (STATEMENT_LIMIT + 1), "statement_length"),
        ("字" * STATEMENT_LIMIT, ""),
    ],
)
async def test_the_limit_of_the_words_is_alive(store: Any, words: str, code: str) -> None:
    number = await store.run(lambda r: Story(r).file())
    if code:
        assert await _refused(store, lambda r: open_joint(r, OWNER, number, words)) == code
    else:
        await store.run(lambda r: open_joint(r, OWNER, number, words))


async def test_only_the_owner_makes_a_case_joint(store: Any) -> None:
    number = await store.run(lambda r: Story(r).file())
    with pytest.raises(NotFound):
        await store.run(lambda r: open_joint(r, ANOTHER_EMPLOYEE, number, WORDS))


async def test_each_person_is_counted_once_and_the_owner_hears_numbers_only(store: Any) -> None:
    number, code = await _joint(store)
    seen = await _signs(store, code, 501, 501, 502)
    assert (seen.count, seen.signed) == (2, True)
    told = [x for x in await store.run(lambda r: Story(r, number).told(OWNER)) if x.kind == "joint_signed"]
    assert [letter.facts for letter in told] == [{"count": 2}]


async def test_the_owner_and_those_who_work_on_it_do_not_sign(store: Any) -> None:
    number, code = await _joint(store)
    await store.run(lambda r: Story(r, number).pull("claim", LAWYER))
    assert await _refused(store, lambda r: sign(r, OWNER, code)) == "joint_own"
    assert await _refused(store, lambda r: sign(r, LAWYER.person_id, code)) == "joint_handles"
    assert (await store.run(lambda r: standing(r, OWNER, number))).count == 0


async def test_an_owner_by_another_account_is_not_counted_as_a_signer(store: Any) -> None:
    number, code = await _joint(store)
    await _signs(store, code, 501, 502)
    await store.run(lambda r: r.cases.save(r.cases.get(number).model_copy(update={"owner_id": 501})))
    assert (await store.run(lambda r: standing(r, 501, number))).count == 1


async def test_a_signature_can_be_taken_back_and_given_again(store: Any) -> None:
    number, code = await _joint(store)
    await _signs(store, code, 501, 502)
    await store.run(lambda r: stand(r, 501, number, True))
    await store.run(lambda r: take_back(r, 501, number))
    seen = await store.run(lambda r: standing(r, OWNER, number))
    assert (seen.count, seen.representatives) == (1, 0)
    assert [c.number for c in await store.run(lambda r: signed_cases(r, 501))] == []
    with pytest.raises(NotFound):
        await store.run(lambda r: take_back(r, 501, number))
    assert (await _signs(store, code, 501)).count == 2


async def test_five_come_for_all_and_the_sixth_is_refused(store: Any) -> None:
    number, code = await _joint(store)
    await _signs(store, code, *SIGNERS)
    for person in (OWNER, *SIGNERS[: REPRESENTATIVES - 1]):
        seen = await store.run(lambda r, p=person: stand(r, p, number, True))
    assert (seen.representatives, seen.represents) == (REPRESENTATIVES, True)
    await store.run(lambda r: stand(r, OWNER, number, True))  # stands already
    sixth = SIGNERS[-1]
    assert await _refused(store, lambda r: stand(r, sixth, number, True)) == "five_representatives"
    await store.run(lambda r: stand(r, OWNER, number, False))
    assert (await store.run(lambda r: stand(r, sixth, number, True))).represents


async def test_two_who_stand_for_the_last_place_at_once_are_not_both_taken(database: Database) -> None:
    number, code = await _joint(database)
    await _signs(database, code, *SIGNERS)
    for person in SIGNERS[: REPRESENTATIVES - 1]:
        await database.run(lambda r, p=person: stand(r, p, number, True))
    both = [database.run(lambda r, p=person: stand(r, p, number, True)) for person in SIGNERS[-2:]]
    ends = await asyncio.gather(*both, return_exceptions=True)
    assert sum(isinstance(end, Refused) for end in ends) == 1
    assert len(await database.run(lambda r: r.joints.representatives(number))) == REPRESENTATIVES


async def test_nobody_else_stands_or_looks(store: Any) -> None:
    number, _ = await _joint(store)
    for work in (lambda r: stand(r, 501, number, True), lambda r: standing(r, 501, number)):
        with pytest.raises(NotFound):
            await store.run(work)


async def test_the_limit_of_tries_is_alive(store: Any, clock: Clock) -> None:
    for _ in range(CODE_TRIES_PER_HOUR):
        await store.run(lambda r: count_code_try(r, 501))
    assert await _refused(store, lambda r: count_code_try(r, 501)) == "too_many_tries"
    clock.forward(hours=2)
    await store.run(lambda r: count_code_try(r, 501))


@pytest.mark.parametrize(("state", "named"), [("sealed", frozenset[int]()), ("accepted", frozenset({501}))])
async def test_what_is_sealed_or_about_somebody_is_no_code_for_them(
    store: Any, state: str, named: frozenset[int]
) -> None:
    number, code = await _joint(store)
    matter = Matter(number=number, state=state, owner_id=OWNER, received_on=date(2026, 3, 2), named=named)
    await store.run(lambda r: r.matters.add(matter))
    assert await _refused(store, lambda r: sign(r, 501, code)) == "join_code_unknown"


async def test_what_is_over_is_not_signed_any_more(store: Any) -> None:
    number, code = await _joint(store)
    await store.run(lambda r: Story(r, number).pull("withdraw", OWNER))
    assert await _refused(store, lambda r: sign(r, 501, code)) == "joint_is_over"


async def test_a_signer_can_link_a_case_of_their_own(store: Any) -> None:
    number, code = await _joint(store)
    own = await store.run(lambda r: Story(r).file(owner=501))
    with pytest.raises(NotFound):
        await store.run(lambda r: link_own(r, 501, number, own))
    await _signs(store, code, 501)
    await store.run(lambda r: link_own(r, 501, number, own))
    assert [one.case.number for one in await store.run(lambda r: linked(r, own, 501))] == [number]


async def test_the_panel_counts_and_does_not_name(store: Any) -> None:
    number, code = await _joint(store)
    await _signs(store, code, 501)
    case = await store.run(lambda r: r.cases.get(number))
    seen = await store.run(lambda r: for_staff(r, case))
    assert seen is not None and (seen.count, seen.representatives) == (1, 0)
