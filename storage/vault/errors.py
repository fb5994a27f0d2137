"""What the vault refuses; every error is one line that a person can act on, without keys and contents."""


class VaultError(Exception):
    """Nothing was read and nothing was overwritten."""


class BadKeys(VaultError):
    """What was given as keys is none; says which one is wrong and never what it was."""


class NoKeys(VaultError):
    """The database holds encrypted rows, and no key was given."""

    def __init__(self, key_ids: str) -> None:
        super().__init__(
            f"the database is encrypted (key {key_ids}); set XINQIAO_VAULT_KEYS or vault.key_file"
        )


class UnknownKey(VaultError):
    """Encrypted with a key that is not on the ring; ``key_id`` says which one to look for."""

    def __init__(self, key_id: str) -> None:
        super().__init__(
            f"encrypted with key {key_id}, which is not among the keys given; "
            "put it back behind the others, nothing has been changed"
        )
        self.key_id = key_id


class Damaged(VaultError):
    """Not what was once written to this table, column and row: changed, cut off or moved here."""

    def __init__(self, table: str, column: str) -> None:
        super().__init__(f"a row of {table}.{column} is damaged or was moved here; it is left as it is")
        self.table = table
        self.column = column
