"""What the sealed store sends itself: at its hour, once, and with nothing in it that tells anything."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.outbound.outgoing import Words
from bot.outbound.sealed_worker import SealedWorker
from bot.outbound.sender import TryLater, Unreachable
from bot.wording.catalogue import Wording
from mediation.sealed.model import LetterKind, Officer, SealedLetter
from mediation.sealed.reports import file_sealed
from mediation.sealed.roster import end_service, enter_or_ask
from mediation.sealed.transfer import Traces, copy_in, let_go
from storage.database.engine import open_engine
from storage.sealed.store import SealedStore
from storage.vault.keys import read_keys
from tests.builders import a_content
from tests.fakes.clock import Clock
from tests.fakes.proceedings import CHINA
from tests.fakes.sender import FakeSender
from tests.fakes.vault import OTHER_KEY

OFFICERS = (3005, 3006)
TELLER = 1001


class Room:
    """The store, its post and what it sent."""

    def __init__(self, store: SealedStore, clock: Clock) -> None:
        self.store, self.clock, self.sender, self.decoy = store, clock, FakeSender(), False
        self.post = SealedWorker(store, self.sender, Wording(), clock, CHINA, decoy_day=lambda: self.decoy)  # type: ignore[arg-type]

    async def report(self, text: str = "队长收了回扣") -> None:
        await self.store.run(lambda r: file_sealed(r, [a_content(text)]))

    def at(self, hour: int) -> None:
        here = self.clock().astimezone(CHINA)
        self.clock.forward(hours=hour - here.hour)


@pytest.fixture
async def room(tmp_path: Path, clock: Clock) -> Iterator[Room]:  # type: ignore[misc]
    store = SealedStore(open_engine(f"sqlite:///{tmp_path / 's.db'}"), read_keys(OTHER_KEY), clock, CHINA)
    for one in OFFICERS:
        last = clock().date() + timedelta(days=365)
        await store.run(lambda r, one=one, last=last: r.set_officer(one, r.today, last, f"名字{one}"))
    yield Room(store, clock)
    store.close()


async def test_all_officers_get_the_same_word_once_a_day_after_its_hour(room: Room) -> None:
    room.at(9)
    await room.report("名字3005 收了回扣")
    await room.post.round()
    assert room.sender.calls == []
    room.at(11)
    await room.post.round()
    await room.report()
    await room.post.round()
    said = [(chat, outgoing.html) for chat, outgoing in room.sender.calls if isinstance(outgoing, Words)]
    assert {chat for chat, _ in said} == set(OFFICERS), "whoever is named learns nothing from a silence"
    assert len(said) == 2 and len({html for _, html in said}) == 1
    room.clock.forward(days=1)
    await room.post.round()
    assert len(room.sender.calls) == 4, "what came after the word waits for the next day"
    room.clock.forward(days=1)
    await room.post.round()
    assert len(room.sender.calls) == 4, "no news"


async def test_on_a_day_without_news_a_drill_says_the_very_same(room: Room) -> None:
    room.at(11)
    await room.report()
    await room.post.round()
    room.clock.forward(days=1)
    room.decoy = True
    await room.post.round()
    (before, _, after, _) = (outgoing for _, outgoing in room.sender.calls)
    assert before == after


async def test_a_code_goes_at_once_and_again_after_trouble_and_then_it_is_kept_nowhere(room: Room) -> None:
    room.at(3)
    room.sender.trouble(TELLER, TryLater("a broken line"))
    await room.store.run(
        lambda r: copy_in(r, "K7QF-2MRD", [a_content()], (), (TELLER, "zh-CN"), Traces(card=(-100, 7)))
    )
    await room.store.run(lambda r: let_go(r, "K7QF-2MRD"))
    await room.post.round()
    assert room.sender.texts(TELLER) == []
    await room.post.round()
    (text,) = room.sender.texts(TELLER)
    assert "取件码" in text
    assert any("收起来" in one for one in room.sender.texts(-100))
    assert await room.store.run(lambda r: r.letters.due()) == []


async def test_who_cannot_be_reached_is_tried_again_the_next_day(room: Room) -> None:
    room.at(11)
    room.sender.trouble(TELLER, Unreachable("blocked"))
    letter = SealedLetter("", LetterKind.CHANGED, "r", TELLER, days=30)
    await room.store.run(lambda r: r.letters.add(letter, r.today))
    await room.post.round()
    await room.post.round()
    assert len([one for one in room.sender.calls if one[0] == TELLER]) == 1
    room.clock.forward(days=1)
    await room.post.round()
    assert len(room.sender.texts(TELLER)) == 1


async def test_an_unanswered_question_and_an_untouched_draft_are_forgotten(room: Room) -> None:
    room.at(11)
    letter = SealedLetter("", LetterKind.CHANGED, "r", TELLER, days=30)
    key = await room.store.run(lambda r: r.letters.add(letter, r.today))
    await room.store.run(lambda r: r.drafts.add(str(TELLER), a_content(), "1"))
    await room.post.round()
    room.clock.forward(days=31)
    await room.post.round()
    assert await room.store.run(lambda r: r.letters.get(key)) is None
    assert await room.store.run(lambda r: r.drafts.of(str(TELLER))) is None


async def test_a_change_of_the_roster_is_told_at_once_in_one_sentence_without_a_name(room: Room) -> None:
    room.at(3)
    await room.store.run(lambda r: end_service(r, OFFICERS[0]))
    await room.post.round()
    await room.post.round()
    said = {chat: room.sender.texts(chat) for chat in OFFICERS}
    assert all(len(texts) == 1 and "名单刚有变动" in texts[0] for texts in said.values()), "the ended one too"
    assert said[OFFICERS[0]] == said[OFFICERS[1]] and "名字" not in said[OFFICERS[0]][0]


async def test_a_wish_is_roused_for_in_the_usual_word_and_in_no_other(room: Room) -> None:
    room.at(11)
    wanted = Officer(3007, "名字3007")
    await room.store.run(lambda r: enter_or_ask(r, wanted, r.today, r.today + timedelta(days=9)))
    (wish,) = await room.store.run(lambda r: r.pending_entries.all())
    await room.post.round()
    assert {chat for chat, _ in room.sender.calls} == set(OFFICERS)
    assert all("有新的保密事项" in text for chat in OFFICERS for text in room.sender.texts(chat))
    room.clock.forward(days=8)
    await room.post.round()
    assert not await room.store.run(lambda r: r.pending_entries.take(wish.id)), (
        "and forgotten when it has lapsed"
    )
