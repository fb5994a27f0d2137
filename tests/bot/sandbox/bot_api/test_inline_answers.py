"""What Telegram checks in an answer to an inline query, and how long it keeps one."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox import Person, Sandbox
from tests.bot.sandbox.conftest import Answer, Call, Clock, article, keyboard, kinds


@pytest.mark.parametrize(
    ("result", "reason"),
    [
        (article("x" * 65), "RESULT_ID_INVALID"),
        (article(""), "RESULT_ID_INVALID"),
        (article("字" * 22), "RESULT_ID_INVALID"),
        (article(title=" "), "ARTICLE_TITLE_EMPTY"),
        (article(text="a" * 4097), "MESSAGE_TOO_LONG"),
        (article(reply_markup=keyboard("x" * 65)), "BUTTON_DATA_INVALID"),
        (article(reply_markup={"keyboard": [["a"]]}), "inline keyboard expected"),
        (article(text=""), "can't parse inline query result: Message text is empty"),
        (article(text="<b>"), "can't parse inline query result: Can't parse entities: Can't find end tag"),
        ({"type": "article", "id": "1"}, "can't parse inline query result: Input message content is not"),
        (article(type="photo"), 'can\'t parse inline query result: type "photo" is unsupported'),
        (article(thumb="x"), 'can\'t parse inline query result: unknown field "thumb"'),
        (article(title=None), "can't parse inline query result: Can't find field \"title\""),
        ("1", "can't parse inline query result: Inline query result must be an object"),
    ],
)
async def test_a_bad_line_is_refused(answer: Answer, zhang: Person, result: Any, reason: str) -> None:
    query = await zhang.inline.types("工资")
    refused = await answer(query.query_id, [result])
    assert refused["error_code"] == 400 and refused["description"].startswith(f"Bad Request: {reason}")
    assert query.answer is None and (await answer(query.query_id))["ok"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"next_offset": "字" * 22}, "NEXT_OFFSET_INVALID"),
        ({"button": {"text": "去聊"}}, "can't use empty start_parameter"),
        ({"button": {"text": "去聊", "start_parameter": "x" * 65}}, "too long start_parameter specified"),
        ({"button": {"text": "去聊", "start_parameter": "工资"}}, "unallowed characters in start_parameter"),
        ({"button": {"text": " ", "start_parameter": "x"}}, "SWITCH_PM_TEXT_EMPTY"),
        ({"button": {"text": "去聊", "web_app": {"url": "https://a.cn"}}}, "the sandbox knows no web apps"),
        ({"button": {"text": "去聊", "url": "https://a.cn"}}, "can't parse inline query results button"),
        ({"switch_pm_text": "去聊"}, 'unknown field "switch_pm_text"'),
    ],
)
async def test_a_bad_answer_is_refused(
    answer: Answer, zhang: Person, fields: dict[str, Any], reason: str
) -> None:
    query = await zhang.inline.types("工资")
    refused = await answer(query.query_id, **fields)
    assert refused["error_code"] == 400 and refused["description"].startswith(f"Bad Request: {reason}")


async def test_an_answer_has_up_to_50_different_lines(answer: Answer, zhang: Person) -> None:
    query = await zhang.inline.types("工资")
    many = [article(str(number)) for number in range(51)]
    assert (await answer(query.query_id, many))["description"] == "Bad Request: RESULTS_TOO_MUCH"
    twice = [article("1"), article("1")]
    assert (await answer(query.query_id, twice))["description"] == "Bad Request: RESULT_ID_DUPLICATE"
    assert (await answer(query.query_id, many[:50], next_offset="x" * 64))["ok"]


async def test_no_line_at_all_is_an_answer(answer: Answer, zhang: Person) -> None:
    query = await zhang.inline.types("天书")
    assert (await answer(query.query_id, []))["ok"]
    assert (await zhang.inline.list_of(query)).results == ()


async def test_a_query_is_answered_once_and_within_ten_seconds(
    answer: Answer, zhang: Person, clock: Clock
) -> None:
    old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    first, late = await zhang.inline.types("工资"), await zhang.inline.types("加班")
    assert (await answer(first.query_id))["ok"]
    assert (await answer(first.query_id))["description"] == old
    assert (await answer("77"))["description"] == old
    clock.now += 10.1
    assert (await answer(late.query_id))["description"] == old


async def test_the_same_words_are_answered_from_what_telegram_keeps(
    call: Call, answer: Answer, zhang: Person, sandbox: Sandbox, clock: Clock
) -> None:
    await answer((await zhang.inline.types("工资")).query_id, cache_time=60)
    sandbox.world.updates.clear()
    kept = await sandbox.person("老陈").inline.asks("工资")
    assert kept.answer and await kinds(call) == []
    clock.now += 61
    assert (await zhang.inline.types("工资")).answer is None
    assert await kinds(call) == ["inline_query"]


async def test_a_personal_answer_is_kept_for_its_person_only(
    answer: Answer, zhang: Person, sandbox: Sandbox
) -> None:
    await answer((await zhang.inline.types("我的")).query_id, is_personal=True)
    assert (await zhang.inline.types("我的")).answer
    assert (await sandbox.person("老陈").inline.types("我的")).answer is None


async def test_nothing_is_kept_when_the_bot_says_so(answer: Answer, zhang: Person) -> None:
    await answer((await zhang.inline.types("工资")).query_id, cache_time=0)
    assert (await zhang.inline.types("工资")).answer is None
