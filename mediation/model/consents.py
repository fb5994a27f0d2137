"""What an owner agrees to apart from filing: each by a press of its own, refused without losing anything.

个人信息保护法 29 (sensitive matters) and 23 (passing on to another office) ask for a separate consent, 15
lets it be withdrawn, 16 forbids that a refusal costs the service.
"""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from pydantic import BaseModel

NOTICE = "2026-11"
"""Version of the words that are agreed to (``consent-…`` in bot/wording); a new wording needs a new one."""


class Purpose(StrEnum):
    """What is agreed to, for one case."""

    SENSITIVE = "sensitive"
    PASSING_ON = "passing_on"


class Consent(BaseModel):
    """Given by whom, when, to which words; never deleted before its case, withdrawn at most."""

    case_number: str
    person_id: int
    purpose: str
    notice: str = NOTICE
    given_at: datetime
    withdrawn_at: datetime | None = None

    @property
    def holds(self) -> bool:
        """Not withdrawn."""
        return self.withdrawn_at is None


class Consents(Protocol):
    """Consents, kept under the numbers of cases."""

    def give(self, consent: Consent) -> None:
        """Keep a new one."""

    def withdraw(self, number: str, purpose: str, at: datetime) -> bool:
        """End whatever holds; False when nothing did."""

    def of_case(self, number: str) -> list[Consent]:
        """All of a case, withdrawn ones too, in order."""
