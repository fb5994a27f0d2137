"""The audit: every text has a line and a state, and what is wrong is named."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.laws.catalogue.catalogue import Book, Catalogue, LawEntry, Level, load_catalogue
from knowledge.laws.texts.article import Article, ReadArticle
from knowledge.laws.texts.audit import AuditLine, AuditReport, State, audit
from knowledge.laws.texts.consistency import find_irregularities
from knowledge.laws.texts.law_text import LawText
from knowledge.laws.texts.library_file import ImportedText, LibraryFile
from knowledge.laws.texts.repairs import Rule
from knowledge.laws.texts.source_package import PackageSource, find_laws_db

TODAY = date(2026, 11, 24)
CATALOGUE = load_catalogue()
CODE = CATALOGUE.law[0]


@pytest.fixture(scope="module")
def report() -> AuditReport:
    return audit(CATALOGUE, PackageSource(find_laws_db()), None, TODAY)


def line(report: AuditReport, law: str, passed: str) -> AuditLine:
    return next(one for one in report.lines if (one.law, str(one.passed)) == (law, passed))


def small(*laws: LawEntry, library: LibraryFile | None = None) -> AuditReport:
    return audit(Catalogue(law=laws), PackageSource(find_laws_db()), library, TODAY)


def test_every_title_of_the_package_has_one_line(report: AuditReport) -> None:
    lines = Counter((one.official, one.passed) for one in report.lines if one.source == "laws.db")
    titles = {(title, passed) for title, passed, _ in PackageSource(find_laws_db()).titles()}
    assert set(lines) == titles
    assert max(lines.values()) == 1


def test_nothing_the_catalogue_wants_is_lost_and_no_title_is_unknown(report: AuditReport) -> None:
    assert report.totals.lost == 0
    assert [one.faults for one in report.lines if one.faults] == []
    assert report.totals.left_out == len(CATALOGUE.left_out)


@pytest.mark.parametrize(
    ("law", "passed", "state", "source_says"),
    [
        ("医疗保障法", "2026-08-28", State.NOT_YET, "现行有效"),
        ("商标法", "2019-04-23", State.CURRENT, "历史版本"),
        ("农村土地承包法", "2018-12-29", State.DOUBTFUL, "已废止"),
        ("劳动合同法", "2012-12-28", State.CURRENT, None),
    ],
)
def test_the_source_s_word_on_validity_is_told_where_it_disagrees(
    report: AuditReport, law: str, passed: str, state: State, source_says: str | None
) -> None:
    found = line(report, law, passed)
    assert (found.state, found.source_says) == (state, source_says)


def test_a_text_is_old_once_the_next_one_governs() -> None:
    law = CATALOGUE.entry("商标法")
    assert law
    later = audit(Catalogue(law=(law,)), PackageSource(find_laws_db()), None, date(2027, 1, 1))
    assert line(later, "商标法", "2019-04-23").state is State.OLD
    assert line(later, "商标法", "2026-06-26").state is State.CURRENT


def test_repairs_are_counted_by_rule(report: AuditReport) -> None:
    code = line(report, "民法典", "2020-05-28")
    assert (code.articles, code.promised) == (1260, 1260)
    assert (code.repairs[Rule.HEADING_GLUED], code.repaired) == (13, 13)


def test_no_repaired_text_ends_with_a_heading_or_an_annex(report: AuditReport) -> None:
    assert {slip.code for one in report.lines for slip in one.irregularities} <= {"heading"}


def test_a_text_with_another_count_is_lost_and_left_out() -> None:
    found = line(small(CODE.model_copy(update={"articles": 1261})), "民法典", "2020-05-28")
    assert (found.state, found.why, found.is_lost) == (State.LEFT_OUT, "count", True)
    assert found.faults[0].detail == "1260 != 1261"


def test_a_text_that_the_package_does_not_hold_is_missing() -> None:
    report = small(CODE.model_copy(update={"passed": date(2020, 5, 29)}))
    assert line(report, "民法典", "2020-05-29").why == "missing"
    assert report.totals.lost == 1


def test_a_title_that_nobody_listed_is_unknown() -> None:
    report = small(CODE)
    unknown = [one for one in report.lines if one.why == "unknown_title"]
    assert len(unknown) == len(PackageSource(find_laws_db()).titles()) - 1
    assert report.totals.lost == 0


def test_imported_texts_have_a_line_of_their_own(tmp_path: Path) -> None:
    library = LibraryFile(tmp_path / "library.db")
    own = ImportedText(
        "夜班办法", "夜班办法", Level.COMPANY, date(2024, 3, 5), None, "a.md", TODAY,
        (ReadArticle(1, None, None, None, None, "夜里先开灯。"),),
    )  # fmt: skip
    library.keep([own, replace(own, short="民法典", passed=date(2020, 5, 28))])
    report = small(CODE, library=library)
    assert line(report, "夜班办法", "2024-03-05").state is State.CURRENT
    assert [one.why for one in report.lines if one.law == "民法典"] == ["", "held_by_package"]


def article(number: int, text: str = "夜里先开灯。", sub: int | None = None, chapter: str = "") -> Article:
    return Article("夜班办法", "夜班办法", number, sub, None, chapter or None, None, text, None, None, "a.md")


@pytest.mark.parametrize(
    ("articles", "slip"),
    [
        ((article(1, "先开灯。\n第二章 交班"),), "leak"),
        ((article(1, "先开灯。\n附表 样式"),), "leak"),
        ((article(1), article(1, sub=2)), "sub_gap"),
        ((article(1, chapter="第一章 总则"), article(2, chapter="第三章 交班")), "heading"),
        ((article(1, chapter="第一章 先开灯。再交班"),), "heading"),
        ((article(1), article(2)), "books"),
    ],
)
def test_what_the_repairs_missed_is_found(articles: tuple[Article, ...], slip: str) -> None:
    books = (Book(name="第一编", first=1, last=1),) if slip == "books" else ()
    entry = LawEntry(short="夜班办法", official="夜班办法", books=books)
    assert [one.code for one in find_irregularities(LawText(entry, None, "a.md", articles))] == [slip]


def test_a_sentence_that_speaks_of_a_chapter_is_no_leak() -> None:
    entry = LawEntry(short="夜班办法", official="夜班办法")
    told = article(1, "先开灯。\n第二章说的交班照办。")
    assert list(find_irregularities(LawText(entry, None, "a.md", (told,)))) == []
