"""What a person sees of their own data and that no other reader of the store gives."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from mediation.model.cases.content import Content
from storage.campaigns.campaigns import SUBSCRIPTIONS
from storage.crisis.calls import CALLS
from storage.messages.talk import SAID
from storage.people.people import ATTEMPTS, PERSONS
from storage.questions.questions import WISHES
from storage.vault.hidden_columns import SAID as WORDS
from storage.vault.vault import Vault


class OwnMessage(NamedTuple):
    """Something that both sides read. ``mine`` tells the owner's words from those of the staff."""

    at: datetime
    mine: bool
    content: Content


class OwnCall(NamedTuple):
    """A call in danger: when, until when, and what was feared; its words are wiped when it ends."""

    opened_at: datetime
    ended_at: datetime | None
    danger: str


class SqlOwnData:
    """Reads what has no reader elsewhere."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def said(self, number: str) -> list[OwnMessage]:
        """What was said openly in a case, in order; whoever held the case before is its owner too."""
        public = (SAID.c.case_number == number) & (SAID.c.privacy == "public")
        return [
            OwnMessage(
                row.said_at,
                row.author_role == "owner",
                Content(kind=row.kind, **WORDS.decrypt(self._vault, row._mapping)),
            )
            for row in self._connection.execute(select(SAID).where(public).order_by(SAID.c.id))
        ]

    def calls(self, person_id: int) -> list[OwnCall]:
        """Calls in danger, in order; drills have no person."""
        mine = select(CALLS).where(CALLS.c.person_id == person_id).order_by(CALLS.c.id)
        return [OwnCall(one.opened_at, one.ended_at, one.danger) for one in self._connection.execute(mine)]

    def since(self, person_id: int) -> datetime | None:
        """When they first wrote to us."""
        return self._connection.scalar(select(PERSONS.c.created_at).where(PERSONS.c.id == person_id))

    def subscribed_since(self, person_id: int) -> datetime | None:
        """When they opted in to campaigns, if they did."""
        mine = select(SUBSCRIPTIONS.c.since).where(SUBSCRIPTIONS.c.person_id == person_id)
        return self._connection.scalar(mine)

    def counts(self, person_id: int) -> tuple[int, int]:
        """Questions they wait for, and tries that are still counted."""
        waiting = select(func.count()).select_from(WISHES).where(WISHES.c.person_id == person_id)
        tries = select(func.count()).select_from(ATTEMPTS).where(ATTEMPTS.c.person_id == person_id)
        return int(self._connection.scalar(waiting) or 0), int(self._connection.scalar(tries) or 0)
