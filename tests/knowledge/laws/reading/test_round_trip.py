from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.laws.reading import ReadLaw, read_law
from tests.knowledge.laws.reading import papers

WRITERS = {
    "rule.docx": papers.write_docx,
    "rule.md": papers.write_markdown,
    "rule.txt": papers.write_plain,
    "rule.html": papers.write_html,
    "rule.pdf": papers.write_pdf,
}


@pytest.fixture(params=WRITERS)
def law(request: pytest.FixtureRequest, tmp_path: Path) -> ReadLaw:
    write: Callable[[Path], Path] = WRITERS[request.param]
    return read_law(write(tmp_path / request.param))


def test_every_kind_of_file_gives_the_same_articles(law: ReadLaw, tmp_path: Path) -> None:
    plain = read_law(papers.write_markdown(tmp_path / "again.md"))
    assert law.articles == plain.articles
    assert [(article.number, article.sub) for article in law.articles] == [
        (1, None),
        (2, None),
        (3, None),
        (3, 1),
        (4, None),
        (5, None),
    ]


def test_title_and_dates_and_preamble_come_from_the_head(law: ReadLaw) -> None:
    assert law.title == papers.TITLE
    assert (law.passed, law.in_force) == (date(2024, 3, 8), date(2024, 4, 1))
    assert law.preamble == papers.PREAMBLE
    assert law.part is None


def test_items_stand_on_lines_of_their_own(law: ReadLaw) -> None:
    third = law.articles[2]
    assert third.chapter == "第二章 怎么请假"
    assert third.text.split("\n")[1:] == [
        "（一）哪一天走，哪一天回；",
        "（二）什么缘由；",
        "（三）谁来顶班。",
    ]


def test_a_sentence_that_speaks_of_an_article_does_not_begin_one(law: ReadLaw) -> None:
    assert law.articles[3].text.endswith("\n第四条规定的情况不用写单子。")


def test_what_follows_the_last_article_is_an_annex(law: ReadLaw) -> None:
    assert law.annexes == ("附件：请假单样式\n姓名和班组写在最上面。",)
    assert law.articles[-1].text == "本办法自2024年4月1日起施行。"
