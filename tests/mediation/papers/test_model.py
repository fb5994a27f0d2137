from dataclasses import replace

import pytest

from mediation.model.procedure.paper import Kind, Signer, demand_signature, digest, sign
from mediation.model.procedure.paper_errors import NotSigned
from tests.mediation.papers.examples import DAY, SIGNER, a_paper


def test_a_named_person_makes_a_draft_final() -> None:
    signed = sign(a_paper(), SIGNER)
    assert not signed.is_draft
    demand_signature(signed)


@pytest.mark.parametrize("signer", [Signer("", "信访办公室"), Signer("林工", " ")])
def test_nobody_signs_without_name_and_office(signer: Signer) -> None:
    with pytest.raises(NotSigned):
        sign(a_paper(), signer)
    assert replace(a_paper(), signed_by=signer).is_draft


def test_the_digest_of_the_same_paper_is_the_same() -> None:
    assert digest(a_paper()) == digest(a_paper())
    assert len(digest(a_paper())) == 64


def test_the_digest_changes_with_everything_that_the_paper_says() -> None:
    paper = a_paper()
    others = [
        a_paper(opinion="不补发。"),
        a_paper(Kind.REVIEW),
        a_paper(language="en"),
        sign(paper, SIGNER),
        replace(paper, number="13"),
        replace(paper, date=DAY.replace(day=25)),
        replace(paper, office="别处"),
    ]
    assert len({digest(one) for one in [paper, *others]}) == 1 + len(others)
