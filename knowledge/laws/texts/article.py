"""What a law and one of its articles are, once read and repaired."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.text.numerals import write_numeral


class Validity(StrEnum):
    """Whether a text may be shown as the law that governs on a given day."""

    CURRENT = "current"
    FUTURE = "future"
    OUTDATED = "outdated"
    REPEALED = "repealed"
    DAMAGED = "damaged"
    NOT_LOADED = "not_loaded"


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as a law file or the library file has it.

    `text` has a paragraph or an item （一） on each line, whitespace tidied, quotes kept.
    `book` joins 编 and 分编 ("第三编 合同 第一分编 通则"); in a file of one part it begins with that part.
    """

    number: int
    sub: int | None
    book: str | None
    chapter: str | None
    section: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article, its text exactly as the source has it (headings of the next part taken off).

    `number` and `sub` are the key: 133 and 1 mean 第一百三十三条之一; `sub` is None for an ordinary article.
    `passed` and `in_force` are those of this text and come from the catalogue, not from the source;
    `in_force` is None where nobody has checked it. `until` is the first day on which a later text of the same
    law governs. `outdated` marks a text that a later act has changed, `repealed` a law that another replaced.
    """

    law: str
    official_title: str
    number: int
    sub: int | None
    book: str | None
    chapter: str | None
    section: str | None
    text: str
    passed: date | None
    in_force: date | None
    source: str
    outdated: bool = False
    until: date | None = None
    repealed: bool = False

    @property
    def label(self) -> str:
        """第一千二百五十四条, 第一百三十三条之一."""
        return article_label(self.number, self.sub)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs (款), each with its items (项, lines that begin with （一）)."""
        found: list[str] = []
        for line in self.text.split("\n"):
            if found and line.lstrip().startswith(("（", "(")):
                found[-1] += "\n" + line
            else:
                found.append(line)
        return tuple(found)

    @property
    def key(self) -> tuple[str, int, int]:
        """Law, number, sub (0 for none): unique among the articles of one text, and sorts as the law does."""
        return self.law, self.number, self.sub or 0

    @property
    def since(self) -> date | None:
        """The day from which this text counts; where the in-force date is unset, the passing date."""
        return self.in_force or self.passed

    def validity(self, as_of: date) -> Validity:
        """Whether this text governs on `as_of`."""
        if self.since and self.since > as_of:
            return Validity.FUTURE
        if self.repealed:
            return Validity.REPEALED
        replaced = self.until is not None and self.until <= as_of
        return Validity.OUTDATED if self.outdated or replaced else Validity.CURRENT


@dataclass(frozen=True, slots=True)
class Range:
    """First and last article number of a law; what a person is told when a number does not exist."""

    first: int
    last: int


def article_label(number: int, sub: int | None = None) -> str:
    """The number as the law prints it."""
    return f"第{write_numeral(number)}条" + (f"之{write_numeral(sub)}" if sub else "")
