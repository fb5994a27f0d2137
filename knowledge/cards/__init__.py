"""Policy cards: everyday questions answered in plain words, each standing on named articles until a date."""

from knowledge.cards.card import Basis, Calculator, Card, DocumentRef, Preparation, Reference, read_card
from knowledge.cards.collection import CARDS_FOLDER, CardCollection, Finding, Problem, load_cards, open_cards
from knowledge.cards.company_card import CompanyCard, company_card

__all__ = [
    "CARDS_FOLDER",
    "Basis",
    "Calculator",
    "Card",
    "CardCollection",
    "CompanyCard",
    "DocumentRef",
    "Finding",
    "Preparation",
    "Problem",
    "Reference",
    "company_card",
    "load_cards",
    "open_cards",
    "read_card",
]
