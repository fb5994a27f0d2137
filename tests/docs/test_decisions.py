"""Every decision record says what was decided, under a number of its own, in the same parts."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "docs" / "decisions"
REASONS = ("Why", "Consequences", "Weaker than it could be", "Instead of")
"""At least one of them stands behind the decision."""


def _faults(name: str, text: str) -> Iterator[str]:
    number = re.match(r"(\d{4})-[a-z0-9-]+\.md$", name)
    if number is None:
        yield "is not named NNNN-title.md"
    elif not re.match(rf"# {number[1]} \S.{{10,}}\n\n", text):
        yield f"does not begin with the title '# {number[1]} …'"
    parts = re.findall(r"^\*\*([^*]+?)\.?\*\*", text, re.MULTILINE)
    if "Context" not in parts:
        yield "has no **Context.**"
    if not any(part.startswith("Decision") for part in parts):
        yield "has no **Decision.**"
    if not any(part.startswith(REASONS) for part in parts):
        yield f"has none of the parts {', '.join(REASONS)}"


def test_every_decision_has_a_title_and_the_parts_of_all_others() -> None:
    faults = [
        f"docs/decisions/{file.name} {fault}"
        for file in sorted(FOLDER.iterdir())
        for fault in _faults(file.name, file.read_text(encoding="utf-8"))
    ]
    assert not faults, "\n".join(faults)


def test_an_empty_decision_or_one_without_a_title_is_refused() -> None:
    assert len(list(_faults("0016-plain-words.md", ""))) == 4
    assert len(list(_faults("0016-plain-words.md", "**Context.** a\n\n**Decision.** b\n\n**Why.** c\n"))) == 1


def test_a_number_is_given_once() -> None:
    given = Counter(file.name[:4] for file in FOLDER.iterdir())
    assert not [number for number, times in given.items() if times > 1], "take the next free number"
