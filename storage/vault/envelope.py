"""The envelope: version (1 byte), key id (4), nonce (12), then AES-256-GCM with its tag of 16 bytes.

Bound to it (associated data) are the table, the column and the key of the row: an envelope that was moved
does not open.
"""

import binascii
import struct
from typing import NamedTuple

from storage.vault.errors import Damaged

VERSION = 1
KEY_ID_BYTES = 4
NONCE_BYTES = 12
TAG_BYTES = 16
_LENGTHS = struct.Struct(">BIII")
_HEAD = 1 + KEY_ID_BYTES + NONCE_BYTES


class CellAddress(NamedTuple):
    """Where an envelope belongs; ``row`` is the row's key as text."""

    table: str
    column: str
    row: str


class Envelope(NamedTuple):
    """The parts of one; ``ciphertext`` ends with the tag."""

    key_id: bytes
    nonce: bytes
    ciphertext: bytes


def bound(spot: CellAddress, key_id: bytes) -> bytes:
    """Associated data. The lengths of all parts stand in front, so that no two spots look alike."""
    table, column, row = spot.table.encode(), spot.column.encode(), spot.row.encode()
    return _LENGTHS.pack(VERSION, len(table), len(column), len(row)) + key_id + table + column + row


def packed(envelope: Envelope) -> str:
    """As text: both databases and the backup keep it as it is."""
    raw = bytes([VERSION]) + envelope.key_id + envelope.nonce + envelope.ciphertext
    return binascii.b2a_base64(raw, newline=False).decode()


def unpacked(text: str, spot: CellAddress) -> Envelope:
    """Raises ``Damaged`` for what ``packed`` cannot have written."""
    try:
        raw = binascii.a2b_base64(text, strict_mode=True)
    except ValueError:
        raise Damaged(spot.table, spot.column) from None
    # the last letters of base64 can be written in more ways than one: only ours counts
    again = binascii.b2a_base64(raw, newline=False).decode()
    if again != text or len(raw) < _HEAD + TAG_BYTES or raw[0] != VERSION:
        raise Damaged(spot.table, spot.column)
    return Envelope(raw[1 : 1 + KEY_ID_BYTES], raw[1 + KEY_ID_BYTES : _HEAD], raw[_HEAD:])
