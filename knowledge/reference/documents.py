"""Official texts known by title and date only: what of them was checked, and until when that holds."""

from datetime import date
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from knowledge.datafile import Checked, read_checked, refuse_duplicates
from knowledge.fields import Key, Words

DOCUMENTS_FILE = Path(__file__).with_name("documents.toml")


class Document(Checked):
    """One text. Fields are explained at the head of ``documents.toml``."""

    key: Key
    title: Words
    number: Words | None = None
    passed: date | None = None
    in_force: date
    checked_on: date
    next_check: date
    checked: Words
    source: Words

    @model_validator(mode="after")
    def _dates_follow_each_other(self) -> Self:
        if self.passed and self.passed > self.in_force:
            raise ValueError(f"{self.key}: in_force must not be before passed")
        if self.next_check <= self.checked_on:
            raise ValueError(f"{self.key}: next_check must be after checked_on")
        return self

    def governs_on(self, day: date) -> bool:
        """True from the day it is in force; whether somebody has checked it is another question."""
        return self.in_force <= day

    def due_on(self, day: date) -> bool:
        """True from the day on which it must be checked again before it may carry an answer."""
        return day >= self.next_check


class Documents(Checked):
    """All of them, in the order of the file; no key twice."""

    documents: tuple[Document, ...] = Field(alias="document", min_length=1)

    @model_validator(mode="after")
    def _keys_are_there_once(self) -> Self:
        refuse_duplicates(document.key for document in self.documents)
        return self

    @property
    def keys(self) -> frozenset[str]:
        """Every key that a card may name."""
        return frozenset(document.key for document in self.documents)

    def get(self, key: str) -> Document | None:
        """The document with this key."""
        return next((document for document in self.documents if document.key == key), None)


def load_documents(path: Path = DOCUMENTS_FILE) -> Documents:
    """The table; raises ``BadData`` with file, place and problem."""
    return read_checked(path, Documents)
