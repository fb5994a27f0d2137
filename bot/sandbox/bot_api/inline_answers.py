"""answerInlineQuery: what Telegram checks before a list is shown."""

from __future__ import annotations

import re

from bot.sandbox.bot_api.markup import checked_inline
from bot.sandbox.bot_api.message_content import text_of
from bot.sandbox.bot_api.method_table import Arguments
from bot.sandbox.shared.errors import Refusal, bad_request
from bot.sandbox.shared.types import Json
from bot.sandbox.world.inline import InlineAnswer, InlineResult
from bot.sandbox.world.world import World

RESULT_LIMIT = 50
"""Results in one answer; none at all is an answer too."""
_ID_BYTES = 64
_OFFSET_BYTES = 64
_CACHE_SECONDS = 300
_CACHE_LIMIT = 24 * 3600
_ARTICLE_FIELDS = frozenset(
    [
        "type",
        "id",
        "title",
        "input_message_content",
        "reply_markup",
        "url",
        "hide_url",
        "description",
        "thumbnail_url",
        "thumbnail_width",
        "thumbnail_height",
    ]
)
_TEXT_FIELDS = frozenset(
    ["message_text", "parse_mode", "entities", "link_preview_options", "disable_web_page_preview"]
)
_BUTTON_FIELDS = frozenset(["text", "start_parameter", "web_app"])


def answer_inline_query(world: World, call: Arguments) -> bool:
    """answerInlineQuery: once, in time; up to 50 articles of text."""
    values = call.values
    answer = InlineAnswer(
        results=_results(values["results"]),
        button=_button(values.get("button")),
        next_offset=_offset(values.get("next_offset", "")),
        cache_time=min(max(values.get("cache_time", _CACHE_SECONDS), 0), _CACHE_LIMIT),
        is_personal=values.get("is_personal", False),
    )
    query = world.inline.answer(values["inline_query_id"], answer)
    world.tell({"type": "inline_answer", **query_view(query.query_id, world)})
    return True


def query_view(query_id: str, world: World) -> Json:
    """A query with its answer as the page sees it: without the messages behind the lines."""
    query = world.inline.queries[query_id]
    answer = query.answer
    shown = answer and {
        "results": [{"id": r.id, "title": r.title, "description": r.description} for r in answer.results],
        "button": answer.button,
        "next_offset": answer.next_offset,
    }
    return {
        "query_id": query_id,
        "user_id": query.user_id,
        "chat_id": query.chat_id,
        "text": query.text,
        "offset": query.offset,
        "answer": shown,
    }


def _results(raw: list[object]) -> tuple[InlineResult, ...]:
    if len(raw) > RESULT_LIMIT:
        raise bad_request("RESULTS_TOO_MUCH")
    results = tuple(_parsed(result) for result in raw)
    ids = [result.id for result in results]
    if not all(1 <= len(result_id.encode()) <= _ID_BYTES for result_id in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    if not all(result.title for result in results):
        raise bad_request("ARTICLE_TITLE_EMPTY")
    return results


def _parsed(result: object) -> InlineResult:
    """One result; what is wrong inside it is told as Telegram tells it, with the place first."""
    if not isinstance(result, dict):
        raise _unreadable("Inline query result must be an object")
    kind = _string(result, "type")
    if kind != "article":
        raise _unreadable(
            f'type "{kind}" is unsupported for the inline query result (the sandbox shows articles)'
        )
    _only(result, _ARTICLE_FIELDS, "InlineQueryResultArticle")
    content = result.get("input_message_content")
    if not isinstance(content, dict) or "message_text" not in content:
        raise _unreadable("Input message content is not specified (the sandbox sends text)")
    return InlineResult(
        _string(result, "id"),
        _string(result, "title").strip(),
        str(result.get("description") or ""),
        _message(content, result.get("reply_markup")),
    )


def _message(content: Json, markup: object) -> Json:
    _only(content, _TEXT_FIELDS, "InputTextMessageContent")
    if markup is not None and not isinstance(markup, dict):
        raise _unreadable('Field "reply_markup" must be of type Object')
    values = {key: value for key, value in content.items() if key != "message_text" and value is not None}
    try:
        message = text_of({**values, "text": _string(content, "message_text")}, "MESSAGE_TOO_LONG")
    except Refusal as refusal:
        reason = refusal.description.removeprefix("Bad Request: ")
        if reason.isupper():
            raise
        raise _unreadable(reason[:1].upper() + reason[1:]) from None
    keyboard = checked_inline(markup)
    return message | ({"reply_markup": keyboard} if keyboard else {})


def _button(button: Json | None) -> Json | None:
    """The button above the list; refuses all but a text with a start parameter."""
    if button is None:
        return None
    given = {key: value for key, value in button.items() if value is not None}
    if unknown := set(given) - _BUTTON_FIELDS:
        raise bad_request(f'can\'t parse inline query results button: unknown field "{min(unknown)}"')
    if "web_app" in given:
        raise bad_request("the sandbox knows no web apps: give the button a start_parameter")
    text, parameter = given.get("text"), given.get("start_parameter", "")
    if not isinstance(text, str) or not text.strip():
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
    if not isinstance(parameter, str) or not parameter:
        raise bad_request("can't use empty start_parameter")
    if len(parameter.encode()) > 64:
        raise bad_request("too long start_parameter specified")
    if not re.fullmatch(r"[A-Za-z0-9_-]+", parameter):
        raise bad_request("unallowed characters in start_parameter are used")
    return {"text": text, "start_parameter": parameter}


def _offset(offset: str) -> str:
    if len(offset.encode()) > _OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    return offset


def _string(fields: Json, name: str) -> str:
    value = fields.get(name)
    if value is None:
        raise _unreadable(f'Can\'t find field "{name}"')
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _unreadable(f'Field "{name}" must be of type String')
    return str(value)


def _only(fields: Json, known: frozenset[str], where: str) -> None:
    if unknown := set(fields) - known:
        raise _unreadable(f'unknown field "{min(unknown)}" in {where}')


def _unreadable(reason: str) -> Refusal:
    return bad_request(f"can't parse inline query result: {reason}")
