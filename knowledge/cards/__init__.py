"""Policy cards: everyday questions answered in plain words, each standing on named articles until a date."""

from knowledge.cards.card import Basis, Calculator, Card, DocumentRef, Preparation, Reference, read_card
from knowledge.cards.collection import CARDS_FOLDER, Finding, Problem, Shelf, load_cards, open_shelf
from knowledge.cards.company_card import HouseCard, house_card

__all__ = [
    "CARDS_FOLDER",
    "Basis",
    "Calculator",
    "Card",
    "DocumentRef",
    "Finding",
    "HouseCard",
    "Preparation",
    "Problem",
    "Reference",
    "Shelf",
    "house_card",
    "load_cards",
    "open_shelf",
    "read_card",
]
