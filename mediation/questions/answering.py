"""The learning loop: a question without an answer becomes a card that two people stand for.

open -> answered (a draft waits) -> approved (a card), or back to open; open -> dismissed. Whoever acts is
looked up on the roster in the same transaction; all raise ``Refused``: ``not_for_you``, ``question_gone``.
"""

from datetime import date, timedelta

from mediation.errors import Refused
from mediation.model.cases.case import Fact, HelperKind, Notice, StaffMember
from mediation.model.questions import (
    AnswerDraft,
    AnsweredCard,
    Covered,
    OpenQuestion,
    QuestionEvent,
    QuestionState,
    Why,
    hide_persons,
    normalised,
    source_of,
)
from mediation.model.records import Records
from mediation.questions.checks import Sources, check_answer, check_basis, check_until

HELD_FOR = timedelta(hours=1)
"""As long as this, nobody else writes where somebody has begun to; internal, so that none is left lying."""

REASON_LIMIT = 500


def may_write(member: StaffMember | None) -> bool:
    """Policy officers and supervisors."""
    return member is not None and (member.supervises or (member.active and member.duty == HelperKind.POLICY))


def may_approve(member: StaffMember | None) -> bool:
    """Those who write, and lawyers; never for an answer of their own."""
    lawyer = member is not None and member.active and member.duty == HelperKind.LAWYER
    return lawyer or may_write(member)


# the asking side
def note_question(
    records: Records, text: str, why: str, category: str | None = None, person_id: int | None = None
) -> OpenQuestion:
    """Keep a question that found ``nothing`` or whose answer was marked ``wrong``, without the person.

    The same question is counted up; one that was dismissed stays so. ``person_id`` only when the person
    wished to be told. Within ``guest.once`` return ``.id``: the whole is no JSON. Raises ``nothing_told``.
    """
    kept = hide_persons(text)
    if not kept:
        raise Refused("nothing_told")
    question = records.questions.note(kept, normalised(kept), Why(why), category)
    if person_id is not None:
        wish_to_be_told(records, question.id, person_id)
    return question


def wish_to_be_told(records: Records, question_id: int, person_id: int) -> bool:
    """The person wishes to be told; False when nothing more will come of this question."""
    question = records.questions.find(question_id)
    if question is None or question.state not in (QuestionState.OPEN, QuestionState.ANSWERED):
        return False
    records.questions.add_wish(question_id, person_id)
    return True


def forget_wish(records: Records, question_id: int, person_id: int) -> None:
    """They do not wish it any more; forgetting what was not wished is no error."""
    records.questions.forget_wish(question_id, person_id)


# the desk
def waiting(records: Records, who: int, limit: int, offset: int = 0) -> list[OpenQuestion]:
    """What is open or waits for a second person: most often asked first, then oldest."""
    _allowed(may_approve(records.people.staff(who)))
    return records.questions.waiting(limit, offset)


def look_at(records: Records, who: int, question_id: int) -> OpenQuestion:
    """One question for somebody who may see the list."""
    _allowed(may_approve(records.people.staff(who)))
    return _get(records, question_id)


def take_up(records: Records, who: int, question_id: int) -> OpenQuestion:
    """Somebody begins to write. Raises ``question_moved``, or ``taken_already`` within ``HELD_FOR``."""
    _allowed(may_write(records.people.staff(who)))
    question = _in_state(records, question_id, QuestionState.OPEN)
    _check_free(records, question, who)
    question.taken_by, question.taken_at = who, records.now
    return _done(records, question, who, "take_up")


def write_answer(
    records: Records, who: int, question_id: int, draft: AnswerDraft, sources: Sources, today: date
) -> OpenQuestion:
    """A draft that waits for a second person; what it may say is checked by
    ``mediation.questions.checks``.
    """
    _allowed(may_write(records.people.staff(who)))
    question = _in_state(records, question_id, QuestionState.OPEN)
    _check_free(records, question, who)
    check_answer(draft, sources)
    check_basis(draft, sources)
    check_until(draft.until, today)
    for name in AnswerDraft.model_fields:
        setattr(question, name, getattr(draft, name))
    question.state, question.writer_id = QuestionState.ANSWERED, who
    question.taken_by = question.taken_at = None
    return _done(records, question, who, "write_answer")


