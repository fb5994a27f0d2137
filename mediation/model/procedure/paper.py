"""What a paper is: a value without markup, which the chat and the DOCX file show alike."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mediation.model.procedure.paper_errors import NotSigned


class Kind(StrEnum):
    """The papers of a case; what each must say is in ``kinds.toml``."""

    RECEIPT = "receipt"
    ROUTE = "route"
    REDIRECTION = "redirection"
    TRANSFER = "transfer"
    MISSING_ITEMS = "missing_items"
    EXTENSION = "extension"
    OPINION = "opinion"
    AGREEMENT = "agreement"
    REVIEW = "review"
    RECHECK = "recheck"
    WITHDRAWAL = "withdrawal"
    SUPERVISION = "supervision"
    SECOND_LOOK = "second_look"


@dataclass(frozen=True, slots=True)
class Signer:
    """The person who answers for a paper: a name and an office, neither of them blank."""

    name: str
    office: str

    @property
    def is_named(self) -> bool:
        """Whether both name and office are there."""
        return bool(self.name.strip() and self.office.strip())


@dataclass(frozen=True, slots=True)
class Limit:
    """A last day as it was computed elsewhere: `plain` by the calendar, `last` after rolling over days off.

    民法典 203: a last day that is a statutory holiday moves to the day after it.
    """

    plain: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.plain:
            raise ValueError(f"a limit rolls forward only, not from {self.plain} to {self.last}")


Section = tuple[str, tuple[str, ...]]
"""A heading and its paragraphs, plain text; no paragraph holds a line break."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document, ready to be shown. Without a named `signed_by` it is a draft, whatever it says.

    `date` is the day of the paper; `office` issues it; `parts` are in their order, their headings numbered.
    """

    kind: Kind
    number: str
    date: date
    office: str
    signed_by: Signer | None
    parts: tuple[Section, ...]
    language: str
    title: str

    @property
    def is_draft(self) -> bool:
        """True until a named person has signed."""
        return self.signed_by is None or not self.signed_by.is_named

    @property
    def text(self) -> str:
        """Everything that was written into it, line by line, for whoever checks it; title and parts only."""
        return "\n".join(
            [self.title, *(line for head, paragraphs in self.parts for line in (head, *paragraphs))]
        )


def sign(paper: Paper, signer: Signer) -> Paper:
    """The paper with the name and the office of the person who signs it. Raises NotSigned where one is blank.

    Called for an act of that person; the bot never calls it of its own accord.
    """
    if not signer.is_named:
        raise NotSigned(kind=paper.kind.value, number=paper.number)
    return replace(paper, signed_by=signer)


def demand_signature(paper: Paper) -> None:
    """Raises NotSigned for a draft."""
    if paper.is_draft:
        raise NotSigned(kind=paper.kind.value, number=paper.number)


def canonical(paper: Paper) -> str:
    """The paper as text: every field, the signature too, nothing of its layout; see `read_back`."""
    signer = paper.signed_by
    fields = {
        "kind": paper.kind.value,
        "number": paper.number,
        "date": paper.date.isoformat(),
        "office": paper.office,
        "signed_by": [signer.name, signer.office] if signer else None,
        "language": paper.language,
        "title": paper.title,
        "parts": [[heading, list(paragraphs)] for heading, paragraphs in paper.parts],
    }
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_back(text: str) -> Paper:
    """The paper that `canonical` wrote."""
    fields = json.loads(text)
    signer = fields["signed_by"]
    return Paper(
        kind=Kind(fields["kind"]),
        number=fields["number"],
        date=date.fromisoformat(fields["date"]),
        office=fields["office"],
        signed_by=Signer(*signer) if signer else None,
        parts=tuple((heading, tuple(paragraphs)) for heading, paragraphs in fields["parts"]),
        language=fields["language"],
        title=fields["title"],
    )


def digest(paper: Paper) -> str:
    """SHA-256 in hex over the canonical text."""
    return hashlib.sha256(canonical(paper).encode("utf-8")).hexdigest()
