import pytest

from mediation.model.procedure.paper import Kind, Limit
from mediation.model.procedure.paper_errors import FactsMissing, FactsUnknown, FactWrong
from mediation.papers.kinds import kinds
from tests.mediation.papers.examples import DAY, PLAIN, ROLLED, a_paper, facts

BOTH = ["zh-CN", "en"]
OUTCOMES = ["supported", "explained", "not_supported"]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", BOTH)
def test_each_kind_is_written_with_all_its_text_facts(kind: Kind, language: str) -> None:
    text = a_paper(kind, language).text
    assert "{" not in text and "}" not in text
    for name, value in facts(kind).items():
        if isinstance(value, str) and name not in ("number", "office", "outcome", "verdict"):
            assert value.split("\n")[0] in text, name


@pytest.mark.parametrize("kind", Kind)
def test_a_draft_is_never_signed_by_the_writer(kind: Kind) -> None:
    paper = a_paper(kind)
    assert paper.signed_by is None
    assert paper.is_draft
    assert (paper.number, paper.date) == ("信桥〔2026〕12号", DAY)


@pytest.mark.parametrize("kind", Kind)
def test_each_needed_fact_is_named_when_it_is_missing(kind: Kind) -> None:
    for name in kinds().kind[kind].needed:
        with pytest.raises(FactsMissing) as refused:
            a_paper(kind, **{name: None})
        assert refused.value.facts["missing"] == (name,)


def test_all_missing_facts_are_named_at_once() -> None:
    with pytest.raises(FactsMissing) as refused:
        a_paper(Kind.OPINION, facts="  ", basis=[], review_by=None)
    assert refused.value.code == "paper_facts_missing"
    assert refused.value.facts["missing"] == ("facts", "basis", "review_by")


def test_a_supported_request_needs_the_acts() -> None:
    with pytest.raises(FactsMissing) as refused:
        a_paper(Kind.OPINION, acts=None)
    assert refused.value.facts["missing"] == ("acts",)
    assert a_paper(Kind.OPINION, acts=None, outcome="explained")


def test_a_redirection_says_the_last_day_or_that_there_is_none() -> None:
    with pytest.raises(FactsMissing) as refused:
        a_paper(Kind.REDIRECTION, limit=None)
    assert refused.value.facts["missing"] == ("limit",)
    assert "这条路没有期限。" in a_paper(Kind.REDIRECTION, limit=None, no_limit="这条路没有期限。").text


def test_a_misspelt_fact_is_refused() -> None:
    with pytest.raises(FactsUnknown) as refused:
        a_paper(Kind.RECEIPT, recieved_by="x")
    assert refused.value.facts["unknown"] == ("recieved_by",)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("review_by", DAY),
        ("acts", "补发"),
        ("outcome", "refused"),
        ("basis", ["劳动法 44"]),
        ("date", "24.11."),
    ],
)
def test_a_fact_of_another_type_is_refused(name: str, value: object) -> None:
    with pytest.raises(FactWrong) as refused:
        a_paper(Kind.OPINION, **{name: value})
    assert refused.value.facts["name"] == name


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(FactWrong):
        a_paper(Kind.RECEIPT, received=facts(Kind.RECEIPT)["received"].replace(tzinfo=None))


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("language", BOTH)
def test_an_opinion_says_one_result_and_the_way_to_a_review(outcome: str, language: str) -> None:
    paper = a_paper(Kind.OPINION, language, outcome=outcome)
    headings = [heading for heading, _ in paper.parts]
    assert sum("结果" in one or "Result" in one for one in headings) == 1
    assert "第三十五条" in paper.text and "示例公司" in paper.text


def test_parts_are_numbered_without_gaps_when_one_is_left_out() -> None:
    headings = [heading for heading, _ in a_paper(Kind.RECEIPT, items=None).parts if heading]
    assert [one[:2] for one in headings] == ["一、", "二、", "三、", "四、", "五、"]
    assert not any("材料" in one for one in headings)


def test_a_line_with_a_missing_fact_is_left_out() -> None:
    assert "跟您联系的是李律师" in a_paper(Kind.ROUTE).text
    assert "跟您联系的是" not in a_paper(Kind.ROUTE, handler=None).text


def test_a_rolled_last_day_is_told_with_the_plain_day() -> None:
    assert "最晚到2027年1月4日（按日历是2027年1月1日" in a_paper(Kind.OPINION, review_by=ROLLED).text
    assert "最晚到2026年12月9日。" in a_paper(Kind.OPINION, review_by=PLAIN).text
    assert "is 4 January 2027 (by the calendar 1 January 2027" in a_paper(Kind.OPINION, "en").text


def test_a_limit_never_rolls_back() -> None:
    with pytest.raises(ValueError, match="forward"):
        Limit(plain=ROLLED.last, last=ROLLED.plain)


def test_money_and_moments_are_written_in_one_way() -> None:
    assert "款项合计12,345.60元。" in a_paper(Kind.AGREEMENT).text
    assert "In all RMB 12,345.60." in a_paper(Kind.AGREEMENT, "en").text
    assert "在2026年11月24日 09:05交来" in a_paper(Kind.RECEIPT).text


def test_articles_stand_in_a_list_or_in_a_sentence() -> None:
    assert "1. 《信访工作条例》第三十一条\n2. 《劳动法》第四十四条" in a_paper().text
    text = a_paper(Kind.REDIRECTION, limit_basis=facts(Kind.OPINION)["basis"]).text
    assert "依据：《信访工作条例》第三十一条、《劳动法》第四十四条\n" in text


def test_a_fact_is_never_read_as_a_template() -> None:
    assert "写着 {person} 和 {case?}" in a_paper(Kind.OPINION, request="写着 {person} 和 {case?}").text


def test_what_no_document_may_hold_is_taken_out() -> None:
    paper = a_paper(Kind.OPINION, facts="一\x00\x0b二\u2028三\u202e四\ud800\r\n五")
    (found,) = [paragraphs for heading, paragraphs in paper.parts if "查明" in heading]
    assert found == ("一", "二", "三四", "五")
