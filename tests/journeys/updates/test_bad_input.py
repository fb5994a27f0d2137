"""Any input gets a kind sentence that says what to do, changes nothing it should not, and loses nothing."""

from collections.abc import Awaitable, Callable

import pytest

from bot.sandbox import Person, Seen
from tests.house import House
from tests.journeys import steps

TEXTS = (
    "<b>粗</b> &amp; <script>alert(1)</script>",
    "{x} {{ }} { $number } {0} %s %(a)s ${HOME}",
    "\x01\x02\x07\x1b[31m红",
    "\u200b\u200d\ufeff",
    "\u202e反过来\u2066读\u2069\u202c",
    "👨‍👩‍👧‍👦🧂🇨🇳",
    "a" * 4096,
    "夜" * 4096,
    "x|claim|K7QF-2MRD",
    "x\x1dskip:when",
    "K7QF-2MRD",
    "1234 5678 9012 3456",
    "'; DROP TABLE cases; --",
    "e\u0301\u0301\u0301\u0301 ﷽",
    "-",
    "//",
)
COMMANDS = ("/nonsense", "/tell_me", "/claim K7QF-2MRD", "/say", "/HELP", "/nonsense@xinqiao_bot")


def _letters(text: str) -> str:
    """What can be seen of a text: Telegram takes control characters and direction marks out."""
    return "".join(ch for ch in text if ch.isprintable() and ch != " ")


async def _sticker(who: Person) -> Seen:
    return await who.sends("sticker")


async def _large(who: Person) -> Seen:
    return await who.sends("document", size=21 * 1024 * 1024)


ODD: tuple[Callable[[Person], Awaitable[Seen]], ...] = (
    _sticker,
    _large,
    lambda who: who.sends_contact(),
    lambda who: who.sends_location(),
    lambda who: who.sends_poll(),
)


async def _home(house: House) -> Person:
    await house.zhang.starts()
    await house.zhang.waits_for("我是信桥")
    return house.zhang


async def _telling(house: House) -> Person:
    await steps.tells(house.zhang, steps.STORY)
    return house.zhang


async def _question(house: House) -> Person:
    window = await steps.tells(house.zhang, steps.BARE)
    await steps.push(house.zhang, "说完了", message_id=window.id)
    return house.zhang


async def _category(house: House) -> Person:
    window = await steps.tells(house.zhang, steps.STORY)
    await steps.push(house.zhang, "说完了", message_id=window.id)
    return house.zhang


async def _read_back(house: House) -> Person:
    await steps.to_read_back(house.zhang)
    return house.zhang


async def _law(house: House) -> Person:
    await house.zhang.says("/law")
    await house.zhang.waits_for("问吧")
    return house.zhang


async def _following(house: House) -> Person:
    await house.zhang.says("/follow")
    await house.zhang.waits_for("回执码")
    return house.zhang


async def _conversation(house: House) -> Person:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    return house.zhang


async def _at_the_desk(house: House) -> Person:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    return house.lawyer


async def _owing_a_reason(house: House) -> Person:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.push(house.lawyer, "退回")
    await house.lawyer.waits_for("为什么退回")
    return house.lawyer


async def _owing_a_result(house: House) -> Person:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.push(house.lawyer, "写结果")
    await house.lawyer.waits_for("谈成了什么")
    return house.lawyer


PLACES = (
    _home, _telling, _question, _category, _read_back, _law, _following, _conversation, _at_the_desk,
    _owing_a_reason, _owing_a_result,
)  # fmt: skip


async def _kept(house: House) -> object:
    """What must not change by itself: the draft, the cases, what was said."""
    me = await steps.person_of(house, house.zhang)

    def look(records: steps.SqlRecords) -> object:
        cases = records.cases.of_owner(me)
        return records.drafts.get(me), cases, [records.talk.of_case(case.number) for case in cases]

    return await steps.ask(house, look)


def _ids(where: Callable[[House], Awaitable[Person]]) -> str:
    return where.__name__.strip("_")


@pytest.mark.parametrize("place", PLACES, ids=_ids)
async def test_what_cannot_be_passed_on_gets_a_sentence_and_changes_nothing(
    house: House, place: Callable[[House], Awaitable[Person]]
) -> None:
    who = await place(house)
    await steps.settled(house)
    before = await _kept(house)
    for send in ODD:
        sent = await send(who)
        answer = await who.waits_for(lambda seen: bool(seen.text), after=sent.id)
        assert "差错" not in answer.text
    await steps.settled(house)
    assert await _kept(house) == before


