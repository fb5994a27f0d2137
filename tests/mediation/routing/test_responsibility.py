"""Who answers for a case, which links are missing, and what keeps a case in triage."""

from typing import Any

import pytest

from mediation.errors import Refused
from mediation.model.organisation import Organisation
from mediation.routing.responsibility import Chain, Duty, Gap, MatterHistory, chain, check_triage
from mediation.routing.routing import RoutingInput
from tests.organisations import RULES, TODAY, example, person, small

REPEATED = MatterHistory(filings=2)


def links(
    handler: str | None = "2006",
    category: str = "WAGE",
    standing: MatterHistory | None = None,
    here: Organisation | None = None,
    unit: str = "D",
    **facts: Any,
) -> Chain:
    return chain(here or example(), RULES, RoutingInput(category, unit, **facts), handler, TODAY, standing)


def who(one: Chain) -> dict[str, str | None]:
    return {str(link.duty): link.person.key if link.person else None for link in one.links}


def test_a_case_names_everybody_who_answers_for_it() -> None:
    assert who(links()) == {
        "first_contact": "2004",
        "head": "2001",
        "direct": "2002",
        "management": "2005",
        "handler": "2006",
        "supervision": "2003",
    }
    assert links().missing == ()


def test_the_leader_of_the_department_goes_before_the_leader_of_the_unit() -> None:
    assert links("2008", "LEAV").of(Duty.DIRECT).key == "2003"
    assert links("2006", "WAGE").of(Duty.DIRECT).key == "2002"


@pytest.mark.parametrize(
    ("standing", "sponsor"),
    [
        (MatterHistory(), None),
        (MatterHistory(1, 90), None),
        (MatterHistory(1, 91), "2002"),
        (MatterHistory(2, 0), "2002"),
    ],
)
def test_repeated_and_old_cases_have_a_sponsor(standing: MatterHistory, sponsor: str | None) -> None:
    assert who(links(standing=standing)).get("sponsor") == sponsor


def test_a_link_that_nobody_fills_is_named() -> None:
    here = small(person("a", None, "handler"))
    one = links("a", here=here, unit="U", standing=REPEATED)
    assert one.missing == (
        Duty.FIRST_CONTACT,
        Duty.DIRECT,
        Duty.MANAGEMENT,
        Duty.SPONSOR,
        Duty.SUPERVISION,
    )
    assert one.of(Duty.HEAD).key == "a"


def test_who_handles_it_does_not_supervise_it() -> None:
    assert links("2003").of(Duty.SUPERVISION).key == "1002"


def test_who_is_recused_is_not_in_the_chain_and_the_gap_says_why() -> None:
    one = links("2008", named=frozenset({"2005"}))
    assert {"2005", "2002", "2001", "1001", "2006"}.isdisjoint(set(who(one).values()))
    assert next(link.gap for link in one.links if link.duty is Duty.HEAD) is Gap.RECUSED


def test_a_head_of_the_unit_above_steps_in_for_one_who_is_recused() -> None:
    one = links(owner="2001")
    assert one.of(Duty.HEAD).key == "1001"


def test_a_sealed_matter_is_for_discipline_alone() -> None:
    one = links("1005", "DISC", REPEATED)
    assert {duty: key for duty, key in who(one).items() if key} == {"management": "1004", "handler": "1005"}
    assert one.missing == ()


def test_a_unit_without_anybody_has_an_empty_chain() -> None:
    assert links(None, here=small(person("x", unit="elsewhere"), people=()), unit="U").empty


def test_a_case_with_a_handler_leaves_triage() -> None:
    check_triage(links())
    check_triage(links(standing=REPEATED))


@pytest.mark.parametrize("handler", [None, "nobody", "2005"])
def test_no_case_leaves_triage_without_somebody_who_may_handle_it(handler: str | None) -> None:
    with pytest.raises(Refused, match="handler_missing"):
        check_triage(links(handler, named=frozenset({"2005"})))


def test_a_repeated_case_does_not_leave_triage_without_a_sponsor() -> None:
    here = small(person("a", None, "handler"))
    check_triage(links("a", here=here, unit="U"))
    with pytest.raises(Refused, match="sponsor_missing"):
        check_triage(links("a", here=here, unit="U", standing=REPEATED))
