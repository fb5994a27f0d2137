"""The only file that knows python-telegram-bot: it writes to chats and translates Telegram's refusals."""

import json
import os
import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import aiohttp
import structlog
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    MessageEntity,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import BaseRequest, RequestData

from bot.callbacks import Keyboard
from bot.outbound.outgoing import Album, Card, Copy, Document, Edit, Outgoing, TakeBack, Words
from mediation.model.cases.content import Content

log = structlog.get_logger()

ALBUM_KINDS = {
    "photo": InputMediaPhoto,
    "video": InputMediaVideo,
    "document": InputMediaDocument,
    "audio": InputMediaAudio,
}
ALBUM_LIMIT = 10
FILE_ID = re.compile(r"[A-Za-z0-9_-]{1,512}")
"""How Telegram names a file: no path and no address."""


class Unreachable(Exception):
    """The person has blocked the bot, never started it, or is gone."""


class Rejected(Exception):
    """Telegram will never take this; trying again is no use."""


class TryLater(Exception):
    """Trouble on the way; ``seconds`` is how long to wait, if Telegram said so."""

    def __init__(self, why: str, seconds: float | None = None) -> None:
        super().__init__(why)
        self.seconds = seconds


class AiohttpRequest(BaseRequest):
    """Carries requests over aiohttp, which this program uses anyway: a quarter of httpx's cost."""

    def __init__(self, timeout: float = 20.0, connections: int = 64) -> None:
        self._timeout = timeout
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    async def initialize(self) -> None:
        """Open the connections."""
        connector = aiohttp.TCPConnector(limit=self._connections)
        self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        """Close them."""
        if self._session is not None:
            await self._session.close()

    @property
    def read_timeout(self) -> float:
        """Seconds."""
        return self._timeout

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """One request; raises PTB's ``NetworkError`` when the line is broken."""
        assert self._session is not None, "initialize() comes first"
        # JSON in place of a form: quoting Chinese letter by letter costs more than the rest of the request
        files = request_data.multipart_data if request_data else None
        body: dict[str, Any] = (
            {"data": _form(request_data)}
            if files and request_data
            else {"json": request_data.parameters if request_data else None}
        )
        try:
            timeout = aiohttp.ClientTimeout(total=self._timeout)
            async with self._session.request(method, url, timeout=timeout, **body) as response:
                return response.status, await response.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            raise NetworkError(type(error).__name__) from error


