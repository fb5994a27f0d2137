"""What the tests of the pages need of Markdown: pages, headings, links, code."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^ *```\w*\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


class Page(NamedTuple):
    """One page of the repository."""

    name: str
    text: str

    @property
    def prose(self) -> str:
        """The page without its blocks of code."""
        return FENCE.sub("", self.text)

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Depth and words of each."""
        return [(len(signs), words) for signs, words in re.findall(r"^(#+) (.+)$", self.prose, re.MULTILINE)]

    @property
    def anchors(self) -> set[str]:
        """Where links into the page may lead, as GitHub names it."""
        return {re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-") for _depth, words in self.headings}

    @property
    def links(self) -> list[str]:
        """Where its links and pictures lead."""
        return re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", self.prose))

    @property
    def block_lines(self) -> list[str]:
        """All lines of its blocks of code."""
        return [line.strip() for block in FENCE.findall(self.text) for line in block.splitlines()]

    @property
    def code(self) -> list[str]:
        """Every line of a block, and every `word` in the prose."""
        return [*self.block_lines, *re.findall(r"`([^`\n]+)`", self.prose)]


def page(name: str) -> Page:
    """The page of that path."""
    return Page(name, (ROOT / name).read_text(encoding="utf-8"))


def pages() -> list[Page]:
    """All pages of the project, whatever folder they are in."""
    folders = (ROOT, *(ROOT / one for one in ("docs", "knowledge", "mediation", "storage", "bot", "tests")))
    files = {
        f for folder in folders for f in (folder.glob("*.md") if folder == ROOT else folder.rglob("*.md"))
    }
    return [page(str(file.relative_to(ROOT))) for file in sorted(files)]
