"""The vault: what it did not write itself it refuses; a key that is none is refused and not shown."""

import base64
from random import Random
from typing import NamedTuple

from storage.vault.envelope import CellAddress, packed, unpacked
from storage.vault.errors import BadKeys, VaultError
from storage.vault.keys import new_key, read_keys
from tests.fakes.vault import KEY, OTHER_KEY, a_vault
from tests.fuzz.mutating import any_bytes, any_text
from tests.fuzz.target import Target, plainly

VAULT, OTHER = a_vault(), a_vault(OTHER_KEY)
SPOTS = (
    CellAddress("said", "sealed", "7"),
    CellAddress("said", "sealed", "8"),
    CellAddress("cases", "sealed", "7"),
)


class Presented(NamedTuple):
    """As it comes from the database: ``text`` for ``spot``, once made of ``words`` for ``meant``."""

    words: str
    meant: CellAddress
    spot: CellAddress
    made: str
    text: str


def _presented(dice: Random) -> Presented:
    words, meant = any_text(dice).encode("utf-8", "replace").decode(), dice.choice(SPOTS)
    made = (VAULT if dice.random() < 0.8 else OTHER).seal(meant, words) or ""
    text = made
    match dice.randrange(5):
        case 0:
            text = any_text(dice, (made,))
        case 1 | 2:
            text = base64.b64encode(any_bytes(dice, base64.b64decode(made))).decode()
        case 3:
            whole = unpacked(made, meant)
            field = dice.choice(whole._fields)
            text = packed(whole._replace(**{field: any_bytes(dice, getattr(whole, field))}))
    return Presented(words, meant, meant if dice.random() < 0.8 else dice.choice(SPOTS), made, text)


def _opened(one: Presented) -> None:
    try:
        value = VAULT.open(one.spot, one.text)
    except VaultError as refused:
        assert len(one.words) < 4 or one.words not in str(refused)
        return
    assert (value, one.spot, one.text) == (one.words, one.meant, one.made)


def _keys(dice: Random) -> str:
    return any_text(dice, (KEY, f"{KEY},{OTHER_KEY}", f"# since 2026\n{KEY}\n\n# before\n{OTHER_KEY}\n"))


def _read(written: str) -> None:
    try:
        ring = read_keys(written)
    except BadKeys as refused:
        assert KEY[:10] not in str(refused) and OTHER_KEY[:10] not in str(refused)
        return
    assert KEY[:10] not in repr(ring) and len(list(ring)) >= 1 and new_key() not in written


TARGETS = (
    Target("vault: envelopes", "only what was sealed for this place opens", 60, _presented, plainly(_opened)),
    Target("vault: keys", "only keys are taken; no error shows one", 20, _keys, plainly(_read)),
)
