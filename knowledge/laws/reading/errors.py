"""What can be wrong with a law file, and what the person who brought it can do about it."""

from pathlib import Path
from typing import Literal

from knowledge.errors import KnowledgeError

Problem = Literal[
    "not_found",
    "not_a_file",
    "unreadable",
    "too_large",
    "packed_too_large",
    "too_many_pages",
    "broken",
    "encrypted",
    "encoding",
    "unknown_kind",
    "pictures_only",
    "no_title",
    "no_articles",
    "empty_article",
    "gap",
    "twice",
]

ADVICE: dict[Problem, str] = {
    "not_found": "there is no such file or folder; check the path",
    "not_a_file": "this is not an ordinary file; give the path of a document",
    "unreadable": "the file may not be read; check its permissions",
    "too_large": "the file is larger than a law text needs; take out pictures or split it into its parts",
    "packed_too_large": "the file holds far more than it shows; save its text as a new document",
    "too_many_pages": "the document has too many pages; split it into its parts",
    "broken": "the file is damaged; open it in its program and save it again",
    "encrypted": "the file is locked with a password; save it without one",
    "encoding": "the text is neither UTF-8 nor GB 18030; save it as UTF-8",
    "unknown_kind": "save it as DOCX (.doc, .wps and .rtf too), or as PDF, HTML, Markdown or plain text",
    "pictures_only": "the pages are pictures; run text recognition first or bring the text as DOCX",
    "no_title": "no title was found; put it on the first line or name the file after it",
    "no_articles": "no line begins with 第…条; check that the file is the text itself",
    "empty_article": "an article has no text; write （删去） where it was deleted",
    "gap": "an article number is missing here; compare with the original",
    "twice": "this article number stands in the file twice; compare with the original",
}


class BadLawFile(KnowledgeError):
    """A file that cannot be read as a law.

    Facts: `file`, `problem`, `place` ("page 3", "第12条之后是第14条"), `advice`;
    `at` is the line of a wrong number.
    """

    code = "law_file_wrong"
    hint = "this file cannot be read as a law"

    def __init__(self, *, file: Path | str, problem: Problem, place: str = "", **facts: object) -> None:
        self.problem: Problem = problem
        advice = ADVICE[problem]
        super().__init__(file=str(file), problem=problem, place=place, **facts, advice=advice)
