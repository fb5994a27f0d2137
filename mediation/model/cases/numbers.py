"""Case numbers, receipt codes and aliases: random, so that they give nothing away."""

import hashlib
import hmac
import re
import secrets
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without 0/O, 1/I/L and U: easy to read aloud over the telephone. 30**8 numbers."""

NUMBER_IN_WORDS = re.compile(rf"(?<![A-Z0-9])[{ALPHABET}]{{4}}[ -]?[{ALPHABET}]{{4}}(?![A-Z0-9])")
"""A case number somewhere in a text; capital letters only."""

_SCRYPT = {"n": 2**14, "r": 8, "p": 1, "maxmem": 2**26}

Choose = Callable[[str], str]


def choose_securely(alphabet: str) -> str:
    """One unguessable letter; tests pass their own."""
    return secrets.choice(alphabet)


def case_number(choose: Choose = choose_securely) -> str:
    """Eight letters in two groups, e.g. ``K7QF-2MRD``; no date, no counter, no category."""
    letters = "".join(choose(ALPHABET) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def read_number(text: str) -> str | None:
    """The case number somebody typed, or ``None``.

    Forgives small letters, full-width letters, spaces and a missing dash.
    """
    letters = "".join(ch for ch in unicodedata.normalize("NFKC", text).upper() if ch.isalnum())
    if len(letters) != 8 or any(ch not in ALPHABET for ch in letters):
        return None
    return f"{letters[:4]}-{letters[4:]}"


def receipt_code(choose: Choose = choose_securely) -> str:
    """Sixteen digits in four groups; shown once, kept only as a salted hash."""
    digits = "".join(choose("0123456789") for _ in range(16))
    return " ".join(digits[i : i + 4] for i in range(0, 16, 4))


def _digits(code: str) -> bytes:
    return "".join(ch for ch in unicodedata.normalize("NFKC", code) if ch.isdigit()).encode()


class ReceiptCode(NamedTuple):
    """A code to be shown once, and what is kept of it."""

    shown: str
    hashed: str


def new_receipt_code(choose: Choose = choose_securely) -> ReceiptCode:
    """A fresh code with its hash; takes about 50 ms on purpose, so make it outside any transaction."""
    code = receipt_code(choose)
    return ReceiptCode(code, hash_code(code))


def hash_code(code: str, salt: bytes | None = None) -> str:
    """Salted scrypt hash (N=2**14, r=8, p=1) of the digits, as ``salt:hash`` in hex."""
    salt = salt if salt is not None else secrets.token_bytes(16)
    return f"{salt.hex()}:{hashlib.scrypt(_digits(code), salt=salt, **_SCRYPT).hex()}"


def code_matches(code: str, kept: str) -> bool:
    """Whether the typed code is the one that was kept; compares in constant time."""
    salt, _, _ = kept.partition(":")
    return hmac.compare_digest(hash_code(code, bytes.fromhex(salt)), kept)
