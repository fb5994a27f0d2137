"""The worker of the outbox keeps the order of each chat and lets nobody pay for somebody else's trouble."""

import asyncio

import pytest

from bot.outbound.sender import Rejected, TryLater
from tests.bot.outbound.conftest import ELSE_CHAT, OWNER_CHAT, Office


def seen(office: Office, chat: int = OWNER_CHAT) -> str:
    """The one-letter texts in the order in which they stand in the chat."""
    return "".join(mark for text in office.sender.texts(chat) for mark in "①②③④⑤" if mark in text)


async def test_letters_to_one_chat_arrive_in_the_order_in_which_they_were_posted(office: Office) -> None:
    await office.say("①", "②", "③", "④", "⑤")
    await office.deliver()
    assert seen(office) == "①②③④⑤"
    assert {row[1] for row in await office.rows()} == {"sent"}


async def test_a_wait_that_telegram_asks_for_keeps_the_order(office: Office) -> None:
    office.sender.trouble(OWNER_CHAT, TryLater("429", 20))
    await office.say("①", "②", "③")
    await office.deliver()
    assert seen(office) == ""
    office.clock.forward(seconds=20)
    await office.deliver()
    assert seen(office) == "①②③"


async def test_what_is_posted_during_a_wait_does_not_overtake(office: Office) -> None:
    office.sender.trouble(OWNER_CHAT, TryLater("429", 20))
    await office.say("①")
    await office.deliver()
    office.clock.forward(seconds=10)
    await office.say("②")
    await office.say("③", to=office.someone)
    await office.deliver()
    assert (seen(office), seen(office, ELSE_CHAT)) == ("", "③")
    office.clock.forward(seconds=10)
    await office.deliver()
    assert seen(office) == "①②"


async def test_one_chat_in_trouble_keeps_nobody_else_waiting(office: Office) -> None:
    office.sender.trouble(OWNER_CHAT, TryLater("line"))
    await office.say("①", "②")
    await office.say("③", to=office.someone)
    await office.deliver()
    assert (seen(office), seen(office, ELSE_CHAT)) == ("", "③")


async def test_a_slow_chat_keeps_nobody_else_waiting(office: Office) -> None:
    gate = office.sender.hold(OWNER_CHAT)
    await office.say("①", "②")
    await office.say("③", to=office.someone)
    delivering = asyncio.create_task(office.deliver())
    while not seen(office, ELSE_CHAT):
        await asyncio.sleep(0)
    assert (seen(office), seen(office, ELSE_CHAT)) == ("", "③")
    gate.set()
    await delivering
    assert seen(office) == "①②"


async def test_one_blocked_person_silences_nobody_else(office: Office) -> None:
    office.sender.blocked.add(OWNER_CHAT)
    await office.say("①", "②")
    await office.say("③", to=office.someone)
    await office.deliver()
    assert (seen(office), seen(office, ELSE_CHAT)) == ("", "③")
    assert [row[1] for row in await office.rows()][:3] == ["unreachable", "unreachable", "sent"]


async def test_the_case_of_a_blocked_owner_shows_it_once(office: Office) -> None:
    await office.claimed()
    office.sender.blocked.add(OWNER_CHAT)
    await office.say("①", "②")
    await office.deliver()
    assert (await office.story(lambda s: s.case)).owner_unreachable
    kinds = [row[0] for row in await office.rows()]
    assert kinds.count("owner_unreachable") == 1


async def test_a_refused_letter_is_not_tried_again_and_the_next_one_goes(office: Office) -> None:
    office.sender.trouble(OWNER_CHAT, Rejected("can't parse entities"))
    await office.say("①", "②")
    await office.deliver()
    assert seen(office) == "②"
    assert [row[1] for row in await office.rows()] == ["failed", "sent"]


async def test_trouble_on_the_line_is_given_up_after_so_many_tries(office: Office) -> None:
    office.sender.trouble(OWNER_CHAT, *(TryLater("line") for _ in range(3)))
    await office.say("①", "②")
    for _ in range(3):
        await office.deliver()
        office.clock.forward(minutes=10)
    await office.deliver()
    assert [row[1] for row in await office.rows()] == ["failed", "sent"]
    assert len(office.sender.calls) == 4


async def test_a_429_is_never_a_reason_to_give_up(office: Office) -> None:
    office.sender.trouble(OWNER_CHAT, *(TryLater("429", 30) for _ in range(9)))
    await office.say("①")
    for _ in range(10):
        await office.deliver()
        office.clock.forward(seconds=30)
    assert seen(office) == "①"


async def test_an_unexpected_failure_ends_one_letter_only(office: Office) -> None:
    office.sender.trouble(OWNER_CHAT, RuntimeError("a bug"))
    await office.say("①", "②")
    await office.deliver()
    assert seen(office) == "②"


@pytest.mark.parametrize("facts", [{}, {"said_id": None}, {"said_id": "x"}, {"said_id": 404}])
async def test_a_letter_that_cannot_be_written_stops_nobody(office: Office, facts: dict[str, object]) -> None:
    await office.file()
    await office.post("relay", office.owner, case_number=office.number, facts=facts)
    await office.say("②")
    await office.deliver()
    assert seen(office) == "②"
    assert [row[1] for row in await office.rows()] == ["failed", "sent"]


async def test_no_more_chats_at_once_than_allowed(office: Office) -> None:
    chats = range(9100, 9140)
    people = await office.do(lambda r: [r.people.meet(chat, r.now) for chat in chats])
    for person in people:
        await office.say("①", to=person)
    await office.deliver(office.new_worker(at_once=5))
    assert office.sender.most_at_once == 5
    assert all(seen(office, chat) == "①" for chat in chats)


async def test_one_long_story_leaves_room_for_the_others(office: Office) -> None:
    gate = office.sender.hold(OWNER_CHAT)
    await office.say(*["①"] * 40)
    await office.say("③", to=office.someone)
    await office.outbox_worker._take_due()
    while not seen(office, ELSE_CHAT):
        await asyncio.sleep(0)
    gate.set()
    await office.deliver()
    assert seen(office) == "①" * 40
