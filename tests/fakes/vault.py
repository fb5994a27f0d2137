"""A vault whose key is the same in every test."""

import base64

from storage.vault.keys import read_keys
from storage.vault.vault import Vault

KEY = base64.b64encode(bytes(range(32))).decode()
OTHER_KEY = base64.b64encode(bytes(range(32, 64))).decode()


def a_vault(*keys: str, settled: bool = True) -> Vault:
    """With these keys, else with the one of the tests."""
    return Vault(read_keys(",".join(keys or (KEY,))), settled)
