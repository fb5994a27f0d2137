"""Staff see likely repeats across people: numbers and states, never a name or a word; and they decide."""

from datetime import date

import pytest

from bot.sandbox import Person, Seen
from mediation.model.links import LinkKind
from mediation.model.procedure.matter import Matter
from tests.house import House
from tests.journeys import steps
from tests.journeys.related.test_filing_again import AGAIN, OTHER


async def _looks(house: House, who: Person, number: str) -> Seen:
    """The list, opened from the panel of this case."""
    panel = next(
        seen for seen in reversed(who.sees()) if number in seen.text and seen.button("可能是同一件事")
    )
    await steps.push(who, "可能是同一件事", message_id=panel.id)
    return await who.waits_for("近一年别人提的里面", after=who.last().id - 1)


async def _two(house: House) -> tuple[str, str]:
    """The same matter by two people; the second is the lawyer's."""
    first = await steps.files(house.chen, name="陈大勇")
    second = await steps.a_conversation(house, house.zhang, house.lawyer, AGAIN)
    return first, second


async def _matter(house: House, number: str, state: str, named: frozenset[int] = frozenset()) -> None:
    matter = Matter(number=number, state=state, owner_id=1, received_on=date(2026, 3, 2), named=named)
    await steps.ask(house, lambda r: r.matters.save(matter))


async def test_a_likely_repeat_of_somebody_else_is_a_number_and_not_a_story(house: House) -> None:
    first, second = await _two(house)
    shown = await _looks(house, house.lawyer, second)
    alias = (await steps.case_of(house, first)).alias
    for fact in (first, alias, "工资·加班·绩效", "待接手"):
        assert fact in shown.text
    assert "陈大勇" not in shown.text and "夜班费" not in shown.text and "老陈" not in shown.text


async def test_what_is_another_matter_is_not_listed(house: House) -> None:
    await steps.files(house.chen, OTHER)
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    assert "没有看着" in (await _looks(house, house.lawyer, number)).text


async def test_confirming_is_kept_and_shows_on_the_panel(house: House) -> None:
    first, second = await _two(house)
    shown = await _looks(house, house.lawyer, second)
    await steps.push(house.lawyer, f"{first} 是同一件", message_id=shown.id)
    await house.lawyer.waits_for("核对过，是同一件", after=shown.id - 1)
    (link,) = await steps.ask(house, lambda r: r.links.of_case(first))
    assert (link.kind, link.holds) == (LinkKind.LIKELY, True)
    await steps.push(house.lawyer, "工作台", message_id=shown.id)
    await steps.push(house.lawyer, second)
    await house.lawyer.waits_for(f"核对过，跟 {first}", after=shown.id)


async def test_what_was_rejected_is_not_listed_again(house: House) -> None:
    first, second = await _two(house)
    shown = await _looks(house, house.lawyer, second)
    await steps.push(house.lawyer, f"{first} 不是", message_id=shown.id)
    again = await house.lawyer.waits_for("没有看着", after=shown.id - 1)
    assert first not in again.text
    (link,) = await steps.ask(house, lambda r: r.links.of_case(first))
    assert not link.holds


@pytest.mark.parametrize("sealed", [True, False])
async def test_sealed_matters_and_those_about_the_handler_are_not_there(house: House, sealed: bool) -> None:
    first, second = await _two(house)
    lawyer = await steps.person_of(house, house.lawyer)
    named = frozenset[int]() if sealed else frozenset({lawyer})
    await _matter(house, first, "sealed" if sealed else "registered", named)
    assert first not in (await _looks(house, house.lawyer, second)).text
    await steps.forge(house.lawyer, f"x|likely_yes|{second}|{first}")
    assert await steps.ask(house, lambda r: r.links.of_case(first)) == []


async def test_who_does_not_work_on_the_case_cannot_look(house: House) -> None:
    first, second = await _two(house)
    await house.counsellor.starts()
    await house.counsellor.waits_for("我是信桥")
    answer = await steps.forge(house.counsellor, f"x|likely|{second}")
    assert "没有这个案件" in answer
    await steps.forge(house.counsellor, f"x|likely_yes|{second}|{first}")
    assert await steps.ask(house, lambda r: r.links.of_case(first)) == []


async def test_a_case_older_than_a_year_is_not_listed(house: House, moved_clock: object) -> None:
    first = await steps.files(house.chen)
    moved_clock.forward(days=366)  # type: ignore[attr-defined]
    second = await steps.a_conversation(house, house.zhang, house.lawyer, AGAIN)
    assert first not in (await _looks(house, house.lawyer, second)).text