def approve(records: Records, who: int, question_id: int, version: int, today: date) -> AnsweredCard:
    """The second person's yes: the card is there, and whoever wished it is told.

    ``version`` is the one that was read. Raises ``question_moved``, ``own_answer``, ``until_wrong``.
    """
    _allowed(may_approve(records.people.staff(who)))
    question = _in_state(records, question_id, QuestionState.ANSWERED, version)
    if who == question.writer_id:
        raise Refused("own_answer")
    card = _card(question, who, today)
    records.questions.end_cards(question.asked or "", today - timedelta(days=1))
    records.questions.add_card(card, question.asked or "")
    _tell_those_who_wished(records, question.id, card)
    question.state, question.asked = QuestionState.APPROVED, None
    _done(records, question, who, "approve")
    return card


def send_back(records: Records, who: int, question_id: int, version: int, reason: str) -> OpenQuestion:
    """Back to open, the draft stays to be changed. Raises ``question_moved``, ``reason_missing``."""
    _allowed(may_approve(records.people.staff(who)))
    question = _in_state(records, question_id, QuestionState.ANSWERED, version)
    why = _reason(reason)
    question.state = QuestionState.OPEN
    return _done(records, question, who, "send_back", why)


def dismiss(records: Records, who: int, question_id: int, reason: str) -> OpenQuestion:
    """Not a question of law or policy. Nobody is told, and who wished to be is forgotten."""
    _allowed(may_write(records.people.staff(who)))
    question = _in_state(records, question_id, QuestionState.OPEN)
    _check_free(records, question, who)
    why = _reason(reason)
    records.questions.forget_wishes(question_id)
    question.state = QuestionState.DISMISSED
    return _done(records, question, who, "dismiss", why)


def coverage(records: Records, as_of: date | None = None) -> list[Covered]:
    """For each category: answers that are not over on that day (today in UTC), questions that wait."""
    return records.questions.coverage(as_of or records.now.date())


def _allowed(allowed: bool) -> None:
    if not allowed:
        raise Refused("not_for_you")


def _get(records: Records, question_id: int) -> OpenQuestion:
    question = records.questions.find(question_id)
    if question is None:
        raise Refused("question_gone")
    return question


def _in_state(records: Records, question_id: int, state: str, version: int | None = None) -> OpenQuestion:
    """The question as it was when the button was drawn; otherwise somebody else was quicker."""
    question = _get(records, question_id)
    if question.state != state or version not in (None, question.version):
        raise Refused("question_moved")
    return question


def _check_free(records: Records, question: OpenQuestion, who: int) -> None:
    if question.taken_by in (None, who) or question.taken_at is None:
        return
    if records.now < question.taken_at + HELD_FOR:
        colleague = records.people.staff(question.taken_by or 0)
        raise Refused("taken_already", name=colleague.name if colleague else "…")


def _reason(reason: str) -> str:
    if not 0 < len(reason.strip()) <= REASON_LIMIT:
        raise Refused("reason_missing")
    return reason.strip()


def _done(records: Records, question: OpenQuestion, who: int, act: str, reason: str = "") -> OpenQuestion:
    records.questions.save(question)
    event = QuestionEvent(act=act, actor_id=who, reason=reason, at=records.now)
    records.questions.log(question.id, event)
    return question


def _card(question: OpenQuestion, approved_by: int, today: date) -> AnsweredCard:
    return AnsweredCard(
        key=f"answered-{question.id}",
        title=question.title,
        questions=(question.text,),
        category=question.category,
        answer=question.answer,
        basis=tuple(question.basis),
        document=question.document,
        owner_id=question.writer_id or 0,
        approved_by=approved_by,
        checked=today,
        until=check_until(question.until, today),
    )


def _tell_those_who_wished(records: Records, question_id: int, card: AnsweredCard) -> None:
    source = source_of(card.basis, card.document)
    for person_id in records.questions.wishing(question_id):
        tell(
            records,
            person_id,
            "question_answered",
            title=card.title,
            answer=card.answer,
            source=source,
            since=card.checked.isoformat(),
        )
    records.questions.forget_wishes(question_id)


def tell(records: Records, to: int, kind: str, **facts: Fact) -> None:
    """Post a notice with the change that caused it."""
    records.outbox.post(Notice(to=to, kind=kind, facts=facts))
