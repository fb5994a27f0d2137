from pathlib import Path

import pytest

from knowledge.laws.reading import read_law
from tests.knowledge.laws.reading.papers import write_markdown, write_pdf


@pytest.mark.parametrize("indent", [0, 2])
def test_broken_lines_are_joined_with_and_without_indents(tmp_path: Path, indent: int) -> None:
    law = read_law(write_pdf(tmp_path / "rule.pdf", indent))
    assert law.articles == read_law(write_markdown(tmp_path / "rule.md")).articles


def test_page_numbers_and_running_lines_are_left_out(tmp_path: Path) -> None:
    law = read_law(write_pdf(tmp_path / "rule.pdf", footer="第 {} 页 共 2 页".format))
    whole = law.preamble + "".join(article.text for article in law.articles)
    assert "页" not in whole
