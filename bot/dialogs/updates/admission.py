"""Which updates are accepted: no shape is trusted, and nothing is kept that no database takes."""

import re
from typing import Any, NamedTuple

from bot.wording.catalogue import LANGUAGES

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
"""What is kept before it is confirmed."""

NUMBER_LIMIT = 2**63
"""Every number of Telegram's, and every one that a database keeps, is smaller."""

_CANNOT_BE_KEPT = re.compile("[\0\ud800-\udfff]")


class NotAnUpdate(ValueError):
    """It has no update number or holds what cannot be stored; trying it again would not help."""


class Caller(NamedTuple):
    """Who acted (0 where unknown), whether in a private chat, and their language."""

    who: int
    private: bool
    language: str


def admitted(raw: object) -> dict[str, Any]:
    """The update as it may be stored. Raises ``NotAnUpdate``.

    Lone surrogates and zero bytes are replaced, for no database takes them. A reply to a message without a
    sender loses what it answers: the dialog library asks every message for its sender.
    """
    try:
        update = _storable(raw)
    except RecursionError:
        raise NotAnUpdate("nested too deep") from None
    number = update.get("update_id") if isinstance(update, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise NotAnUpdate("no number")
    message = part(_event(update), "message") or _event(update)
    if "reply_to_message" in message and not part(part(message, "reply_to_message"), "from"):
        del message["reply_to_message"]
    return dict(update)


def caller_of(update: dict[str, Any]) -> Caller:
    """Who sent an update, as far as it says."""
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
    """The id under which a press is answered; ``None`` for anything else."""
    pressed = part(update, "callback_query").get("id")
    return pressed if isinstance(pressed, str) else None


def private_chat(update: dict[str, Any]) -> int | None:
    """The chat of a private message; ``None`` for anything else."""
    chat = part(part(update, "message") or part(update, "edited_message"), "chat")
    number = chat.get("id")
    return number if chat.get("type") == "private" and isinstance(number, int) else None


def group_command(update: dict[str, Any]) -> int | None:
    """The group in which a command was written; ``None`` for anything else."""
    message = part(update, "message")
    chat, text = part(message, "chat"), message.get("text")
    number = chat.get("id")
    asks = is_in_group(message) and isinstance(text, str) and text.startswith("/")
    return number if asks and isinstance(number, int) else None


def is_in_group(message: dict[str, Any]) -> bool:
    """Whether a message was written outside private chats; false where it does not say."""
    return part(message, "chat").get("type") not in (None, "private")


def _event(update: dict[str, Any]) -> dict[str, Any]:
    for kind in (*KINDS, "inline_query"):
        if found := part(update, kind):
            return found
    return {}


def part(whole: dict[str, Any], name: str) -> dict[str, Any]:
    """The object under this name; empty where there is none."""
    found = whole.get(name)
    return found if isinstance(found, dict) else {}


def _storable(value: Any) -> Any:
    """The same without what cannot be stored."""
    if isinstance(value, str):
        return _CANNOT_BE_KEPT.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_storable(key): _storable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_storable(inner) for inner in value]
    if isinstance(value, int | float) and not -NUMBER_LIMIT <= value < NUMBER_LIMIT:
        raise NotAnUpdate("a number too large")
    return value