def _form(request_data: RequestData) -> aiohttp.FormData:
    """A call with a file in it; only then a form is worth its price."""
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (request_data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


class Sender:
    """Sends outgoing messages, evenly paced.

    ``overall_per_second`` and ``group_per_minute`` of 0 switch that limit off.
    """

    def __init__(self, token: str, api: str, overall_per_second: float, group_per_minute: float) -> None:
        os.environ.setdefault("PTB_TIMEDELTA", "1")  # else each 429 warns about what PTB will do one day
        limiter = AIORateLimiter(
            # one at a time in even steps: a bucket of 25 would let a burst of 50 through in its first second
            overall_max_rate=1 if overall_per_second else 0,
            overall_time_period=1 / overall_per_second if overall_per_second else 0,
            # a quarter at once, the rest in even steps: together never more than the limit in any minute
            group_max_rate=max(1.0, group_per_minute / 4) if group_per_minute else 0,
            group_time_period=20 if group_per_minute else 0,
            max_retries=2,
        )
        self._bot: ExtBot[Any] = ExtBot(
            token,
            base_url=f"{api}/bot",
            base_file_url=f"{api}/file/bot",
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(connections=1),  # never polls; PTB wants one
            rate_limiter=limiter,
        )

    async def start(self) -> None:
        """Open the line; raises ``TryLater`` or ``Rejected`` when Telegram does not know us."""
        try:
            await self._bot.initialize()
        except TelegramError as error:
            raise _translated(error) from error

    async def stop(self) -> None:
        """Close the line."""
        await self._bot.shutdown()

    async def send(self, chat: int, outgoing: Outgoing) -> list[int]:
        """Send it; the ids of the messages that now stand in the chat.

        Raises ``Unreachable``, ``Rejected`` or ``TryLater``.
        """
        try:
            return await self._send(chat, outgoing)
        except TelegramError as error:
            if isinstance(error, BadRequest) and "not modified" in error.message:
                return []
            raise _translated(error) from error

    async def pin(self, chat: int, message: int) -> None:
        """Keep a message in sight; that it cannot be pinned is no reason to send it again."""
        try:
            await self._bot.pin_chat_message(chat, message, disable_notification=True)
        except TelegramError as error:
            log.warning("cannot pin", why=error.message)

    async def take_back(self, chat: int, message: int) -> None:
        """Delete a message; one that is gone, or too old for Telegram, stays as it is.

        Raises ``TryLater`` where the line is in trouble.
        """
        try:
            await self._bot.delete_message(chat, message)
        except TelegramError as error:
            if isinstance(late := _translated(error), TryLater):
                raise late from error

    async def _send(self, chat: int, outgoing: Outgoing) -> list[int]:
        match outgoing:
            case Words(html, buttons, reply_to):
                return [(await self._words(chat, html, buttons, reply_to)).message_id]
            case Card(html, buttons, at):
                return await self._card(chat, html, buttons, at)
            case Copy(_, content, reply_to):
                return [(await self._copy(chat, content, reply_to)).message_id]
            case Album(items, reply_to):
                return await self._album(chat, [content for _, content in items], reply_to)
            case Edit(_, content, at):
                await self._edit(chat, content, at)
                return []
            case Document():
                return [(await self._document(chat, outgoing)).message_id]
            case TakeBack(messages, html):
                for message in messages:
                    await self._put_away(chat, message, html)
                return []

    async def _put_away(self, chat: int, message: int, html: str) -> None:
        """Deleted; where it is too old for that, it says no more than that it was put away."""
        try:
            await self._bot.delete_message(chat, message)
        except BadRequest:
            try:
                await self._bot.edit_message_text(html, chat, message, parse_mode="HTML")
            except BadRequest as error:
                if "no text" in error.message.lower():  # a file, which stays where it is
                    raise

    async def _words(self, chat: int, html: str, buttons: Keyboard, reply_to: int | None) -> Message:
        return await self._bot.send_message(
            chat, html, parse_mode="HTML", reply_markup=_markup(buttons), reply_parameters=_reply(reply_to)
        )

    async def _card(self, chat: int, html: str, buttons: Keyboard, at: int | None) -> list[int]:
        if at is not None:
            try:
                await self._bot.edit_message_text(
                    html, chat, at, parse_mode="HTML", reply_markup=_markup(buttons)
                )
            except BadRequest as error:
                if "message to edit not found" not in error.message.lower():
                    raise
            else:
                return []
        return [(await self._words(chat, html, buttons, None)).message_id]

    async def _copy(self, chat: int, content: Content, reply_to: int | None) -> Message:
        reply = _reply(reply_to)
        _check_file(content)
        if content.kind == "text":
            entities = _entities(content)
            return await self._bot.send_message(chat, content.text, entities=entities, reply_parameters=reply)
        send = getattr(self._bot, f"send_{content.kind}")
        extra: dict[str, Any] = {}
        if content.kind != "video_note":
            extra = {"caption": content.text or None, "caption_entities": _entities(content)}
        sent: Message = await send(chat, content.file, reply_parameters=reply, **extra)
        return sent

    async def _document(self, chat: int, outgoing: Document) -> Message:
        return await self._bot.send_document(
            chat, outgoing.content, caption=outgoing.html, parse_mode="HTML", filename=outgoing.name,
            reply_markup=_markup(outgoing.buttons),
        )  # fmt: skip

    async def _album(self, chat: int, contents: Sequence[Content], reply_to: int | None) -> list[int]:
        for content in contents:
            _check_file(content)
        media = [
            ALBUM_KINDS[c.kind](c.file, caption=c.text or None, caption_entities=_entities(c))
            for c in contents
            if c.kind in ALBUM_KINDS
        ][:ALBUM_LIMIT]
        sent = await self._bot.send_media_group(chat, media, reply_parameters=_reply(reply_to))
        return [message.message_id for message in sent]

    async def _edit(self, chat: int, content: Content, at: int) -> None:
        entities = _entities(content)
        if content.kind == "text":
            await self._bot.edit_message_text(content.text, chat, at, entities=entities)
        else:
            await self._bot.edit_message_caption(
                chat, at, caption=content.text or None, caption_entities=entities
            )


def _check_file(content: Content) -> None:
    """PTB would open a path of this machine, and Telegram would fetch an address."""
    if content.file is not None and not FILE_ID.fullmatch(content.file):
        raise Rejected("not a file of Telegram")


def _entities(content: Content) -> list[MessageEntity]:
    return [e for e in (MessageEntity.de_json(raw) for raw in content.entities) if e is not None]


def _reply(message: int | None) -> ReplyParameters | None:
    return ReplyParameters(message, allow_sending_without_reply=True) if message is not None else None


def _markup(buttons: Keyboard) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(b.text, url=b.url)
                if b.url
                else InlineKeyboardButton(b.text, callback_data=b.press.pack() if b.press else None)
                for b in row
            ]
            for row in buttons
        ]
    )


def _translated(error: TelegramError) -> Exception:
    if isinstance(error, InvalidToken):
        return Rejected("Unauthorized")  # PTB's own words would show the token
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return TryLater("429", wait.total_seconds() if isinstance(wait, timedelta) else float(wait))
    if isinstance(error, Forbidden) or "chat not found" in error.message.lower():
        return Unreachable(error.message)
    if isinstance(error, BadRequest):
        return Rejected(error.message)
    if isinstance(error, NetworkError):
        return TryLater(error.message)
    return Rejected(json.dumps(error.message, ensure_ascii=False))
