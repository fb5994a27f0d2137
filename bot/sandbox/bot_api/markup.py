"""Keyboards: what Telegram accepts under a message."""

from __future__ import annotations

from bot.sandbox.shared.errors import bad_request
from bot.sandbox.shared.types import Json

_ACTIONS = frozenset(
    [
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
    ]
)
_INLINE_FIELDS = _ACTIONS | {"text", "style", "icon_custom_emoji_id"}
_REPLY_FIELDS = frozenset(
    ["text", "request_contact", "request_location", "request_poll", "style", "icon_custom_emoji_id"]
)
_KEYBOARD_FIELDS = frozenset(
    [
        "keyboard",
        "is_persistent",
        "resize_keyboard",
        "one_time_keyboard",
        "input_field_placeholder",
        "selective",
    ]
)
_MAX_BUTTONS = 100


def checked_markup(markup: Json | None) -> Json | None:
    """The markup in normal form, or None for an empty one; refuses what Telegram refuses."""
    if not markup:
        return None
    if "inline_keyboard" in markup:
        return _inline(markup)
    if "keyboard" in markup:
        return _reply(markup)
    for name in ("remove_keyboard", "force_reply"):
        if markup.get(name) is True:
            return markup
    raise bad_request("object expected as reply markup")


def checked_inline(markup: Json | None) -> Json | None:
    """Like `checked_markup`, for messages that are edited: only inline keyboards will do."""
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return checked_markup(markup)


def _rows(value: object, where: str) -> list[list[object]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request(f"field {where} must be an array of arrays")
    if sum(len(row) for row in value) > _MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return [row for row in value if row]


def _inline(markup: Json) -> Json | None:
    rows = _rows(markup["inline_keyboard"], "inline_keyboard")
    return {"inline_keyboard": [[_inline_button(b) for b in row] for row in rows]} if rows else None


def _inline_button(button: object) -> Json:
    problem = "can't parse inline keyboard button: "
    if not isinstance(button, dict) or not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request(problem + 'Field "text" must be a non-empty String')
    if unknown := set(button) - _INLINE_FIELDS:
        raise bad_request(problem + f'unknown field "{min(unknown)}"')
    actions = [name for name in _ACTIONS if button.get(name) is not None]
    if not actions:
        raise bad_request(problem + "Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(problem + "a button has one action, not " + ", ".join(sorted(actions)))
    data = button.get("callback_data")
    if data is not None and not (isinstance(data, str) and 1 <= len(data.encode()) <= 64):
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not str(url).startswith(("http://", "https://", "tg://")):
        raise bad_request("inline keyboard button URL '" + str(url) + "' is invalid: Wrong HTTP URL")
    return {key: value for key, value in button.items() if value is not None}


def _reply(markup: Json) -> Json:
    if unknown := set(markup) - _KEYBOARD_FIELDS:
        raise bad_request(f'can\'t parse reply keyboard markup: unknown field "{min(unknown)}"')
    rows = _rows(markup["keyboard"], "keyboard")
    return {**markup, "keyboard": [[_reply_button(button) for button in row] for row in rows]}


def _reply_button(button: object) -> Json:
    full = {"text": button} if isinstance(button, str) else button
    if not isinstance(full, dict) or not isinstance(full.get("text"), str) or not full["text"].strip():
        raise bad_request('can\'t parse keyboard button: Field "text" must be a non-empty String')
    if unknown := set(full) - _REPLY_FIELDS:
        raise bad_request(f'can\'t parse keyboard button: unknown field "{min(unknown)}"')
    return full
