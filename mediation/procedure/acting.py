"""Somebody takes a step: their parts, the step, and the paper that belongs to it, in one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from mediation.cases.life_table import LifeTable
from mediation.cases.recusal import remove_recused_staff
from mediation.deadlines.rules import ClockTable
from mediation.errors import NotFound, Refused
from mediation.model.cases.case import Notice
from mediation.model.procedure.matter import Matter, Promise
from mediation.model.procedure.paper import Kind, Paper, Signer, sign
from mediation.model.procedure.step_input import StepInput, Taker
from mediation.model.procedure.table import Need, ProcedureTable, Step
from mediation.model.records import Records
from mediation.papers.facts import PaperContext, facts_for
from mediation.papers.remedies import remedies
from mediation.papers.templates import Templates
from mediation.papers.writing import write
from mediation.privacy.consents import require_passing_on_consent
from mediation.procedure.matters import recipients, take_step
from mediation.standing.standing import parts_of, unit_of

Answers = Mapping[str, Any]
"""What a person gave, by the names of needs and of facts of papers; values as JSON holds them."""


PASSING_ON_STEP = "transfer"
"""The step that hands a matter to another office, with the owner's words."""


@dataclass(frozen=True)
class Procedure:
    """What taking a step needs beside the records; made once by the composition root.

    ``check`` raises a ``PaperError`` for an article or a telephone number that may not be named on that day.
    ``templates`` gives those of a language, ``holds`` says whether a law is loaded: articles of one that is
    not are left out of our own sentences. ``office`` is the name of the house where no unit is known.
    ``step_words`` says a step in a language.
    """

    table: ProcedureTable
    life: LifeTable
    claim_within: timedelta
    clocks: ClockTable
    zone: ZoneInfo
    templates: Callable[[str], Templates]
    holds: Callable[[str], bool]
    office: str
    check: Callable[[Paper, date], None]
    step_words: Callable[[str, str], str]


@dataclass(frozen=True)
class Acted:
    """What came of it; ``paper`` is signed where it has gone out, and a draft where it waits."""

    matter: Matter
    step: Step
    paper: Paper | None = None
    paper_id: int | None = None


def act(
    records: Records, procedure: Procedure, number: str, person_id: int, name: str, told: Answers, today: date
) -> Acted:
    """Take the step as this person.

    Raises ``NotFound`` for a stranger and for whoever the matter is about, ``Refused`` and ``PaperError``
    with the reason; ``FactsMissing`` names what the paper still has to be told.
    """
    case, before = records.cases.get(number), records.matters.get(number)
    parts = parts_of(records, case, before, person_id, today)
    if name == PASSING_ON_STEP and parts:
        require_passing_on_consent(records, case)
    before_clocks = records.deadlines.of_case(number)
    given = read_given(records, told)
    taker = Taker(person_id, frozenset(parts))
    after = take_step(
        records, procedure.table, procedure.clocks, number, name, taker, given, today, procedure.zone
    )
    if (request := str(told.get("request", "")).strip()) and request != after.request:
        after = after.model_copy(update={"request": request})
        records.matters.save(after)
    step = procedure.table.step(name)
    assert step is not None, "take_step has found it"
    if "add_concerned" in step.effects:
        remove_recused_staff(records, procedure.life, number, person_id, procedure.claim_within)
    kind = step.paper or step.signs
    if not kind:
        return Acted(after, step)
    said = told if step.paper else (records.papers.drafted(number, Kind(kind)) or {})
    language = records.people.language(case.owner_id)
    now = _situation(
        records, procedure, step, before, after, given, said, person_id, today, before_clocks, language
    )
    paper = write(Kind(kind), facts_for(Kind(kind), now), procedure.templates(now.language))
    procedure.check(paper, today)
    if step.paper and procedure.table.is_signed_later(step.paper):
        records.papers.draft(number, paper.kind, dict(said))
        return Acted(after, step, paper)
    return _send(
        records, case.number, after, step, sign(paper, Signer(now.taker, now.unit)), person_id, today
    )


def may_act(
    records: Records, procedure: Procedure, number: str, person_id: int, today: date
) -> tuple[Matter, list[Step]]:
    """The matter and the steps that this person may try now, in table order; raises ``NotFound``."""
    case, matter = records.cases.get(number), records.matters.get(number)
    parts = parts_of(records, case, matter, person_id, today)
    if not parts:
        raise NotFound
    return matter, procedure.table.open_to(parts, matter.state)


def read_given(records: Records, told: Answers) -> StepInput:
    """What the table calls given; raises ``Refused`` (``handler_cannot``) for somebody who is not there."""
    values: dict[str, Any] = {need.value: told[need.value] for need in Need if need.value in told}
    if "until" in values:
        values["until"] = date.fromisoformat(values["until"])
    if "items" in values:
        values["items"] = tuple(values["items"])
    if "promises" in values:
        made = ((what, date.fromisoformat(day)) for what, day in values["promises"])
        values["promises"] = tuple(Promise(what=what, until=day) for what, day in made)
    if "person" in values:
        member = records.people.staff(int(values["person"]))
        if member is None:
            raise Refused("handler_cannot")
        values["person"] = member
    return StepInput(**values)


def _situation(
    records: Records, procedure: Procedure, step: Step, before: Matter, after: Matter, given: StepInput,
    said: Answers, person_id: int, today: date, before_clocks: list[Any], language: str,
) -> PaperContext:  # fmt: skip
    organisation = records.organisation.read()
    case = records.cases.get(after.number)
    units = organisation.upwards(unit_of(organisation, after))
    offered = organisation.unit(after.offered_unit) or organisation.department(after.offered_unit)
    spoken = "en" if language == "en" else "zh-CN"
    standing = remedies()

    def name_of(one: int | None) -> str:
        member = records.people.staff(one) if one is not None else None
        return member.name if member is not None else ""

    unit = units[0].name if units else procedure.office
    return PaperContext(
        step=step.do, case=case, before=before, matter=after, given=given, told=said,
        clocks=records.deadlines.of_case(after.number), before_clocks=before_clocks,
        history=records.cases.history(after.number),
        unit=unit, above=units[1].name if len(units) > 1 else standing.words(spoken).unit_above,
        to_office=offered.name if offered is not None else unit,
        owner_name=records.cases.name(after.number) or case.alias,
        taker=name_of(person_id) or unit, name_of=name_of, today=today,
        received=case.filed_at.astimezone(procedure.zone), count=len(records.papers.of_case(after.number)),
        language=spoken, ways=standing, holds=procedure.holds,
        step_words=lambda trigger: procedure.step_words(spoken, trigger),
    )  # fmt: skip


def _send(
    records: Records, number: str, after: Matter, step: Step, signed: Paper, person_id: int, today: date
) -> Acted:
    """Keep it with its hash, and post it to everybody whom the step tells."""
    kept = records.papers.add(number, signed, person_id)
    records.audit.write("paper", number, person_id, kind=signed.kind.value, id=kept.id, sha256=kept.digest)
    case = records.cases.get(number)
    told = (person for part in step.tell for person in recipients(records, case, after, part, today))
    for person in dict.fromkeys(told):
        facts = {"paper_id": kept.id, "title": signed.title, "paper": signed.number}
        records.outbox.post(Notice(to=person, kind="paper", case_number=number, facts=dict(facts)))
    return Acted(after, step, signed, kept.id)
