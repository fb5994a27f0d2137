"""English for whoever reads English, Chinese first for everybody else."""

from bot.sandbox.shared.cast import PersonEntry
from tests.house import House
from tests.journeys import steps


def _english(house: House) -> steps.Person:
    entry = PersonEntry(id=700_001, name="Ann", language="en", pane=False)
    house.sandbox.world.add_person(entry)
    return house.sandbox.person(700_001)


async def test_a_person_whose_app_is_english_gets_english(house: House) -> None:
    ann = _english(house)
    await ann.starts()
    seen = await ann.waits_for("I am Xinqiao")
    assert seen.button("I have something to tell") or len(seen.rows) >= 4
    assert not any("我有事要说" in button.text for button in seen.buttons)


async def test_switching_the_language_is_two_presses_and_is_remembered(house: House) -> None:
    await house.zhang.starts()
    await steps.push(house.zhang, "中文 / EN")
    await steps.push(house.zhang, "English")
    await house.zhang.waits_for("I am Xinqiao")
    await house.zhang.says("/tell")
    await house.zhang.waits_for("your own words")
    again = await house.zhang.says("/start")
    seen = await house.zhang.waits_for("I am Xinqiao", after=again.id)
    await steps.push(house.zhang, "中文 / EN", message_id=seen.id)
    await house.zhang.waits_for(lambda one: one.id == seen.id and "哪种语言" in one.text)
    await steps.push(house.zhang, "中文", message_id=seen.id)
    await house.zhang.waits_for("我是信桥")


async def test_an_english_owner_and_a_chinese_mediator_each_read_their_own(house: House) -> None:
    ann = _english(house)
    await ann.says("/tell")
    window = await ann.waits_for("your own words")
    sent = await ann.says("Last month my manager at the site cut my pay, I asked HR, I want it back")
    window = await ann.waits_for(lambda seen: bool(seen.rows), after=sent.id)
    while not any(button.text.startswith("✅ File") for button in ann.last().buttons):
        choice = next(b for b in ann.last().buttons if b.data and "later" not in b.data)
        done = next((b for b in ann.last().buttons if b.data and "these" in b.data), choice)
        await ann.notice(await ann.presses(callback=done.data, message_id=window.id))
    await steps.push(ann, "File", message_id=window.id)
    receipt = await ann.waits_for("Filed", after=window.id)
    number = next(word for word in receipt.text.split() if len(word) == 9 and word[4] == "-")
    panel = await steps.claims(house, house.lawyer, number)
    assert "当事人" in panel.text
    assert "李律师" in (await ann.waits_for("has taken", after=receipt.id)).text
