"""The options of a sandbox."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.sandbox.shared.cast import Cast


@dataclass(frozen=True)
class Limits:
    """How often the bot may speak; None switches a limit off."""

    chat_per_second: float | None = 1.0
    """Messages a second into one private chat, once `chat_burst` is used up."""
    chat_burst: int = 8
    """Messages that may come at once into a private chat."""
    group_per_minute: int | None = 20
    """New messages a minute into one group."""
    group_edits_per_minute: int | None = 20
    """Edits a minute in one group."""
    overall_per_second: int | None = 30
    """Messages and edits in any second, all chats together."""
    blocks_everybody: bool = True
    """A 429 closes every chat for retry_after seconds, not only the one that was flooded."""

    @classmethod
    def off(cls) -> Limits:
        """No limit at all."""
        return cls(
            chat_per_second=None, group_per_minute=None, group_edits_per_minute=None, overall_per_second=None
        )


@dataclass(frozen=True)
class SandboxOptions:
    """Everything that can be set about a sandbox; time and waiting are passed in."""

    cast: Cast = field(default_factory=Cast.load)
    limits: Limits = field(default_factory=Limits)
    callback_lifetime: float = 15.0
    """Seconds in which a pressed button can be answered."""
    inline_lifetime: float = 10.0
    """Seconds in which an inline query can be answered."""
    download_limit: int = 20_000_000
    """Bytes that getFile hands out at most."""
    upload_limit: int = 50_000_000
    """Bytes that the bot may upload at most."""
    photo_limit: int = 10_000_000
    """Bytes of a photo at most."""
    webhook_backoff: tuple[float, float] = (1.0, 60.0)
    """Seconds before the first repeat of a refused webhook call, and at most; doubled each time."""
    first_update_id: int = 700_000_001
    clock: Callable[[], float] = time.time
    """Unix time in seconds: dates, limits and expiry follow it."""
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    """How the sandbox waits when an answer is late and between webhook repeats."""
