"""A law as it was read from a file, and the lines on the way there."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a document. `heading_level`: 0 for a DOCX title, 1 to 9 for headings, None for text.

    `place` says where it stands in the file, for error messages: "line 12", "paragraph 4", "page 3".
    """

    text: str
    heading_level: int | None
    place: str


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """One article; `text` has a paragraph or an item （一） on each line, whitespace tidied, quotes kept.

    `book` joins 编 and 分编 ("第三编 合同 第一分编 通则"); in a file of one part it begins with that part.
    """

    number: int
    sub: int | None
    book: str | None
    chapter: str | None
    section: str | None
    text: str


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
