"""The lines of a paper in their order: what the chat and the DOCX file both show, word for word."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, RootModel

from knowledge.datafile import read_checked
from mediation.model.procedure.paper import Paper, demand_signature
from mediation.papers.formats import formats, one_line

WORDS_FILE = Path(__file__).with_name("words.toml")


class PaperWords(BaseModel):
    """One language. Fields are explained at the head of ``words.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    draft: str
    number: str
    signed: str
    unsigned: str
    page: str
    page_of: tuple[str, str, str]


class _File(RootModel[Mapping[Literal["zh-CN", "en"], PaperWords]]):
    model_config = ConfigDict(frozen=True)


@cache
def paper_words(language: str) -> PaperWords:
    """The words of `language`; Chinese where it is unknown. Read once."""
    table = read_checked(WORDS_FILE, _File).root
    return table["en"] if language == "en" else table["zh-CN"]


class Role(StrEnum):
    """What a line is; the forms dress each in their own way."""

    TITLE = "title"
    NUMBER = "number"
    GREETING = "greeting"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    OFFICE = "office"
    SIGNATURE = "signature"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Line:
    """One line without markup and without a line break."""

    role: Role
    text: str


def lines(paper: Paper) -> tuple[Line, ...]:
    """Title, number, parts, office, signature (or the place for it), day. Empty lines are left out."""
    words = paper_words(paper.language)
    signer = None if paper.is_draft else paper.signed_by
    found = [Line(Role.TITLE, paper.title), Line(Role.NUMBER, words.number.format(number=paper.number))]
    for heading, paragraphs in paper.parts:
        found.append(Line(Role.HEADING, heading))
        role = Role.PARAGRAPH if heading else Role.GREETING
        found += [Line(role, text) for text in paragraphs]
    signed = words.signed.format(name=signer.name, office=signer.office) if signer else words.unsigned
    found += [
        Line(Role.OFFICE, paper.office),
        Line(Role.SIGNATURE, signed),
        Line(Role.DAY, formats(paper.language).write_day(paper.date)),
    ]
    fit = (Line(line.role, one_line(line.text)) for line in found)
    return tuple(line for line in fit if line.text)


def draft_mark(paper: Paper, final: bool) -> str | None:
    """What stands on every page of a draft. Raises NotSigned where a final paper is asked of one."""
    if final:
        demand_signature(paper)
    return paper_words(paper.language).draft if paper.is_draft else None
