"""Papers in the store: drafts are replaced, what was sent stays word for word as it was."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from mediation.errors import NotFound
from mediation.model.procedure.paper import Kind, Paper, canonical, digest, read_back, sign
from mediation.model.procedure.paper_errors import NotSigned
from mediation.model.procedure.sent_paper import PaperChanged
from storage.unit_of_work.database import Database
from tests.mediation.papers.examples import SIGNER, a_paper

NUMBER = "K7QF-2MRD"


def signed(kind: Kind = Kind.OPINION) -> Paper:
    return sign(a_paper(kind), SIGNER)


def test_a_paper_is_read_back_as_it_was_written() -> None:
    for kind in Kind:
        assert read_back(canonical(signed(kind))) == signed(kind)
        assert read_back(canonical(a_paper(kind))) == a_paper(kind)


async def test_what_was_sent_is_kept_with_its_hash_and_who_sent_it(store: Any) -> None:
    kept = await store.run(lambda r: r.papers.add(NUMBER, signed(), 7))
    found = await store.run(lambda r: r.papers.get(kept.id))
    assert (found.paper, found.digest, found.sent_by) == (signed(), digest(signed()), 7)
    assert [one.id for one in await store.run(lambda r: r.papers.of_case(NUMBER))] == [kept.id]


async def test_a_draft_is_replaced_and_gone_once_the_paper_is_sent(store: Any) -> None:
    await store.run(lambda r: r.papers.draft(NUMBER, Kind.OPINION, {"facts": "一"}))
    await store.run(lambda r: r.papers.draft(NUMBER, Kind.OPINION, {"facts": "二"}))
    assert await store.run(lambda r: r.papers.drafted(NUMBER, Kind.OPINION)) == {"facts": "二"}
    await store.run(lambda r: r.papers.add(NUMBER, signed(), 7))
    assert await store.run(lambda r: r.papers.drafted(NUMBER, Kind.OPINION)) is None


async def test_nothing_is_sent_without_a_named_person(store: Any) -> None:
    with pytest.raises(NotSigned):
        await store.run(lambda r: r.papers.add(NUMBER, a_paper(), 7))
    with pytest.raises(NotFound):
        await store.run(lambda r: r.papers.get(1))


async def test_the_database_refuses_to_change_what_was_sent(database: Database) -> None:
    await database.run(lambda r: r.papers.add(NUMBER, signed(), 7))
    with pytest.raises(DatabaseError, match="never changed"):
        await database.run(lambda r: r.connection.execute(text("UPDATE papers SET sent_by = 8")))


async def test_a_paper_that_somebody_changed_behind_our_back_is_not_shown(database: Database) -> None:
    other = canonical(replace(signed(), title="别的"))

    def forge(records: Any) -> None:
        columns = (
            "INSERT INTO papers (case_number, paper, digest, sent_by, sent_at) VALUES (:n, :p, :d, 7, :t)"
        )
        values = {"n": NUMBER, "p": other, "d": digest(signed()), "t": records.now}
        records.connection.execute(text(columns), values)

    await database.run(forge)
    with pytest.raises(PaperChanged):
        await database.run(lambda r: r.papers.of_case(NUMBER))
