"""A group that is not ours gets no word: not when the bot is added, and not on asking."""

from bot.sandbox import Person
from tests.house import House
from tests.journeys import steps

ELSEWHERE = -1007


async def elsewhere(house: House, *people: Person) -> None:
    house.sandbox.add_group(ELSEWHERE, "别的群", tuple(one.id for one in people))
    house.sandbox.people.add_bot(people[0].id, ELSEWHERE)
    await steps.settled(house)


async def test_added_to_a_foreign_group_the_bot_stays_silent(house: House) -> None:
    number = await steps.files(house.zhang)
    await elsewhere(house, house.chen, house.lawyer)
    for words in ("/start", "/whoami", "/desk", "/cases", number, f"/start {number}"):
        await house.lawyer.says(words, chat=ELSEWHERE)
    await steps.settled(house)
    assert not any(seen.from_bot for seen in house.lawyer.sees(ELSEWHERE))


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
