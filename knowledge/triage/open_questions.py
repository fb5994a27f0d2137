"""Which questions a story leaves open; the patterns are data in ``open_questions.toml``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from knowledge.datafile import Checked, read_checked

QUESTIONS_FILE = Path(__file__).with_name("open_questions.toml")


class _Question(Checked):
    field: str
    told: tuple[re.Pattern[str], ...] = Field(min_length=1)


class _File(Checked):
    question: tuple[_Question, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """Finds what has not been told yet."""

    patterns: Mapping[str, re.Pattern[str]]

    def of(self, text: str) -> list[str]:
        """The fields that nothing in ``text`` speaks of, in the order of the file."""
        return [field for field, pattern in self.patterns.items() if not pattern.search(text)]


def load_open_questions(path: Path = QUESTIONS_FILE) -> OpenQuestions:
    """The questions of the product. Raises BadData with file and place."""
    questions = read_checked(path, _File).question
    joined = {one.field: "|".join(pattern.pattern for pattern in one.told) for one in questions}
    return OpenQuestions({field: re.compile(pattern) for field, pattern in joined.items()})