@pytest.mark.parametrize("place", [_home, _category, _read_back, _law, _following], ids=_ids)
async def test_odd_texts_are_answered_and_change_nothing(
    house: House, place: Callable[[House], Awaitable[Person]]
) -> None:
    who = await place(house)
    before = await _kept(house)
    for text in TEXTS:
        sent = await who.says(text)
        answer = await who.waits_for(lambda seen: bool(seen.text), after=sent.id)
        assert "差错" not in answer.text, text
    assert await _kept(house) == before


@pytest.mark.parametrize("place", [_home, _telling, _question, _read_back, _conversation], ids=_ids)
async def test_unknown_commands_are_answered_and_are_not_taken_for_words(
    house: House, place: Callable[[House], Awaitable[Person]]
) -> None:
    who = await place(house)
    before = await _kept(house)
    for command in COMMANDS:
        sent = await who.says(command)
        answer = await who.waits_for(lambda seen: bool(seen.text), after=sent.id)
        assert "差错" not in answer.text
    assert await _kept(house) == before


async def test_odd_texts_are_told_word_for_word(house: House) -> None:
    await house.zhang.says("/tell")
    await house.zhang.waits_for("用您自己的话说")
    for text in TEXTS:
        sent = await house.zhang.says(text)
        await house.zhang.waits_for("收到，一共", after=sent.id)
    me = await steps.person_of(house, house.zhang)
    draft = await steps.ask(house, lambda r: r.drafts.get(me))
    assert draft is not None and tuple(content.text for content, _ in draft.parts) == TEXTS


async def test_odd_texts_go_from_person_to_person_word_for_word(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    for text in TEXTS:
        await house.zhang.says(text)
        await house.lawyer.waits_for(lambda seen, text=text: _letters(seen.text) == _letters(text))  # type: ignore[misc]
    assert not any("差错" in seen.text for seen in house.zhang.sees())


async def test_a_filed_story_of_odd_texts_can_be_read_back_and_read_again(house: House) -> None:
    window = await steps.tells(house.zhang, steps.STORY, *TEXTS)
    await steps.push(house.zhang, "说完了", message_id=window.id)
    for words in ("工资·加班·绩效", "就这些", "律师", "匿名"):
        await steps.push(house.zhang, words, message_id=window.id)
    assert "<b>粗</b> &amp;" in house.zhang.last().text
    await steps.push(house.zhang, "登记", message_id=window.id)
    number = (await house.zhang.waits_for("已登记")).text.partition("编号：")[2].split()[0]
    await steps.claims(house, house.lawyer, number)
    await steps.settled(house)
    await steps.push(house.lawyer, "全部经过")
    await house.lawyer.waits_for("DROP TABLE cases")
    assert (await house.lawyer.waits_for("📜")).text


@pytest.mark.parametrize("text", [text for text in TEXTS if len(text) <= 40])
async def test_an_odd_reason_is_kept_and_shown_as_it_was_written(house: House, text: str) -> None:
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await steps.sends_result(house.lawyer, text)
    shown = await house.zhang.waits_for("有结果了")
    assert _letters(text) in _letters(shown.text)
    assert (await steps.case_of(house, number)).result == text


async def test_an_edited_message_of_no_case_is_nobodys_business(house: House) -> None:
    sent = await house.zhang.says("随便说说")
    offered = await house.zhang.waits_for("您想怎么办")
    await house.zhang.edits(sent.id, "改了主意")
    await steps.settled(house)
    assert house.zhang.last().id == offered.id


async def test_what_people_say_in_the_group_is_neither_answered_nor_kept(house: House) -> None:
    await house.lawyer.says("谁认识三队的人？民法典1254条", chat=house.group)
    await house.lawyer.says("/tell", chat=house.group)
    await house.chen.starts()
    await house.chen.waits_for("我是信桥")
    await steps.settled(house)
    assert not any(seen.from_bot for seen in house.lawyer.sees(house.group))
    kept = await steps.ask(house, lambda r: r.inbox.unfinished(r.bot))
    assert kept == []


async def test_a_foreign_group_is_ignored(house: House) -> None:
    house.sandbox.add_group(-1008, "别的群", (house.zhang.id, house.sandbox.bot_id))
    await house.zhang.says("/start", chat=-1008)
    await house.zhang.says("信桥在吗", chat=-1008)
    await house.zhang.sends("photo", chat=-1008)
    await steps.settled(house)
    assert not any(seen.from_bot for seen in house.zhang.sees(-1008))
