"""What a matter cannot tell a paper is asked for, and nothing else is."""

import pytest

from bot.dialogs.procedure.ask_for_needs import ASKED_FOR_PAPERS
from mediation.model.procedure.paper import Kind
from mediation.model.procedure.table import Need, read_procedure
from mediation.papers.kinds import kinds

TABLE = read_procedure()
FROM_THE_MATTER = {
    "case", "person", "received", "received_on", "accepted_on", "handler", "handling_office", "inform_by",
    "to_office", "reason", "approved_by", "approved_on", "confirmed_by", "items", "send_to", "other_ways",
    "route", "no_limit", "due", "labour", "why", "door", "first_step", "telephone", "object_by", "old_due",
    "new_due", "opinion", "review_office", "review_by", "reviewed", "reviewed_on", "recheck_office",
    "recheck_by", "first_party", "second_party", "mediator", "terms", "confirm_by", "asked_on", "finding",
    "reply_by", "timeline", "decided", "plan", "sponsor", "sponsor_office", "finish_by", "look_again_on",
    "times",
}  # fmt: skip


@pytest.mark.parametrize("kind", list(Kind))
def test_every_fact_that_a_paper_must_have_comes_from_the_matter_or_is_asked_for(kind: Kind) -> None:
    demanded = {*kinds().kind[kind].must, *(name for one in kinds().kind[kind].also for name in one.must)}
    assert demanded <= FROM_THE_MATTER | set(ASKED_FOR_PAPERS)


def test_every_kind_of_paper_has_its_step() -> None:
    named = {step.paper or step.signs for step in TABLE.steps} - {""}
    assert named == {kind.value for kind in Kind}


def test_what_is_asked_for_papers_is_no_need_of_the_table() -> None:
    assert not set(ASKED_FOR_PAPERS) & {need.value for need in Need}
