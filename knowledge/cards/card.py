"""A policy card: one everyday question answered in plain words, and the articles that it stands on."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Self

import yaml
from pydantic import (
    BeforeValidator,
    Field,
    StringConstraints,
    model_validator,
)

from knowledge.datafile import Checked, parse_checked
from knowledge.errors import BadData
from knowledge.fields import Bilingual, Key, Words
from knowledge.laws.texts.article import article_label
from knowledge.triage.taxonomy import Helper

_REFERENCE = re.compile(r"(?P<law>\S+) +(?P<article>[1-9]\d{0,3})(?:之(?P<sub>[1-9]\d?))?")
_FRONT = re.compile(r"---[ \t]*\n(?P<front>.*?\n)---[ \t]*\n(?P<body>.*)", re.DOTALL)

Title = Annotated[str, StringConstraints(min_length=2, max_length=20, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{4}$")]


class Reference(Checked):
    """One article; written 劳动法 44, or 刑法 133之1 for an inserted one."""

    law: Words
    article: int = Field(ge=1)
    sub: int | None = Field(default=None, ge=1)

    @property
    def label(self) -> str:
        """第四十四条, as the law prints it."""
        return article_label(self.article, self.sub)

    def __str__(self) -> str:
        return f"{self.law} {self.article}" + (f"之{self.sub}" if self.sub else "")


class DocumentRef(Checked):
    """A text of documents.toml; written ``document: KEY``."""

    key: Key

    def __str__(self) -> str:
        return self.key


class Calculator(StrEnum):
    """The calculators that a card may point to."""

    OVERTIME = "overtime"
    SEVERANCE = "severance"
    ANNUAL_LEAVE = "annual-leave"
    INJURY_LIMITS = "injury-limits"
    RETIREMENT = "retirement"


class Preparation(Checked):
    """What to collect before going to anybody, in both languages, item for item."""

    zh: tuple[Words, ...] = Field(min_length=1)
    en: tuple[Words, ...] = Field(min_length=1)


def read_basis(written: object) -> object:
    """`written` as it stands in a file, as fields of a Reference or a DocumentRef."""
    if isinstance(written, str):
        match = _REFERENCE.fullmatch(written.strip())
        if match is None:
            raise ValueError(f"{written!r} is not a law's short title, a space and a number")
        return Reference(
            law=match["law"], article=int(match["article"]), sub=int(match["sub"]) if match["sub"] else None
        )
    if isinstance(written, Mapping) and list(written) == ["document"]:
        return DocumentRef(key=written["document"])
    return written


Basis = Annotated[Reference | DocumentRef, BeforeValidator(read_basis)]


class Card(Checked):
    """One card. `key` is the name of its file; `answer` has the paragraphs of the body, in Chinese.

    `basis` are the texts without which the answer falls, `see` is only further reading. The card holds from
    `checked` to `until`, both included. `figures_from_document` are figures of the answer (as written there)
    that stand in a document of the basis, where no article can prove them.
    """

    key: Key
    title: Title
    category: Code
    also: tuple[Code, ...] = ()
    questions: tuple[Words, ...] = Field(min_length=5, max_length=9)
    basis: tuple[Basis, ...] = Field(min_length=1)
    see: tuple[Basis, ...] = ()
    checked: date
    until: date
    owner: Helper
    limits: tuple[Key, ...] = ()
    prepare: Preparation | None = None
    door: Bilingual
    hotlines: tuple[Words, ...] = ()
    calculator: Calculator | None = None
    figures_from_document: tuple[Words, ...] = ()
    en: Words
    answer: tuple[Words, ...]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if not self.answer:
            raise ValueError("the answer under the second --- is empty")
        if self.until < self.checked:
            raise ValueError(f"until {self.until} is before checked {self.checked}")
        for name in ("also", "questions", "basis", "see", "limits", "hotlines"):
            entries = getattr(self, name)
            if len(set(entries)) != len(entries):
                raise ValueError(f"{name} says the same thing twice")
        if self.figures_from_document and not any(isinstance(one, DocumentRef) for one in self.basis):
            raise ValueError("figures_from_document needs a document in basis")
        return self

    @property
    def references(self) -> tuple[Reference, ...]:
        """The articles of `basis`, then those of `see`."""
        return tuple(one for one in self.basis + self.see if isinstance(one, Reference))

    @property
    def wording(self) -> Mapping[str, str]:
        """Everything that a reader may see, by the place it has in the file."""
        prepare = self.prepare
        return {
            "title": self.title,
            "answer": "\n".join(self.answer),
            "en": self.en,
            "door.zh": self.door.zh,
            "door.en": self.door.en,
            "prepare": "\n".join(prepare.zh + prepare.en) if prepare else "",
        }


def read_card(path: Path) -> Card:
    """The card in one Markdown file. Raises BadData(file, place, problem)."""
    front, body = _parts(path)
    answer = tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", body) if part.strip())
    return parse_checked(path, {**front, "key": path.stem, "answer": answer}, Card)


def _parts(path: Path) -> tuple[dict[str, Any], str]:
    """The fields and the text of a file. Raises BadData."""
    try:
        match = _FRONT.fullmatch(path.read_text(encoding="utf-8").replace("\r\n", "\n"))
        front = yaml.safe_load(match["front"]) if match else None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise BadData(file=str(path), place="", problem=" ".join(str(problem).split())) from problem
    if match is None or not isinstance(front, dict):
        raise BadData(file=str(path), place="", problem="a card is --- fields --- text")
    if taken := {"key", "answer"} & front.keys():
        raise BadData(file=str(path), place=min(taken), problem="comes from the file's name or its text")
    return front, match["body"]
