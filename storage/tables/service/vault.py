"""Which keys this database was written with."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class VaultKeyRow(SQLModel, table=True):
    """A key by its id. ``proof`` opens with it alone; ``settled`` says that no row is left without it."""

    __tablename__ = "vault_keys"
    key_id: str = Field(primary_key=True)
    proof: str
    since: datetime
    settled: bool = False
