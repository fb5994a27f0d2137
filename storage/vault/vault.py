"""Seals what a row must not show and finds rows by what they do not show."""

import json
from functools import lru_cache
from typing import Any

from storage.vault.envelope import CellAddress, unpacked
from storage.vault.errors import NoKeys
from storage.vault.keys import Key, KeyRing

LEAST_NUMBER = 2**62
"""Keyed numbers begin here: far above every id of Telegram (52 bits), within the database's 64 bits."""

CHATS_REMEMBERED = 20_000
"""Hashing one takes as long as a small statement; those who talk right now are asked for all the time."""


class Vault:
    """``settled`` says that no row was left as it was before the first key, or under an older one: then each
    value has one place to look for. Without a ring everything stays plain (tests, ``vault.require = false``).
    """

    def __init__(self, ring: KeyRing | None = None, settled: bool = False) -> None:
        self._ring = ring
        self._settled = settled
        self._numbers = lru_cache(maxsize=CHATS_REMEMBERED)(self._keyed)

    @property
    def hides(self) -> bool:
        """Whether anything is encrypted here."""
        return self._ring is not None

    def seal(self, spot: CellAddress, value: Any) -> str | None:
        """An envelope of something that fits into JSON; ``None`` without a key."""
        if self._ring is None:
            return None
        plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        return self._ring.first.seal(spot, plain)

    def open(self, spot: CellAddress, sealed: str) -> Any:
        """What was sealed; raises ``VaultError``."""
        if self._ring is None:
            raise NoKeys(unpacked(sealed, spot).key_id.hex())
        return json.loads(self._ring.open(spot, sealed))

    def chats(self, chat: int) -> tuple[int, ...]:
        """Under which numbers a chat may stand in the database; the first is the one to write.

        A private chat has the id of its person and becomes a keyed number; a group's id (negative) does not.
        """
        if self._ring is None or not 0 < chat < LEAST_NUMBER:
            return (chat,)
        return self._numbers(chat)

    def _keyed(self, chat: int) -> tuple[int, ...]:
        assert self._ring is not None, "without a key a chat stands as it is"
        if self._settled:
            return (keyed_number(self._ring.first, chat),)
        return (*(keyed_number(key, chat) for key in self._ring), chat)

    def names(self, purpose: str, value: str) -> tuple[str, ...]:
        """Under which texts a value may stand in the database (staff number, place in a dialog)."""
        if self._ring is None:
            return (value,)
        keys = [self._ring.first] if self._settled else list(self._ring)
        keyed = tuple(key.digest(purpose, value).hex() for key in keys)
        return keyed if self._settled else (*keyed, value)


def keyed_number(key: Key, chat: int) -> int:
    """62 bits of the keyed hash: among 100,000 persons two alike are met with once in a thousand million."""
    return LEAST_NUMBER + (int.from_bytes(key.digest("chat", str(chat))[:8], "big") >> 2)
