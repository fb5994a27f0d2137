"""What is half told stays in the sealed store; a code comes again until it was shown; tries are counted."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from mediation.errors import NotFound, Refused
from mediation.sealed.intake import Change, changed, file_draft, name_concerned, shown, turn_asking
from mediation.sealed.model import LetterKind, Named
from mediation.sealed.reports import find_with_code, list_sealed, look_with_code, may_try
from storage.sealed.store import SealedStore
from storage.sealed.tables import SEALED
from tests.builders import a_content
from tests.fakes.clock import Clock
from tests.fakes.vault import KEY, OTHER_KEY
from tests.storage.sealed.conftest import OFFICER

TELLER, CHAT = "7001", 7001


async def told(store: SealedStore, *texts: str) -> None:
    for at, one in enumerate(texts or ("钱主任收了八万块",)):
        await store.run(lambda r, at=at, one=one: r.drafts.add(TELLER, a_content(one), f"7001:{at}"))


async def filed(store: SealedStore) -> str:
    code = await store.run(lambda r: file_draft(r, TELLER, CHAT, "zh-CN"))
    await store.run(lambda r: shown(r, TELLER))
    return code


async def test_the_same_message_counts_once_and_follows_its_edit(store: SealedStore) -> None:
    await told(store, "一", "二")
    await store.run(lambda r: r.drafts.add(TELLER, a_content("一"), "7001:0"))
    assert await store.run(lambda r: r.drafts.edit(TELLER, a_content("改"), "7001:1"))
    assert not await store.run(lambda r: r.drafts.edit(TELLER, a_content("改"), "7001:9"))
    draft = await store.run(lambda r: name_concerned(r, TELLER, Named("钱主任", 5)))
    assert [one.text for one in draft.parts] == ["一", "改"] and draft.about == (Named("钱主任", 5),)


async def test_a_draft_is_found_under_another_key_and_names_nobody(
    store: SealedStore, opened: Callable[..., SealedStore]
) -> None:
    await told(store)
    rotated = opened(f"{KEY},{OTHER_KEY}")
    assert (await rotated.run(lambda r: r.drafts.of(TELLER))) is not None
    await rotated.run(lambda r: r.drafts.add(TELLER, a_content("又一句"), "7001:5"))
    assert len((await rotated.run(lambda r: r.drafts.of(TELLER))).parts) == 2


async def test_until_it_was_shown_the_same_code_comes_again(store: SealedStore) -> None:
    await told(store)
    code = await store.run(lambda r: file_draft(r, TELLER, CHAT, "zh-CN"))
    assert await store.run(lambda r: file_draft(r, TELLER, CHAT, "zh-CN")) == code
    await store.run(lambda r: shown(r, TELLER))
    with pytest.raises(Refused, match="nothing_told"):
        await store.run(lambda r: file_draft(r, TELLER, CHAT, "zh-CN"))
    assert len(await store.run(lambda r: list_sealed(r, OFFICER))) == 1


async def test_five_wrong_codes_an_hour_and_a_wrong_one_does_not_undo_the_count(
    store: SealedStore, clock: Clock
) -> None:
    await told(store)
    code = await filed(store)
    for _ in range(5):
        assert await store.run(lambda r: may_try(r, TELLER))
        with pytest.raises(NotFound):
            await store.run(lambda r: find_with_code(r, "1234 5678 9012 3456", TELLER))
    assert not await store.run(lambda r: may_try(r, TELLER))
    assert await store.run(lambda r: may_try(r, "somebody else"))
    clock.forward(hours=2)
    assert await store.run(lambda r: may_try(r, TELLER))
    await store.run(lambda r: find_with_code(r, code, TELLER))


async def test_without_a_yes_no_chat_is_kept_anywhere(store: SealedStore) -> None:
    await told(store)
    await filed(store)

    def rows(records: object) -> list[tuple[object, ...]]:
        connection = records._connection  # type: ignore[attr-defined]
        return [tuple(row) for one in SEALED.sorted_tables for row in connection.execute(select(one))]

    kept = await store.run(rows)
    assert not any("7001" in str(row) for row in kept)
    assert await store.run(lambda r: r.drafts.of(TELLER)) is None


async def test_who_agreed_is_asked_twice_and_stop_ends_it(store: SealedStore, clock: Clock) -> None:
    await told(store)
    await store.run(lambda r: turn_asking(r, TELLER))
    code = await filed(store)
    assert await store.run(lambda r: r.letters.due()) == []
    clock.forward(days=30)
    (first,) = await store.run(lambda r: r.letters.due())
    assert (first.kind, first.chat, first.days) == (LetterKind.CHANGED, CHAT, 30)
    with pytest.raises(NotFound):
        await store.run(lambda r: changed(r, first.id, CHAT + 1, Change.NO, "没有"))
    await store.run(lambda r: changed(r, first.id, CHAT, Change.NO, "没有变化"))
    assert (await store.run(lambda r: look_with_code(r, code)))[-1].content.text == "没有变化"
    clock.forward(days=60)
    (second,) = await store.run(lambda r: r.letters.due())
    await store.run(lambda r: changed(r, second.id, CHAT, Change.STOP, "不用"))
    assert await store.run(lambda r: r.letters.due()) == []
