"""A sender that keeps what stands in each chat, and fails where it is told to."""

import asyncio
from collections import defaultdict, deque

from bot.outbound.outgoing import Album, Card, Copy, Edit, Outgoing, Words
from bot.outbound.sender import Unreachable

FIRST_MESSAGE = 501


class FakeSender:
    """``chats`` holds the outgoing messages by chat and message id, ``calls`` every try in order."""

    def __init__(self) -> None:
        self.chats: dict[int, dict[int, Outgoing]] = defaultdict(dict)
        self.calls: list[tuple[int, Outgoing]] = []
        self.edits: list[tuple[int, int]] = []
        self.pinned: list[tuple[int, int]] = []
        self.blocked: set[int] = set()
        self.at_once = self.most_at_once = 0
        self._troubles: dict[int, deque[Exception]] = defaultdict(deque)
        self._gates: dict[int, asyncio.Event] = {}

    def trouble(self, chat: int, *errors: Exception) -> None:
        """The next tries into this chat fail with these, one each."""
        self._troubles[chat].extend(errors)

    def hold(self, chat: int) -> asyncio.Event:
        """Tries into this chat wait until the returned gate is opened."""
        return self._gates.setdefault(chat, asyncio.Event())

    async def send(self, chat: int, outgoing: Outgoing) -> list[int]:
        """As ``bot.outbound.sender.Sender.send``."""
        self.calls.append((chat, outgoing))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await (self._gates[chat].wait() if chat in self._gates else asyncio.sleep(0))
        finally:
            self.at_once -= 1
        if self._troubles[chat]:
            raise self._troubles[chat].popleft()
        if chat in self.blocked:
            raise Unreachable("bot was blocked by the user")
        return self._put(chat, outgoing)

    def _put(self, chat: int, outgoing: Outgoing) -> list[int]:
        at = outgoing.at if isinstance(outgoing, Card | Edit) else None
        if at is not None and at in self.chats[chat]:
            self.chats[chat][at] = outgoing
            self.edits.append((chat, at))
            return []
        count = len(outgoing.items) if isinstance(outgoing, Album) else 1
        new = [FIRST_MESSAGE + len(self.chats[chat]) + n for n in range(count)]
        self.chats[chat] |= dict.fromkeys(new, outgoing)
        return new

    async def pin(self, chat: int, message: int) -> None:
        """As ``bot.outbound.sender.Sender.pin``."""
        self.pinned.append((chat, message))

    def texts(self, chat: int) -> list[str]:
        """What a person in this chat reads, in order."""
        return [_text(outgoing) for outgoing in self.chats[chat].values()]


def _text(outgoing: Outgoing) -> str:
    match outgoing:
        case Words(html) | Card(html):
            return html
        case Copy(_, content) | Edit(_, content):
            return content.text
        case Album(items):
            return " ".join(content.text for _, content in items)
