"""An officer whom a report names does not see it, in whichever way it names them."""

import pytest

from mediation.errors import NotFound, Refused
from mediation.sealed.model import Named
from mediation.sealed.reports import (
    ReportState,
    add_with_code,
    answer_sealed,
    close_sealed,
    file_sealed,
    list_sealed,
    mark_sealed,
    read_sealed,
)
from storage.sealed.store import SealedStore
from tests.builders import a_content
from tests.storage.sealed.conftest import OFFICER

SECOND, STANDS_IN = 900_419, 900_420


@pytest.fixture
async def office(store: SealedStore) -> SealedStore:
    """Two officers and one who stands in for them."""
    await store.run(lambda r: r.set_officer(OFFICER, r.today, r.today, "钱 大为"))
    await store.run(lambda r: r.set_officer(SECOND, r.today, r.today, "孙小芳"))
    await store.run(lambda r: r.set_officer(STANDS_IN, r.today, r.today, "李书记", True))
    return store


async def who_reads(store: SealedStore) -> set[int]:
    found = set()
    for one in (OFFICER, SECOND, STANDS_IN):
        if await store.run(lambda r, one=one: list_sealed(r, one)):
            found.add(one)
    return found


async def report(store: SealedStore, text: str, *about: Named) -> str:
    return await store.run(lambda r: file_sealed(r, [a_content(text)], about=about))


async def test_those_who_are_free_read_it_and_who_stands_in_does_not(office: SealedStore) -> None:
    await report(office, "队长收了回扣")
    assert await who_reads(office) == {OFFICER, SECOND}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("钱大为收了回扣", ()),
        ("有人收了回扣", (Named("钱大为"),)),
        ("有人收了回扣", (Named("某某", OFFICER),)),
    ],
)
async def test_who_is_named_sees_nothing(office: SealedStore, text: str, about: tuple[Named, ...]) -> None:
    await report(office, text, *about)
    assert await who_reads(office) == {SECOND}
    (one,) = await office.run(lambda r: r.reports())
    for act in (
        lambda r: read_sealed(r, OFFICER, one.id),
        lambda r: mark_sealed(r, OFFICER, one.id, ReportState.IN_WORK),
        lambda r: close_sealed(r, OFFICER, one.id, a_content("好了")),
    ):
        with pytest.raises(NotFound):
            await office.run(act)


async def test_where_all_are_named_it_is_read_by_who_stands_in_or_by_nobody(office: SealedStore) -> None:
    code = await report(office, "钱大为和孙小芳分了钱")
    assert await who_reads(office) == {STANDS_IN}
    await office.run(lambda r: add_with_code(r, code, a_content("李书记也在场")))
    assert await who_reads(office) == set()


async def test_a_name_in_an_answer_of_the_office_bars_nobody(office: SealedStore) -> None:
    await report(office, "队长收了回扣")
    (one,) = await office.run(lambda r: r.reports())
    await office.run(lambda r: answer_sealed(r, SECOND, one.id, a_content("请找钱大为")))
    assert await who_reads(office) == {OFFICER, SECOND}


async def test_closing_needs_an_answer_and_a_reason_and_what_marks_itself_cannot_be_marked(
    office: SealedStore,
) -> None:
    await report(office, "队长收了回扣")
    (one,) = await office.run(lambda r: r.reports())
    with pytest.raises(Refused, match="answer_first"):
        await office.run(lambda r: close_sealed(r, OFFICER, one.id, a_content("好了")))
    await office.run(lambda r: answer_sealed(r, OFFICER, one.id, a_content("查了")))
    with pytest.raises(Refused, match="reason_missing"):
        await office.run(lambda r: close_sealed(r, OFFICER, one.id, a_content(" ")))
    with pytest.raises(Refused, match="step_not_now"):
        await office.run(lambda r: mark_sealed(r, OFFICER, one.id, ReportState.CLOSED))
