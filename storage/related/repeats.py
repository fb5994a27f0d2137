"""Links between cases, and the stories that are compared to find cases that are one matter."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from mediation.model.cases.case import CaseFields
from mediation.model.links import CaseLink, LinkKind
from mediation.related.repeats import SEALED, may_be_compared, story_text
from storage.cases.cases import CASES, FIELDS, SqlCases
from storage.database.sql import put, table
from storage.messages.talk import SAID
from storage.procedure.matters import MATTERS
from storage.tables import CaseLinkRow
from storage.vault.hidden_columns import ACCOUNT
from storage.vault.hidden_columns import SAID as TEXT
from storage.vault.vault import Vault

LINKS = table(CaseLinkRow)
COLUMNS = [LINKS.c[name] for name in CaseLink.model_fields]
READ = 300
"""Characters of a story that the comparison reads (knowledge.similar)."""

OWN, OTHERS = 30, 2000
"""How many of the newest cases are looked through: one's own, and those of other people."""


class Story(NamedTuple):
    """A case and what is compared of it."""

    case: CaseFields
    text: str


class SqlLinks:
    """See ``mediation.model.links.Links``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, link: CaseLink) -> None:
        """Keep it; one for a pair and kind."""
        key = {"number": link.number, "other": link.other, "kind": link.kind.value}
        put(self._connection, CaseLinkRow, key, holds=link.holds, by=link.by, at=link.at)

    def of_case(self, number: str) -> list[CaseLink]:
        """From either end, oldest first."""
        mine = (LINKS.c.number == number) | (LINKS.c.other == number)
        rows = self._connection.execute(
            select(*COLUMNS).where(mine).order_by(LINKS.c.at, LINKS.c.number, LINKS.c.other)
        )
        return [CaseLink(**{**row._mapping, "kind": LinkKind(row.kind)}) for row in rows]


class SqlStories:
    """What owners told, to be compared; never shown to anybody else."""

    def __init__(self, connection: Connection, vault: Vault, cases: SqlCases) -> None:
        self._connection = connection
        self._vault = vault
        self._cases = cases

    def of_owner(self, person_id: int, limit: int = OWN) -> list[Story]:
        """Somebody's own newest cases, withdrawn ones too, without what was sealed."""
        return [story for story, _ in self._newest(CASES.c.owner_id == person_id, limit)]

    def of_case(self, number: str) -> str:
        """What is compared of one case; empty where there is nothing."""
        return next((story.text for story, _ in self._newest(CASES.c.number == number, 1)), "")

    def of_others(self, owner_id: int, viewer_id: int, since: datetime, limit: int = OTHERS) -> list[Story]:
        """The newest cases of anybody but this owner, as far as this member of the staff may know of them."""
        wanted = (CASES.c.owner_id != owner_id) & (CASES.c.filed_at >= since)
        wanted &= CASES.c.state != "withdrawn"
        return [
            story
            for story, (stage, named) in self._newest(wanted, limit)
            if may_be_compared(story.case, stage, named, viewer_id, since)
        ]

    def _newest(
        self, wanted: ColumnElement[bool], limit: int
    ) -> list[tuple[Story, tuple[str | None, Sequence[int]]]]:
        rows = self._connection.execute(
            select(
                *FIELDS,
                CASES.c.account,
                CASES.c.sealed_account,
                MATTERS.c.state.label("stage"),
                MATTERS.c.named,
            )
            .outerjoin(MATTERS, MATTERS.c.number == CASES.c.number)
            .where(wanted, func.coalesce(MATTERS.c.state, "") != SEALED)
            .order_by(CASES.c.filed_at.desc(), CASES.c.number)
            .limit(limit)
        ).all()
        told = self._told([row.number for row in rows])
        found = []
        for row in rows:
            account = ACCOUNT.decrypt(self._vault, row._mapping)["account"]
            stage, named = row.stage, row.named
            case = self._cases.of_row(row)
            text = story_text(told[case.number], account or {})
            found.append((Story(case, text), (stage, named or ())))
        return found

    def _told(self, numbers: list[str]) -> dict[str, list[str]]:
        """The owner's words of each case in order, as far as they are read."""
        found: dict[str, list[str]] = defaultdict(list)
        for at in range(0, len(numbers), READ):  # a statement takes only so many parameters
            rows = self._connection.execute(
                select(SAID)
                .where(SAID.c.case_number.in_(numbers[at : at + READ]), SAID.c.author_role == "owner")
                .order_by(SAID.c.id)
            )
            for row in rows:
                found[row.case_number].append(TEXT.decrypt(self._vault, row._mapping)["text"][:READ])
        return found
