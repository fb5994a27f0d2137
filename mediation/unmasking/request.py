"""Seeing the name behind an alias: who works on the case asks, a second person decides, then they look.

个人信息保护法 6 (no more than is needed), 51 (rights of access), 44 (the person knows of it).
"""

from datetime import timedelta

from mediation.errors import NotFound, Refused
from mediation.model.cases.case import Fact, Notice, StaffMember
from mediation.model.records import Records
from mediation.model.unmasking import LIVE, State, Trait, Unmasking, unmasking_rules
from mediation.unmasking.ending import plan_owner_notice
from mediation.unmasking.identity import identity
from mediation.unmasking.notices import ask_to_decide, note
from mediation.unmasking.people import may_ask, second_persons, written_to


def ask(records: Records, asker: StaffMember | None, number: str, ground: str, sentence: str) -> Unmasking:
    """Ask for the name, with a ground of ``unmasking.toml`` and a sentence that the owner will read.

    Raises ``NotFound``, ``Refused``: ``unmask_odd`` (a forged choice, no sentence), ``too_many_tries``,
    ``unmask_asked_already``, ``unmask_nobody`` (there is no second person who is free of it).
    """
    may_ask(records, asker, number)
    assert asker is not None
    rules, why = unmasking_rules(), sentence.strip()
    if rules.ground_of(ground) is None or not 0 < len(why) <= rules.sentence_limit:
        raise Refused("unmask_odd")
    if records.people.count_try(asker.person_id, "unmask", records.now) > rules.asks_per_hour:
        raise Refused("too_many_tries")
    if live(records, asker.person_id, number) is not None:
        raise Refused("unmask_asked_already")
    able = second_persons(records, number, asker.person_id)
    if not able:
        raise Refused("unmask_nobody")
    ends = records.now + timedelta(days=rules.decide_within_days)
    one = records.unmaskings.add(
        Unmasking(
            case_number=number, asker_id=asker.person_id, ground=ground, sentence=why,
            asked_at=records.now, ends_at=ends,
            remind_at=records.now + timedelta(hours=rules.remind_after_hours),
        )
    )  # fmt: skip
    note(records, one, asker.person_id, "asked", ground=ground)
    ask_to_decide(records, one, written_to(records, able), kind="unmask_wanted")
    return one


def live(records: Records, asker_id: int, number: str) -> Unmasking | None:
    """What this person has asked for in this case and is not over by now."""
    mine = (one for one in records.unmaskings.of_case(number) if one.asker_id == asker_id)
    return next((one for one in mine if one.state in LIVE and one.ends_at > records.now), None)


def to_decide(records: Records, member: StaffMember | None, unmasking_id: int) -> Unmasking:
    """An ask that waits for this person. Raises ``NotFound``, ``Refused``: ``unmask_decided``,
    ``unmask_lapsed``.
    """
    one = records.unmaskings.get(unmasking_id)
    if one.case_number is None or member is None or not member.active:
        raise NotFound
    if member.person_id not in second_persons(records, one.case_number, one.asker_id):
        raise NotFound
    if one.state == State.LAPSED or (one.state == State.ASKED and one.ends_at <= records.now):
        raise Refused("unmask_lapsed")
    if one.state != State.ASKED:
        raise Refused("unmask_decided")
    return one


def grant(records: Records, member: StaffMember | None, unmasking_id: int, withhold: str = "") -> Unmasking:
    """The second person agrees; with ``withhold`` (a key of ``unmasking.toml``) the owner is told later.

    Raises as ``to_decide``, and ``Refused("unmask_odd")`` for a ground that is none.
    """
    one, rules = to_decide(records, member, unmasking_id), unmasking_rules()
    assert member is not None
    if withhold and rules.withhold_of(withhold) is None:
        raise Refused("unmask_odd")
    granted = one.model_copy(
        update={
            "state": State.GRANTED, "decided_by": member.person_id, "decided_at": records.now,
            "ends_at": records.now + timedelta(hours=rules.open_hours), "withheld": withhold,
            "remind_at": None,
        }
    )  # fmt: skip
    records.unmaskings.save(granted)
    note(records, one, member.person_id, "granted", withheld=withhold)
    facts: dict[str, Fact] = {"of": one.id, "limit": rules.open_hours}
    records.outbox.post(
        Notice(to=one.asker_id, kind="unmask_granted", case_number=one.case_number, facts=facts)
    )
    return granted


def refuse(records: Records, member: StaffMember | None, unmasking_id: int) -> None:
    """The second person does not agree; nothing is shown. Raises as ``to_decide``."""
    one = to_decide(records, member, unmasking_id)
    assert member is not None
    update = {
        "state": State.REFUSED, "decided_by": member.person_id, "decided_at": records.now, "remind_at": None,
    }  # fmt: skip
    records.unmaskings.save(one.model_copy(update=update))
    note(records, one, member.person_id, "refused")
    records.outbox.post(Notice(to=one.asker_id, kind="unmask_refused", case_number=one.case_number))


def look(
    records: Records, asker: StaffMember | None, unmasking_id: int, message: int
) -> tuple[Unmasking, dict[Trait, str]]:
    """What is shown in this ``message`` of the asker's chat; each time a line in the audit.

    The first time the owner is told, or it is noted when they will be. Raises ``NotFound`` for anybody else
    and for who does not work on the case any more, ``Refused``: ``unmask_over``, ``unmask_unknown``.
    """
    one = records.unmaskings.get(unmasking_id)
    if one.case_number is None or asker is None or one.asker_id != asker.person_id:
        raise NotFound
    case = may_ask(records, asker, one.case_number)
    if one.state != State.GRANTED or one.ends_at <= records.now:
        raise Refused("unmask_over")
    ground = unmasking_rules().ground_of(one.ground)
    shown = identity(records, case.owner_id, case.number, ground.shows) if ground is not None else {}
    if not shown:
        raise Refused("unmask_unknown")
    return seen(records, one, message), shown


def seen(records: Records, one: Unmasking, message: int) -> Unmasking:
    """A look is noted, with the message that has to be taken back."""
    first = one.looked_at is None
    after = one.model_copy(
        update={
            "looks": one.looks + 1, "looked_at": one.looked_at or records.now,
            "messages": [*one.messages, message],
        }
    )  # fmt: skip
    note(records, one, one.asker_id, "looked")
    if first:
        after = plan_owner_notice(records, after)
    records.unmaskings.save(after)
    return after
