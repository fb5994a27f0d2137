"""Which questions a story leaves open; the patterns are data in ``open_questions.toml``."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import BadData


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """Finds what has not been told yet."""

    patterns: dict[str, re.Pattern[str]]

    def of(self, text: str) -> list[str]:
        """The fields that nothing in ``text`` speaks of, in the order of the file."""
        return [field for field, pattern in self.patterns.items() if not pattern.search(text)]


def load_open_questions() -> OpenQuestions:
    """The questions of the product; raises ``BadData`` when a pattern cannot be read."""
    text = Path(__file__).with_name("open_questions.toml").read_text(encoding="utf-8")
    patterns = {}
    for question in tomllib.loads(text)["question"]:
        try:
            patterns[question["field"]] = re.compile("|".join(question["told"]))
        except re.error as error:
            raise BadData(file="open_questions.toml", field=question["field"], why=str(error)) from error
    return OpenQuestions(patterns)
