"""The official texts beside the project, imported as a whole; and a company rule below the law."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.answers.answers import AnswerKind, answer
from knowledge.answers.library import Library
from knowledge.citations.reader import CitationReader
from knowledge.laws.catalogue.catalogue import Catalogue, Level, load_catalogue
from knowledge.laws.importing.plan import Held, ImportOptions, ImportPlan, Outcome
from knowledge.laws.importing.run import carry_out, plan_import, read_files, what_is_held
from knowledge.laws.texts.article import Validity
from knowledge.laws.texts.library_file import LibraryFile
from knowledge.laws.texts.source_package import PackageSource, find_laws_db
from knowledge.laws.texts.store import LawStore, build_store
from knowledge.search.synonyms import load_synonyms
from knowledge.search.word_search import ArticleSearch, load_search_settings
from knowledge.text.lexicon import Lexicon
from tests.knowledge.laws.reading.papers import TITLE, write_markdown
from tests.statutes import SHARED_LAWS

TODAY = date(2026, 11, 24)
CATALOGUE = load_catalogue()
NOTICE = "关于职工全年月平均工作时间和工资折算问题的通知(2009-03-29).md"
official = pytest.mark.skipif(not SHARED_LAWS.is_dir(), reason="the folder of official texts is not here")


@dataclass(frozen=True)
class Filled:
    """The whole folder of official texts, imported once."""

    plan: ImportPlan
    library: LibraryFile
    held: Held
    store: LawStore


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    library, source = (
        LibraryFile(tmp_path_factory.mktemp("laws") / "library.db"),
        PackageSource(find_laws_db()),
    )
    held = what_is_held(CATALOGUE, source, library)
    done = plan_import(read_files([SHARED_LAWS]), CATALOGUE, held, ImportOptions(), TODAY)
    carry_out(done, library)
    return Filled(done, library, held, build_store(CATALOGUE, source, library))


@official
def test_the_folder_of_official_texts_is_kept_but_for_a_notice(filled: Filled) -> None:
    assert [Path(str(one.facts["file"])).name for one in filled.plan.skipped] == [NOTICE]
    assert len(filled.library.heads()) == len(filled.plan.texts) - 1 == 33


@official
def test_the_civil_code_is_held_by_the_package_and_equal(filled: Filled) -> None:
    (code,) = [one for one in filled.plan.texts if one.outcome is Outcome.HELD_BY_PACKAGE]
    assert (code.text.short, len(code.text.rows), len(code.files)) == ("民法典", 1260, 8)
    assert not code.changes


@official
def test_the_criminal_law_with_its_last_amendment_becomes_the_current_text(filled: Filled) -> None:
    new, old = filled.store.article("刑法", 165), filled.store.article("刑法", 165, as_of=date(2022, 1, 1))
    assert new and new.passed == date(2023, 12, 29) and new.validity(TODAY) is Validity.CURRENT
    assert old and old.passed == date(2020, 12, 26) and old.text != new.text
    assert old.validity(date(2022, 1, 1)) is Validity.CURRENT


@official
@pytest.mark.parametrize(("day", "passed"), [("2024-06-01", "2013-12-11"), ("2025-02-01", "2024-11-10")])
def test_each_text_of_the_holiday_rule_governs_in_its_time(filled: Filled, day: str, passed: str) -> None:
    article = filled.store.article("全国年节及纪念日放假办法", 2, as_of=date.fromisoformat(day))
    assert article and str(article.passed) == passed
    assert article.validity(date.fromisoformat(day)) is Validity.CURRENT


@official
def test_the_old_petition_rule_answers_only_for_the_past(filled: Filled) -> None:
    (planned,) = [one for one in filled.plan.texts if one.outcome is Outcome.SUPERSEDED]
    assert (planned.text.short, planned.superseded_by) == ("信访条例", "信访工作条例")
    article = filled.store.article("信访条例", 1)
    assert article and article.validity(TODAY) is Validity.REPEALED


@official
def test_a_second_import_says_that_everything_is_unchanged(filled: Filled) -> None:
    held = replace(filled.held, library=tuple(filled.library.texts()))
    again = plan_import(read_files([SHARED_LAWS]), CATALOGUE, held, ImportOptions(), TODAY)
    outcomes = {one.outcome for one in again.texts if one.text.short != "民法典"}
    assert outcomes == {Outcome.UNCHANGED}
    assert not again.to_keep


@pytest.fixture
def with_a_rule(tmp_path: Path, library: Library, lexicon: Lexicon) -> Library:
    """The Labour Law alone, and an invented company rule that was imported."""
    labour = CATALOGUE.entry("劳动法")
    assert labour
    catalogue, file = Catalogue(law=(labour,)), LibraryFile(tmp_path / "library.db")
    reads, options = read_files([write_markdown(tmp_path / "rule.md")]), ImportOptions(level=Level.COMPANY)
    carry_out(plan_import(reads, catalogue, Held(), options, TODAY), file)
    store = build_store(catalogue, PackageSource(find_laws_db()), file)
    search = ArticleSearch(store, lexicon, load_synonyms(), load_search_settings())
    return replace(library, store=store, reader=CitationReader(store), search=search)


def test_an_imported_company_rule_is_found_below_the_law(with_a_rule: Library) -> None:
    found = answer(with_a_rule, "家里有白事请假，公司扣不扣当天工资", TODAY)
    assert [one.article.law for one in found.company][:1] == [TITLE]
    assert TITLE not in {one.article.law for one in found.articles}


@pytest.mark.parametrize("question", ["食堂哪个窗口的面好吃", "公司门口的树什么时候修剪"])
def test_a_company_rule_that_shares_a_word_with_a_question_is_not_its_answer(
    with_a_rule: Library, question: str
) -> None:
    assert not answer(with_a_rule, question, TODAY).company


def test_an_imported_company_rule_is_cited_by_its_number(with_a_rule: Library) -> None:
    found = answer(with_a_rule, f"{TITLE}第四条", TODAY)
    assert found.kind is AnswerKind.ARTICLES
    assert [(one.article.number, one.article.source) for one in found.articles] == [(4, "rule.md")]
