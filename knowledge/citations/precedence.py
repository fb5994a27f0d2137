"""Which text governs where two disagree, and which numbers a new text has changed: data with the reasons."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import Field

from knowledge.datafile import Checked, read_checked
from knowledge.fields import Bilingual
from knowledge.laws.texts.article import Article, Validity
from knowledge.laws.texts.store import LawStore

PRECEDENCE_FILE = Path(__file__).with_name("precedence.toml")


class Rule(Checked):
    """An old or general text and what governs; fields are explained at the head of ``precedence.toml``."""

    old: tuple[str, ...] = Field(min_length=1)
    when: str = ""
    governs: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    why: Bilingual

    def concerns(self, article: Article, question: str) -> bool:
        """Whether this article, found for this question, is the old text."""
        names = {article.law, f"{article.law} {article.number}"}
        return bool(names & set(self.old)) and re.search(self.when, question) is not None


class NewNumber(Checked):
    """A number of the old text and where its matter stands now."""

    old: int = Field(ge=1)
    now: int = Field(ge=1)
    about: Bilingual


class Renumbered(Checked):
    """A law whose text of `since` counts differently."""

    law: str
    since: date
    numbers: tuple[NewNumber, ...] = Field(min_length=1)


class Precedence(Checked):
    """Everything in the file."""

    rule: tuple[Rule, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()

    def new_number(self, law: str, number: int, as_of: date) -> NewNumber | None:
        """Where the matter of an old number stands on `as_of`; None where nothing is known to have moved."""
        for one in self.renumbered:
            if one.law == law and one.since <= as_of:
                return next((new for new in one.numbers if new.old == number), None)
        return None


@dataclass(frozen=True, slots=True)
class Governing:
    """What governs in the place of `old`: stored articles, and texts known by title and date only."""

    old: Article
    articles: tuple[Article, ...]
    laws: tuple[str, ...]
    documents: tuple[str, ...]
    why: Bilingual


class PrecedenceResolver:
    """Puts the governing text first. Immutable."""

    def __init__(self, precedence: Precedence, store: LawStore) -> None:
        self.table = precedence
        self._store = store

    def governing(self, article: Article, question: str, as_of: date) -> Governing | None:
        """What governs where `article` is old or general, or None."""
        for rule in self.table.rule:
            if rule.concerns(article, question):
                articles = tuple(self._stored(rule.governs, as_of))
                laws = tuple(dict.fromkeys(one.rpartition(" ")[0] for one in rule.governs))
                return Governing(article, articles, laws, rule.documents, rule.why)
        return None

    def in_order(
        self, articles: Iterable[Article], question: str, as_of: date
    ) -> tuple[list[Article], list[Governing]]:
        """The articles with the governing ones before the old ones, each once; and the reasons."""
        ordered: list[Article] = []
        reasons: list[Governing] = []
        for article in articles:
            found = self.governing(article, question, as_of)
            if found:
                reasons.append(found)
            for one in (*(found.articles if found else ()), article):
                if one not in ordered:
                    ordered.append(one)
        return ordered, reasons

    def _stored(self, written: Iterable[str], as_of: date) -> Iterator[Article]:
        for one in written:
            law, _, number = one.rpartition(" ")
            article = self._store.article(law, int(number), as_of=as_of)
            if article and article.validity(as_of) is Validity.CURRENT:
                yield article


def load_precedence(path: Path = PRECEDENCE_FILE) -> Precedence:
    """The project's table. Raises BadData with file and place."""
    return read_checked(path, Precedence)
