"""A message as a person sees it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sandbox.shared.files import MEDIA_KINDS
from bot.sandbox.shared.types import Json

_KINDS = (*MEDIA_KINDS[5:6], *MEDIA_KINDS[:5], *MEDIA_KINDS[6:], "contact", "location", "poll", "text")


@dataclass(frozen=True)
class Button:
    """A button under a message; exactly one of `data` and `url` says what it does, for the common kinds."""

    text: str
    data: str | None
    url: str | None


@dataclass(frozen=True)
class Seen:
    """One message on a person's screen; `raw` is the whole Bot API Message."""

    id: int
    chat_id: int
    sender_id: int
    from_bot: bool
    kind: str
    text: str
    rows: tuple[tuple[Button, ...], ...]
    reply_to: int | None
    via_bot: bool
    edited: bool
    album: str | None
    reactions: tuple[str, ...]
    raw: Json

    @classmethod
    def of(cls, view: Json) -> Seen:
        """From a message with its reactions."""
        rows = view.get("reply_markup", {}).get("inline_keyboard", [])
        return cls(
            id=view["message_id"],
            chat_id=view["chat"]["id"],
            sender_id=view["from"]["id"],
            from_bot=view["from"]["is_bot"],
            kind=next((kind for kind in _KINDS if kind in view), "service"),
            text=str(view.get("text") or view.get("caption") or ""),
            rows=tuple(tuple(_button(button) for button in row) for row in rows),
            reply_to=view.get("reply_to_message", {}).get("message_id"),
            via_bot="via_bot" in view,
            edited="edit_date" in view,
            album=view.get("media_group_id"),
            reactions=tuple(face.get("emoji", "") for face in view.get("reactions", [])),
            raw=view,
        )

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, row by row."""
        return tuple(button for row in self.rows for button in row)

    def button(self, text: str) -> Button | None:
        """The first button with these words: the very words before words that contain them."""
        exact = (button for button in self.buttons if button.text == text)
        near = (button for button in self.buttons if text in button.text)
        return next(exact, None) or next(near, None)


def _button(button: Json) -> Button:
    return Button(button["text"], button.get("callback_data"), button.get("url"))
