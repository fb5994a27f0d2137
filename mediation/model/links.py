"""Links between cases: nothing is overwritten when the same matter comes again, it is linked."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from pydantic import BaseModel


class LinkKind(StrEnum):
    """Why two cases belong together."""

    REPEAT_OF = "repeat_of"
    """Its owner filed the same matter again; ``number`` is the later case, ``other`` the earlier."""

    LIKELY = "likely"
    """Staff have looked whether cases of two people are one matter."""

    JOINT = "joint"
    """A co-signer of the joint matter ``number`` says that their own case ``other`` is the same."""


class CaseLink(BaseModel):
    """One link; ``holds`` is false where somebody looked and said that it is not the same.

    ``by`` is the person who said so, ``at`` an aware UTC moment. It is found from either case.
    """

    number: str
    other: str
    kind: LinkKind
    holds: bool = True
    by: int
    at: datetime

    def from_(self, number: str) -> str:
        """The case at the other end."""
        return self.other if number == self.number else self.number


class Links(Protocol):
    """Links between cases."""

    def put(self, link: CaseLink) -> None:
        """Keep it, in place of an earlier one of the same kind between the same two."""

    def of_case(self, number: str) -> list[CaseLink]:
        """All links of a case, whichever end it is, oldest first."""
