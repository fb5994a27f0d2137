import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from knowledge.answers.library import Library

Cited = list[tuple[str | None, int, int | None]]


def cited(library: Library, text: str, context: str | None = None) -> Cited:
    return [(c.law, c.article, c.sub) for c in library.citations(text, context)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("民法典第一千二百五十四条", [("民法典", 1254, None)]),
        ("民法典1254", [("民法典", 1254, None)]),
        ("民法典1254。", [("民法典", 1254, None)]),
        ("民法典第１２５４条", [("民法典", 1254, None)]),
        ("民法典第壹佰条", [("民法典", 100, None)]),
        ("《中华人民共和国民法典》第680条", [("民法典", 680, None)]),
        ("刑法133条之一", [("刑法", 133, 1)]),
        ("民法典里讲过。第680条说利息", [("民法典", 680, None)]),
        ("劳动法第10至12条", [("劳动法", n, None) for n in (10, 11, 12)]),
        ("劳动法10-12条", [("劳动法", n, None) for n in (10, 11, 12)]),
        ("劳动合同法第38、46和47条", [("劳动合同法", n, None) for n in (38, 46, 47)]),
        ("劳动法第44条，劳动合同法第31条", [("劳动法", 44, None), ("劳动合同法", 31, None)]),
        ("个保法第13条", [("个人信息保护法", 13, None)]),
        ("第39条是劳动合同法的吧", [("劳动合同法", 39, None)]),
        ("劳动法44条内容发我看看", [("劳动法", 44, None)]),
    ],
)
def test_usual_writings_are_recognised(library: Library, text: str, expected: Cited) -> None:
    assert cited(library, text) == expected


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("民法点1254", "民法典"),
        ("劳动合同发第38条", "劳动合同法"),
        ("老动法44条", "劳动法"),
        ("妇女权宜保障法48条", "妇女权益保障法"),
    ],
)
def test_a_misspelt_title_is_understood(library: Library, text: str, law: str) -> None:
    assert [c.law for c in library.citations(text)] == [law]


def test_paragraph_and_item_are_read(library: Library) -> None:
    for text in ("劳动合同法38条一款三项", "劳动合同法第三十八条第一款第（三）项"):
        (citation,) = library.citations(text)
        assert (citation.paragraph, citation.item, citation.exists) == (1, 3, True)


@pytest.mark.parametrize(
    "text",
    [
        "72小时，300元，2019年，12356，110",
        "公司法2023修订",
        "合同第5条",
        "《员工手册》第12条",
        "他发了38条短信",
        "我提三条建议",
        "劳动法一点用没有",
        "刑法修正案（十一）第3条",
        "民法典司法解释第5条",
        "公司发38条通知",
    ],
)
def test_numbers_that_cite_nothing_cite_nothing(library: Library, text: str) -> None:
    assert cited(library, text) == []


def test_a_number_without_a_law_is_ambiguous_unless_the_talk_was_about_one(library: Library) -> None:
    assert cited(library, "第1254条") == [(None, 1254, None)]
    assert cited(library, "1254条") == [(None, 1254, None)]
    assert cited(library, "1254条", context="民法典") == [("民法典", 1254, None)]


def test_the_old_contract_law_is_not_taken_for_another_law(library: Library) -> None:
    (citation,) = library.citations("合同法52条")
    assert (citation.law, citation.exists, citation.loaded) == ("合同法", False, False)


def test_a_span_points_at_what_was_written(library: Library) -> None:
    text = "请问民法典第680条怎么说"
    (citation,) = library.citations(text)
    assert text[slice(*citation.span)] == "民法典第680条"


PIECES = st.sampled_from(
    [
        "民法典",
        "劳动法",
        "刑法",
        "第",
        "条",
        "之一",
        "至",
        "、",
        "和",
        "一百",
        "12",
        "1254",
        "9999",
        "合同",
        "款",
        "。",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join)))
@example("民法典第1261条")
@example("刑法第199条之五")
def test_nothing_that_exists_is_missing_from_the_store(library: Library, text: str) -> None:
    for citation in library.citations(text):
        held = citation.law and library.store.article(citation.law, citation.article, citation.sub)
        assert citation.exists == bool(held)
