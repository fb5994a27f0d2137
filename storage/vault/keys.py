"""Keys: 32 random bytes as base64. The first on the ring encrypts, the others only decrypt."""

import binascii
import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.vault.envelope import KEY_ID_BYTES, NONCE_BYTES, CellAddress, Envelope, bound, packed, unpacked
from storage.vault.errors import BadKeys, Damaged, UnknownKey

KEY_BYTES = 32
_LINE = re.compile(r"[\s,;]+")


def new_key() -> str:
    """A fresh key as it is written down."""
    return binascii.b2a_base64(secrets.token_bytes(KEY_BYTES), newline=False).decode()


def _derived(secret: bytes, purpose: str, length: int = KEY_BYTES) -> bytes:
    return HKDF(SHA256(), length, salt=None, info=f"xinqiao/vault/1/{purpose}".encode()).derive(secret)


def write_key(file: Path, key: str) -> None:
    """Into a new file that only its owner can read; raises ``OSError``, also when there is one already."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
        out.write(f"{key}\n")


class Key:
    """One key. What encrypts, what looks up and the id are derived from it, each for itself."""

    def __init__(self, secret: bytes) -> None:
        self._cipher = AESGCM(_derived(secret, "encrypt"))
        self._lookup = _derived(secret, "look up")
        self.raw_id = _derived(secret, "id", KEY_ID_BYTES)

    @property
    def id(self) -> str:
        """Eight hexadecimal digits that may be shown to anybody."""
        return self.raw_id.hex()

    def __repr__(self) -> str:
        return f"Key({self.id})"

    def seal(self, spot: CellAddress, plain: bytes) -> str:
        """An envelope for this spot and no other."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return packed(
            Envelope(self.raw_id, nonce, self._cipher.encrypt(nonce, plain, bound(spot, self.raw_id)))
        )

    def open(self, spot: CellAddress, envelope: Envelope) -> bytes:
        """What is in it; raises ``Damaged``."""
        try:
            return self._cipher.decrypt(envelope.nonce, envelope.ciphertext, bound(spot, self.raw_id))
        except InvalidTag:
            raise Damaged(spot.table, spot.column) from None

    def digest(self, purpose: str, value: str) -> bytes:
        """HMAC-SHA256: equal for equal values, and nothing to somebody without the key."""
        return hmac.digest(self._lookup, f"{purpose}\x1f{value}".encode(), hashlib.sha256)


class KeyRing:
    """At least one key; raises ``BadKeys`` for none and for one that is given twice."""

    def __init__(self, keys: list[Key]) -> None:
        if not keys:
            raise BadKeys("no key given")
        self._keys = {key.raw_id: key for key in keys}
        if len(self._keys) != len(keys):
            raise BadKeys("one key is given twice")
        self.first = keys[0]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys.values())

    def __len__(self) -> int:
        return len(self._keys)

    def __repr__(self) -> str:
        return f"KeyRing({', '.join(key.id for key in self)})"

    def open(self, spot: CellAddress, text: str) -> bytes:
        """What is in an envelope; raises ``UnknownKey`` or ``Damaged``."""
        envelope = unpacked(text, spot)
        key = self._keys.get(envelope.key_id)
        if key is None:
            raise UnknownKey(envelope.key_id.hex())
        return key.open(spot, envelope)


def read_keys(text: str) -> KeyRing:
    """Keys with commas, spaces or line ends between them; a line that begins with # is a remark.

    Raises ``BadKeys``, which says how many-th key is wrong and never what it was.
    """
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    words = [word for word in _LINE.split("\n".join(lines)) if word]
    return KeyRing([_key(word, place) for place, word in enumerate(words, start=1)])


def _key(word: str, place: int) -> Key:
    try:
        secret = binascii.a2b_base64(word, strict_mode=True)
    except ValueError:
        secret = b""
    if len(secret) != KEY_BYTES:
        raise BadKeys(f"key {place} is none (not shown); make one with 'xinqiao vault new-key'")
    return Key(secret)
