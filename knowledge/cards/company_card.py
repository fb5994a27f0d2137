"""Cards that came out of the learning loop: a policy officer wrote them, a second person approved them."""

from collections.abc import Sequence
from datetime import date

from pydantic import Field

from knowledge.cards.card import Basis, Card, read_basis
from knowledge.fields import Bilingual, Words
from knowledge.triage.taxonomy import Helper


class CompanyCard(Card):
    """A card of the house: one question will do, and a paper of the company may be its basis."""

    questions: tuple[Words, ...] = Field(min_length=1)
    basis: tuple[Basis, ...] = ()
    document: str = ""


def company_card(
    *,
    key: str,
    title: str,
    questions: Sequence[str],
    category: str,
    answer: str,
    basis: Sequence[str],
    document: str,
    checked: date,
    until: date,
    door: Bilingual,
) -> CompanyCard:
    """What two people of the house stand for, as a card. Raises ValueError where it is none."""
    return CompanyCard(
        key=key,
        title=title[:20],
        category=category,
        questions=tuple(questions),
        basis=tuple(read_basis(one) for one in basis),
        document=document,
        checked=checked,
        until=until,
        owner=Helper.POLICY,
        door=door,
        en=answer,
        answer=tuple(part.strip() for part in answer.split("\n") if part.strip()),
    )
