from datetime import date

import pytest

from knowledge.cards.card import Reference
from knowledge.citations.reader import CitationReader
from knowledge.errors import PackageMissing
from knowledge.laws.texts.store import LawStore
from knowledge.reference.hotlines import load_hotlines
from mediation.model.procedure.paper import Kind
from mediation.model.procedure.paper_errors import ArticleNotStored, ArticleWithoutLaw, TelephoneNotChecked
from mediation.papers.check import check_citations, check_paper, check_telephones
from tests.mediation.papers.examples import DAY, a_paper, small_store
from tests.statutes import statutes


@pytest.fixture(scope="module")
def store() -> LawStore:
    return small_store()


@pytest.fixture(scope="module")
def reader(store: LawStore) -> CitationReader:
    return CitationReader(store)


def check(text: str, reader: CitationReader, store: LawStore, language: str = "zh-CN") -> None:
    check_citations(a_paper(language=language, opinion=text), reader, store, DAY)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_what_our_templates_name_is_checked_and_found(
    kind: Kind, language: str, reader: CitationReader, store: LawStore
) -> None:
    paper = a_paper(kind, language)
    check_citations(paper, reader, store, DAY)
    check_telephones(paper, load_hotlines(), DAY)


@pytest.mark.parametrize(
    ("text", "law", "number", "why"),
    [
        ("按《劳动法》第四十五条办。", "劳动法", "45", "no_such_article"),
        ("按劳动法45办。", "劳动法", "45", "no_such_article"),
        ("按《劳动法》第九十条办。", "劳动法", "90", "future"),
        ("按《信访条例》第九条办。", "信访条例", "9", "repealed"),
        ("按《劳动法》第四十四条第三款办。", "劳动法", "44", "no_such_part"),
        ("按《劳动法》第四十四条第三项办。", "劳动法", "44", "no_such_part"),
        ("按《职工奖惩办法》第七条办。", "职工奖惩办法", "7", "not_loaded"),
        ("按《劳动法》第四十四条、《考勤办法》第44条办。", "考勤办法", "44", "not_loaded"),
        ("按《考勤办法》第3、5条办。", "考勤办法", "3", "not_loaded"),
    ],
)
def test_an_article_that_nobody_can_look_up_is_refused(
    text: str, law: str, number: str, why: str, reader: CitationReader, store: LawStore
) -> None:
    with pytest.raises(ArticleNotStored) as refused:
        check(text, reader, store)
    assert refused.value.code == "article_not_stored"
    assert refused.value.facts == {"law": law, "number": number, "why": why}


@pytest.mark.parametrize(
    "text",
    [
        "按第三十八条办。",
        "按合同第五条办。",
        "按有关规定第5条办。",
        "《劳动法》第四十四条。\n按第44条办。",
        "《考勤办法》说过。第44条。",
        "《劳动法》第四十四条。《考勤办法》说过。第44条。",
        "《劳动法》第四十四条和《考勤办法》都说过。第44条。",
    ],
)
def test_a_number_without_a_law_is_refused(text: str, reader: CitationReader, store: LawStore) -> None:
    with pytest.raises(ArticleWithoutLaw):
        check(text, reader, store)


def test_an_english_article_needs_its_chinese_source(reader: CitationReader, store: LawStore) -> None:
    check("See 《劳动法》第四十四条 (Article 44).", reader, store, "en")
    for text in ("See Article 44.", "See Labour Law, Art. 44.", "《劳动法》第四十四条 (Articles 44 and 45)"):
        with pytest.raises(ArticleWithoutLaw):
            check(text, reader, store, "en")


@pytest.mark.parametrize(
    "text",
    [
        "按《劳动法》第四十四条第一款第（二）项办。",
        "《劳动法》第四十四条说得清楚。第44条就是依据。",
        "《劳动合同》第五条写着月薪。",
        "收到38条短信，第二条生产线停了。",
    ],
)
def test_what_is_named_rightly_passes(text: str, reader: CitationReader, store: LawStore) -> None:
    check(text, reader, store)


def test_an_article_at_the_end_of_a_long_text_is_read_too(reader: CitationReader, store: LawStore) -> None:
    for filler in ("没有标点" * 2500, "这是一句。" * 2000):
        with pytest.raises(ArticleNotStored):
            check(f"{filler}按《劳动法》第四十五条。", reader, store)


def test_more_articles_than_are_read_at_once_do_not_slip_through(
    reader: CitationReader, store: LawStore
) -> None:
    parts = ("", "第一款", "第二款", "第一款第（一）项", "第一款第（二）项")
    cited = [f"第{n}条{part}" for n in (18, 23, 28, 31, 33, 34, 35, 36, 37) for part in parts]
    with pytest.raises(ArticleNotStored) as refused:
        check("".join(f"《信访工作条例》{one}，" for one in cited), reader, store)
    assert refused.value.facts["why"] == "too_many_at_once"
    check("".join(f"《信访工作条例》{one}。" for one in cited), reader, store)


@pytest.mark.parametrize("number", ["12399", "028-1234567", "13800138000"])
def test_a_telephone_number_outside_the_table_is_refused(number: str) -> None:
    with pytest.raises(TelephoneNotChecked) as refused:
        check_telephones(a_paper(Kind.REDIRECTION, telephone=number), load_hotlines(), DAY)
    assert refused.value.facts["number"] == number


def test_the_whole_library_refuses_what_was_never_imported() -> None:
    try:
        library = statutes()
    except PackageMissing as missing:
        pytest.skip(f"no statutes to read: {missing}")
    plain = a_paper(Kind.SUPERVISION, basis=[Reference(law="劳动法", article=44)])
    check_paper(plain, library, DAY)
    if not library.store.holds("信访工作条例"):
        with pytest.raises(ArticleNotStored) as refused:
            check_paper(a_paper(Kind.OPINION), library, DAY)
        assert refused.value.facts["why"] == "not_loaded"


def test_a_telephone_number_that_is_due_for_a_check_is_refused() -> None:
    with pytest.raises(TelephoneNotChecked):
        check_telephones(a_paper(Kind.REDIRECTION), load_hotlines(), date(2036, 1, 1))
