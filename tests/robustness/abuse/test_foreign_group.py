"""A group that is not ours gets one kind sentence; the bot leaves it, and is silent until then."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramMigrateToChat
from aiogram.methods import SendChatAction

from bot.sandbox import Person, Seen
from tests.house import House
from tests.journeys import steps

ELSEWHERE = -1007


async def elsewhere(house: House, *people: Person) -> None:
    """It is in that group from an earlier time."""
    house.sandbox.add_group(ELSEWHERE, "别的群", tuple(one.id for one in people))
    await steps.settled(house)


async def added_elsewhere(house: House, *people: Person) -> list[Seen]:
    """Somebody takes it into that group; what it says there."""
    await elsewhere(house, *people)
    house.sandbox.people.add_bot(people[0].id, ELSEWHERE)
    await steps.settled(house)
    return [seen for seen in people[0].sees(ELSEWHERE) if seen.from_bot and seen.text]


def is_in(house: House, group: int) -> bool:
    world = house.sandbox.world
    return world.bot["id"] in world.chats[group].members


async def test_added_to_a_foreign_group_the_bot_stays_silent(house: House) -> None:
    number = await steps.files(house.zhang)
    await elsewhere(house, house.chen, house.lawyer)
    for words in ("/start", "/whoami", "/desk", "/cases", number, f"/start {number}"):
        await house.lawyer.says(words, chat=ELSEWHERE)
    await steps.settled(house)
    assert not any(seen.from_bot for seen in house.lawyer.sees(ELSEWHERE))


async def test_added_to_a_foreign_group_it_says_one_kind_sentence_and_leaves(house: House) -> None:
    number = await steps.files(house.zhang)
    (said,) = await added_elsewhere(house, house.chen)
    assert "私聊我" in said.text and not said.rows
    assert not any(word in said.text for word in (number, str(house.group), "案", "调解", "举报"))
    assert not is_in(house, ELSEWHERE) and is_in(house, house.group)


async def test_where_it_may_not_write_it_leaves_without_a_word(house: House) -> None:
    house.sandbox.faults.add("error", method="sendMessage", chat_id=ELSEWHERE, status=403)
    assert await added_elsewhere(house, house.chen) == []
    assert not is_in(house, ELSEWHERE)


async def test_it_leaves_although_the_line_breaks_and_says_its_sentence_once(
    house: House, no_pauses: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.dialogs.updates.retry_after.TRIES", 1)
    house.sandbox.faults.add("error", method="leaveChat")
    assert len(await added_elsewhere(house, house.chen)) == 1
    assert not is_in(house, ELSEWHERE)


async def test_taken_into_our_own_group_again_it_stays(house: House) -> None:
    house.sandbox.people.remove_bot(house.lawyer.id, house.group)
    house.sandbox.people.add_bot(house.lawyer.id, house.group)
    await steps.settled(house)
    assert is_in(house, house.group)


async def test_our_own_group_under_a_new_number_is_not_left(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def moved(bot: Bot, chat: int, action: str) -> bool:
        method = SendChatAction(chat_id=chat, action=action)
        raise TelegramMigrateToChat(method, "upgraded to a supergroup", ELSEWHERE)

    monkeypatch.setattr(Bot, "send_chat_action", moved)
    assert await added_elsewhere(house, house.chen) == []
    assert is_in(house, ELSEWHERE)


async def test_in_our_group_whoami_shows_the_group_and_nobodys_number_or_duty(house: House) -> None:
    await house.lawyer.says("/whoami", chat=house.group)
    shown = await house.lawyer.waits_for("这个群的编号", chat=house.group)
    assert str(house.group) in shown.text
    assert str(house.lawyer.id) not in shown.text and "律师" not in shown.text


async def test_cards_go_to_our_group_alone(house: House) -> None:
    await elsewhere(house, house.lawyer, house.chen)
    number = await steps.files(house.zhang)
    await steps.card(house, number)
    await steps.settled(house)
    assert not any(seen.from_bot for seen in house.chen.sees(ELSEWHERE))
