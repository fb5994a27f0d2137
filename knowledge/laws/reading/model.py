"""A law as it was read from a file, and the lines on the way there."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.laws.texts.article import ReadArticle


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a document. `heading_level`: 0 for a DOCX title, 1 to 9 for headings, None for text.

    `place` says where it stands in the file, for error messages: "line 12", "paragraph 4", "page 3".
    """

    text: str
    heading_level: int | None
    place: str


@dataclass(frozen=True, slots=True)
class ReadLaw:
    """A whole law, or one `part` of it; the numbers of `articles` go on without a gap.

    `passed` is the latest day of passing, amending or publishing that head or file name give. `in_force` is
    that of this text, None where the file does not say it (an amended text often keeps the first date).
    `annexes` are what follows the last article, each beginning with its own heading line.
    """

    title: str
    passed: date | None
    in_force: date | None
    preamble: str
    articles: tuple[ReadArticle, ...]
    annexes: tuple[str, ...]
    file: Path
    part: str | None
