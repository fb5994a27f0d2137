"""An answer from the desk says no number that cannot be looked up: no article, no telephone."""

from datetime import timedelta
from typing import Any

import pytest

from mediation.errors import Refused
from mediation.papers.telephones import telephones_in
from mediation.questions.checks import Sources, articles_in, check_answer, check_basis, check_until
from tests.fakes.questions import SOURCES, TODAY, a_draft

NO_LIBRARY = Sources(is_stored=lambda _: False, cited=lambda _: [], telephones=())
BY_PAPER: dict[str, Any] = {"basis": [], "document": "考勤管理规定"}


def refusal(draft: Any, sources: Sources = SOURCES) -> tuple[str, Any]:
    try:
        check_answer(draft, sources)
        check_basis(draft, sources)
    except Refused as refused:
        return refused.code, refused.facts.get("number")
    return "", None


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"answer": "按劳动法第四十四条，先补休。"},
        {"basis": ["劳动法 44", "劳动合同法 31"], "answer": "见第44条和第31条。"},
        {**BY_PAPER, "answer": "向班组登记，3 天内会答复，打12345也行。"},
        {"basis": [], "document": "油人事〔2024〕2024123号"},
        {"answer": "产假128天，报销100%，封顶12000元，2026-11-24 起，共三条意见。"},
    ],
)
def test_what_can_be_looked_up_may_be_said(fields: dict[str, Any]) -> None:
    assert refusal(a_draft(**fields)) == ("", None)


@pytest.mark.parametrize(
    ("fields", "code", "number"),
    [
        ({"basis": []}, "basis_missing", None),
        ({"basis": ["劳动法 99"]}, "basis_not_stored", "劳动法 99"),
        ({"basis": ["劳动法 44", "火星法 3"]}, "basis_not_stored", "火星法 3"),
        ({"basis": ["劳动法 44"] * 9}, "basis_too_long", None),
        ({"answer": "见劳动法第四十五条。"}, "number_not_in_basis", "45"),
        ({"answer": "见劳动法45。"}, "number_not_in_basis", "劳动法 45"),
        ({"answer": "见第44、46和47条。"}, "number_not_in_basis", "46"),
        ({"title": "第46条怎么说"}, "number_not_in_basis", "46"),
        ({**BY_PAPER, "answer": "见规定第５条。"}, "number_not_in_basis", "5"),
        ({"basis": [], "document": "考勤管理规定第5条"}, "number_not_in_basis", "5"),
        ({"basis": [], "document": "问老王13800138000"}, "telephone_not_checked", "13800138000"),
        ({"answer": "请打12399。"}, "telephone_not_checked", "12399"),
        ({"answer": "打电话给老王：13800138000"}, "telephone_not_checked", "13800138000"),
        ({"answer": "拨 8899 转人事"}, "telephone_not_checked", "8899"),
        ({"answer": "答" * 801}, "answer_length", None),
        ({"title": " "}, "answer_length", None),
    ],
)
def test_what_cannot_be_looked_up_is_refused(fields: dict[str, Any], code: str, number: str | None) -> None:
    assert refusal(a_draft(**fields)) == (code, number)


@pytest.mark.parametrize("said", ["见劳动法第44条。", "见劳动法44。", "第四十四条"])
def test_without_a_law_library_no_article_is_named(said: str) -> None:
    assert refusal(a_draft(**BY_PAPER, answer=said), NO_LIBRARY) == ("number_not_in_basis", "44")
    assert refusal(a_draft(), NO_LIBRARY)[0] == "basis_not_stored"


@pytest.mark.parametrize("days", [None, -1, 0, 367])
def test_an_answer_holds_for_a_year_at_most(days: int | None) -> None:
    until = None if days is None else TODAY + timedelta(days=days)
    with pytest.raises(Refused, match="until_wrong"):
        check_until(until, TODAY)


@pytest.mark.parametrize("text", ["每天8小时", "加班费1200元", "两个办法3天", "一共 120 人", "10000 元"])
def test_counting_is_neither_dialling_nor_citing(text: str) -> None:
    assert (telephones_in(text), articles_in(text)) == ([], [])
