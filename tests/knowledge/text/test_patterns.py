import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.text.patterns import compiled, substrings
from knowledge.triage.taxonomy import load_taxonomy

SETS = {"money": ("工资", "钱")}


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        ("扣~{money}", {"扣"}),
        ("{money}~没发", {"工资", "钱"}),
        ("(拖|欠)(着|了)?钱", {"拖", "欠"}),
        ("(把|给)?我调", {"把", "给", "我调"}),
        ("工资?没", {"工"}),
        ("拖|(欠|压)了", {"拖", "欠", "压"}),
        ("[一二]个月", None),
        (".没发", None),
        ("(?P<count>三)个", None),
    ],
)
def test_a_pattern_knows_with_what_it_can_begin(pattern: str, openings: set[str] | None) -> None:
    (found,) = compiled(SETS, "x", [pattern])
    assert found.needs[:1] == ((frozenset(openings),) if openings else ())


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("[我俺](拖|欠)了(钱|薪)", [{"拖", "欠"}, {"钱", "薪"}]),
        ("没(发|给)(了)?(钱|薪)?", [{"没"}, {"发", "给"}]),
        ("没(?!发)[(](钱|薪)", [{"没"}, {"钱", "薪"}]),
        ("没(发)|欠(薪)", [{"没", "欠"}]),
    ],
)
def test_a_pattern_knows_what_must_stand_in_a_text(pattern: str, needs: list[set[str]]) -> None:
    (found,) = compiled(SETS, "x", [pattern])
    assert list(found.needs) == needs


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="工资没发扣拖欠钱了班加我把调到合同不签", max_size=30))
def test_a_pattern_that_is_passed_over_is_not_in_the_text(told: str) -> None:
    taxonomy = load_taxonomy()
    held = substrings(told)
    for pattern in taxonomy.compiled("WAGE", taxonomy.categories[0].patterns):
        assert bool(pattern.search(told, held)) == bool(pattern.expression.search(told))


def test_a_gap_spans_eight_characters_and_no_sentence() -> None:
    (found,) = compiled(SETS, "x", ["扣~{money}"])
    for text, there in (("扣了我三个月的钱", True), ("扣。钱", False), ("扣一二三四五六七八九钱", False)):
        assert bool(found.search(text, substrings(text))) is there
