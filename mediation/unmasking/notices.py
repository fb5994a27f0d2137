"""What an unmasking leaves behind: lines of the audit, and letters to those who may decide."""

from collections.abc import Iterable

from mediation.model.cases.case import Fact, Notice
from mediation.model.records import Records
from mediation.model.unmasking import Unmasking
from mediation.unmasking.people import second_persons, written_to


def note(records: Records, one: Unmasking, actor: int | None, what: str, **facts: Fact) -> None:
    """A line in the audit: codes and ids, never the sentence."""
    records.audit.write("unmask", one.subject, actor, what=what, of=one.id, **facts)


def ask_to_decide(records: Records, one: Unmasking, people: Iterable[int], kind: str, **more: Fact) -> None:
    """A letter of this ``kind``, with sentence and buttons; one that still waits is not sent twice."""
    for person in people:
        facts: dict[str, Fact] = {
            "of": one.id, "handler_id": one.asker_id, "ground": one.ground, "text": one.sentence, **more,
        }  # fmt: skip
        key = f"{kind}:{one.id}:{person}"
        records.outbox.post(Notice(to=person, kind=kind, case_number=one.case_number, facts=facts, key=key))


def ask_for_review(records: Records, one: Unmasking, owner_id: int | None) -> None:
    """Ask for a word on a look at once; one that still waits is not asked twice."""
    for person in written_to(records, second_persons(records, None, one.asker_id, owner_id)):
        facts: dict[str, Fact] = {"of": one.id, "handler_id": one.asker_id, "why_code": one.ground}
        key = f"unmask_review:{one.id}:{person}"
        records.outbox.post(Notice(to=person, kind="unmask_review", facts=facts, key=key))
