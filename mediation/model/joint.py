"""A joint matter: one case, its owner, and any number of people who sign what its owner wrote."""

from datetime import datetime
from typing import NamedTuple, Protocol

from pydantic import BaseModel

REPRESENTATIVES = 5
"""信访工作条例 20(3), in force since 2022-05-01: whoever comes in person for several names at most five."""


class JointMatter(BaseModel):
    """What people sign: ``statement`` never changes once the code is out. ``code`` leads others to it."""

    number: str
    code: str
    statement: str
    opened_at: datetime


class Signed(NamedTuple):
    """A case that somebody has co-signed, and when."""

    number: str
    at: datetime


class Joints(Protocol):
    """Joint matters, their co-signers and their representatives."""

    def get(self, number: str) -> JointMatter | None:
        """The joint matter of a case, if it is one."""

    def by_code(self, code: str) -> JointMatter | None:
        """The joint matter behind a code."""

    def add(self, joint: JointMatter) -> None:
        """Keep a new one."""

    def hold(self, number: str) -> None:
        """Until the end of the transaction nobody else counts or changes its representatives."""

    def sign(self, number: str, person_id: int, at: datetime) -> bool:
        """Keep a signature; False when this person has signed already."""

    def unsign(self, number: str, person_id: int) -> bool:
        """Take a signature away; False when there is none."""

    def signers(self, number: str) -> list[int]:
        """Everybody who has signed, in that order."""

    def signed_by(self, person_id: int) -> list[Signed]:
        """What somebody has signed, the newest first."""

    def represent(self, number: str, person_id: int, stands: bool) -> None:
        """This person stands as a representative, or does not any more."""

    def representatives(self, number: str) -> list[int]:
        """Who stands."""
