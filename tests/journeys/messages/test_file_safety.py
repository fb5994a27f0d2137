"""Documents: an original picture is asked about, programs wait for a press, macros come marked."""

from bot.sandbox import Person, Seen
from tests.house import House
from tests.journeys import steps


def _has_file(who: Person, name: str) -> list[Seen]:
    return [
        seen
        for seen in who.sees()
        if seen.from_bot and seen.raw.get("document", {}).get("file_name", "") == name
    ]


async def test_an_original_picture_is_asked_about_before_it_goes_on(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.sends("document", name="IMG_7.jpg")
    asked = await house.zhang.waits_for("拍摄的位置")
    await steps.settled(house)
    assert not _has_file(house.lawyer, "IMG_7.jpg")
    assert "照原样" in await steps.push(house.zhang, "照样发", message_id=asked.id)
    await house.lawyer.waits_for(lambda seen: "document" in seen.raw)


async def test_who_prefers_a_photo_has_sent_nothing(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    before = len(await steps.ask(house, lambda r: r.talk.of_case(number)))
    await house.zhang.sends("document", name="IMG_8.png")
    asked = await house.zhang.waits_for("拍摄的位置")
    assert "照片" in await steps.push(house.zhang, "换成照片发", message_id=asked.id)
    await steps.settled(house)
    assert len(await steps.ask(house, lambda r: r.talk.of_case(number))) == before


async def test_in_a_draft_it_can_be_taken_out_again(house: House) -> None:
    await steps.tells(house.zhang, "队长扣了钱")
    await house.zhang.sends("document", name="IMG_9.jpg")
    asked = await house.zhang.waits_for("先收进草稿了")
    await steps.push(house.zhang, "换成照片发", message_id=asked.id)
    person = await steps.person_of(house, house.zhang)
    draft = await steps.ask(house, lambda r: r.drafts.get(person))
    assert draft is not None and [content.kind for content, _ in draft.parts] == ["text"]


async def test_a_program_waits_until_the_mediator_asks_for_it(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.sends("document", name="工资条.pdf.exe")
    held = await house.lawyer.waits_for("没有转给您")
    assert not _has_file(house.lawyer, "工资条.pdf.exe") and "工资条.pdf.exe" in held.text
    await steps.push(house.lawyer, "我知道，还是要收", message_id=held.id)
    await house.lawyer.waits_for(lambda seen: "document" in seen.raw)


async def test_nobody_else_can_fetch_it(house: House) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.sends("document", name="材料.zip")
    await house.lawyer.waits_for("压缩包")
    (*_, said) = await steps.ask(house, lambda r: r.talk.of_case(number))
    await house.chen.starts()
    await house.chen.waits_for("我是信桥")
    assert "没有这个案件" in await steps.forge(house.chen, f"x|take_file|{number}|{said.id}")


async def test_a_macro_file_comes_with_a_warning_and_a_plain_one_without(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await house.zhang.sends("document", name="考勤.xlsm", caption="这是考勤")
    marked = await house.lawyer.waits_for("可能带宏")
    assert marked.text.startswith("这是考勤")
    await house.zhang.sends("document", name="考勤.pdf")
    plain = await house.lawyer.waits_for(lambda seen: "document" in seen.raw, after=marked.id)
    assert "宏" not in plain.text
