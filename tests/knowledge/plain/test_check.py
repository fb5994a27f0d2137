"""What the check of the plain-language records finds, and that the committed ones pass it."""

import pytest

from knowledge.laws.texts.store import LawStore
from knowledge.plain import Head, PlainRecord, PlainRecords, load_plain
from knowledge.plain.check import check_records, copied, failures, numbers, reference
from tests.knowledge.plain.test_record import RECORD

HEAD = Head(law="劳动法", first=44, last=44)


def problems(store: LawStore, **changes: object) -> list[str]:
    record = PlainRecord.model_validate(RECORD | changes)
    return [finding.problem for finding in check_records(PlainRecords([(HEAD, (record,))]), store)]


def test_a_record_that_fits_its_article_has_no_findings(store: LawStore) -> None:
    assert problems(store) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"plain": "太短了"}, "length"),
        ({"plain": "平时加班给一倍半，周末补不了休给两倍，过节给三倍，7天内发。"}, "number"),
        ({"plain": "休息日安排劳动者工作又不能安排补休的，就给两倍工资。"}, "copied"),
        ({"asks": [*RECORD["asks"][:3], "短"]}, "length"),
        ({"see": ["劳动法 999"]}, "see"),
        ({"words": ["工资报酬"]}, "word_in_article"),
    ],
)
def test_each_rule_finds_what_breaks_it(store: LawStore, changes: dict[str, object], problem: str) -> None:
    assert problem in problems(store, **changes)


def test_an_article_that_is_missing_is_named(store: LawStore) -> None:
    head = Head(law="劳动法", first=44, last=46)
    plain = PlainRecords([(head, (PlainRecord.model_validate(RECORD),))])
    missing = [one.label for one in check_records(plain, store) if one.problem == "missing"]
    assert missing == ["45", "46"]


def test_the_same_ask_for_two_articles_is_found_and_a_near_one_is_listed(store: LawStore) -> None:
    other = RECORD | {
        "article": 45,
        "asks": [RECORD["asks"][0], "周末叫我来顶班不补休咋个算", "一二三四五", "六七八九十"],
    }
    records = (PlainRecord.model_validate(RECORD), PlainRecord.model_validate(other))
    found = {one.problem for one in check_records(PlainRecords([(HEAD, records)]), store)}
    assert {"double_ask", "near_double"} <= found


def test_numbers_written_out_and_in_digits_are_the_same() -> None:
    assert numbers("三十日内，百分之五十，两倍，12个月") == {30, 50, 2, 12}


def test_a_reference_names_law_number_and_sub() -> None:
    assert reference("刑法 291之2", "民法典") == ("刑法", 291, 2)
    assert reference("26", "民法典") == ("民法典", 26, None)
    assert reference("某条", "民法典")[1] is None


def test_a_run_of_thirteen_characters_is_copied_and_one_of_twelve_is_not() -> None:
    law = "用人单位自用工之日起满一年不订立书面劳动合同的"
    assert copied("说的是自用工之日起满一年不订立书面", law)
    assert not copied("自用工之日起满一年不订立", law)


def test_the_committed_records_pass(store: LawStore) -> None:
    assert failures(check_records(load_plain(), store)) == []
