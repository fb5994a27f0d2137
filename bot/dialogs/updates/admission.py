"""What may come in as an update: its shape is trusted nowhere, and what no store can hold stays outside."""

import re
from typing import Any, NamedTuple

from bot.wording.catalogue import LANGUAGES

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
"""What is kept before it is confirmed."""

LIMIT = 2**63
"""Every number of Telegram's, and every one that a database keeps, is smaller."""

_CANNOT_BE_KEPT = re.compile("[\0\ud800-\udfff]")


class NotAnUpdate(ValueError):
    """It has no number of an update, or holds what cannot be kept; it is no better when it comes again."""


class Caller(NamedTuple):
    """Who acted (0 where nobody can be told), whether in a private chat, and which language they use."""

    who: int
    private: bool
    language: str


def admitted(raw: object) -> dict[str, Any]:
    """The update as it may be kept. Raises ``NotAnUpdate``.

    Halves of characters and zero bytes are replaced by a mark: no database takes them. A reply to what nobody
    wrote loses what it answers: the dialog library asks everything for its writer.
    """
    try:
        update = _kept(raw)
    except RecursionError:
        raise NotAnUpdate("nested too deep") from None
    number = update.get("update_id") if isinstance(update, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise NotAnUpdate("no number")
    message = part(_event(update), "message") or _event(update)
    if "reply_to_message" in message and not part(part(message, "reply_to_message"), "from"):
        del message["reply_to_message"]
    return dict(update)


def caller(update: dict[str, Any]) -> Caller:
    """Whose update it is, as far as it says so."""
    event = _event(update)
    person = part(event, "from")
    chat = part(part(event, "message"), "chat") or part(event, "chat")
    who, code = person.get("id"), person.get("language_code")
    return Caller(
        who if isinstance(who, int) and not isinstance(who, bool) else 0,
        chat.get("type") == "private",
        LANGUAGES[0] if not isinstance(code, str) or not code or code.startswith("zh") else LANGUAGES[1],
    )


def press_id(update: dict[str, Any]) -> str | None:
    """Of a press on a button: under which id it is answered."""
    pressed = part(update, "callback_query").get("id")
    return pressed if isinstance(pressed, str) else None


def private_chat(update: dict[str, Any]) -> int | None:
    """Of a message in a private chat: where it can be answered."""
    chat = part(part(update, "message") or part(update, "edited_message"), "chat")
    number = chat.get("id")
    return number if chat.get("type") == "private" and isinstance(number, int) else None


def group_command(update: dict[str, Any]) -> int | None:
    """Of a command that was written in a group: the group."""
    message = part(update, "message")
    chat, text = part(message, "chat"), message.get("text")
    number = chat.get("id")
    asks = is_in_group(message) and isinstance(text, str) and text.startswith("/")
    return number if asks and isinstance(number, int) else None


def is_in_group(message: dict[str, Any]) -> bool:
    """Whether it was written elsewhere than in a private chat; one that does not say so was not."""
    return part(message, "chat").get("type") not in (None, "private")


def _event(update: dict[str, Any]) -> dict[str, Any]:
    for kind in (*KINDS, "inline_query"):
        if found := part(update, kind):
            return found
    return {}


def part(whole: dict[str, Any], name: str) -> dict[str, Any]:
    """What stands there; nothing where it has another shape."""
    found = whole.get(name)
    return found if isinstance(found, dict) else {}


def _kept(value: Any) -> Any:
    """The same without what cannot be kept."""
    if isinstance(value, str):
        return _CANNOT_BE_KEPT.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_kept(key): _kept(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_kept(inner) for inner in value]
    if isinstance(value, int | float) and not -LIMIT <= value < LIMIT:
        raise NotAnUpdate("a number too large")
    return value
