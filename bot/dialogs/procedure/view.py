"""Where a matter stands, for its owner and for those who have a part in it, with the steps they may take."""

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.procedure.routing_reason import triage_lines, why_lines
from bot.dialogs.shared.context import Guest, Judge
from mediation.deadlines.rules import Viewer
from mediation.errors import NotFound
from mediation.model.cases.case import CaseFields
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.step_input import Taker
from mediation.model.procedure.table import Part, Step
from mediation.procedure.acting import Procedure
from mediation.procedure.clocks import WATCHES
from mediation.procedure.step import could_take
from mediation.standing.standing import parts_of, recused_persons
from storage.sealed.store import SealedStore
from storage.unit_of_work.records import SqlRecords

READERS = frozenset({Part.TRIAGE, Part.HANDLER, Part.REVIEWER})
"""Who may read the story; see ``bot.dialogs.desk.desk``."""
PROMISES_SHOWN, PAPERS_SHOWN = 10, 10


def stage_view(
    records: SqlRecords,
    guest: Guest,
    sealed_store: SealedStore | None,
    judge: Judge,
    procedure: Procedure,
    number: str,
) -> tuple[str, Keyboard]:
    """Text and buttons. Raises ``NotFound`` for strangers and for whoever the matter is about."""
    case, matter = records.cases.get(number), records.matters.get(number)
    parts = parts_of(records, case, matter, guest.me.person_id, guest.today)
    if not parts:
        raise NotFound
    lines = _lines(records, guest, judge, procedure, case, matter, owner=Part.OWNER in parts)
    steps = steps_to_offer(records, guest, sealed_store, procedure, matter, parts)
    buttons = [guest.button(f"do-{one.do.replace('_', '-')}", "act", number, one.do) for one in steps]
    rows: Keyboard = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    for sent in records.papers.of_case(number)[-PAPERS_SHOWN:]:
        if Part.OWNER in parts and sent.paper.kind in ("transfer", "supervision"):
            continue
        rows.append([Button(f"📄 {sent.paper.title}", Press("paper", number, str(sent.id)))])
    if Part.OWNER in parts:
        guard = guest.button("button-guard", "guard", number)
        rows.append([guard, guest.button("button-timeline", "timeline", number)])
    if parts & READERS:
        rows.append([guest.button("button-matter-story", "story", number)])
    if Part.HANDLER in parts:
        rows.append([guest.button("button-unmask", "unmask", number)])
    back = guest.button("button-see-case", "see", number)
    rows.append([back] if Part.OWNER in parts else [guest.button("button-matters", "matters")])
    return "\n".join(lines), rows


def steps_to_offer(
    records: SqlRecords,
    guest: Guest,
    sealed_store: SealedStore | None,
    procedure: Procedure,
    matter: Matter,
    parts: set[Part],
) -> list[Step]:
    """The steps this person may take now, as far as that is known before anything is given."""
    rows = records.deadlines.of_case(matter.number)
    clocks = [row.read(procedure.clocks) for row in rows if row.stopped is None]
    seen = matter.model_copy(update={"named": recused_persons(records, matter)})
    taker = Taker(guest.me.person_id, frozenset(parts))
    table = procedure.table
    return [
        step
        for step in table.open_to(parts, matter.state)
        if (step.do != "seal" or sealed_store is not None)
        and could_take(table, seen, step, taker, guest.today, clocks)
        and not (step.do == "transfer" and not records.organisation.read().units)
        and not (step.do == "clear_concerned" and not matter.about)
    ]


def _lines(
    records: SqlRecords,
    guest: Guest,
    judge: Judge,
    procedure: Procedure,
    case: CaseFields,
    matter: Matter,
    *,
    owner: bool,
) -> list[str]:
    lines = [
        guest.words(
            "stage-head",
            number=case.number,
            category=guest.plain(f"category-{case.category}"),
            stage=guest.plain(f"stage-{matter.state.replace('_', '-')}"),
            received=matter.received_on.isoformat(),
        )
    ]
    for key, person in (("stage-handler-is", matter.handler_id), ("stage-sponsor-is", matter.sponsor_id)):
        member = records.people.staff(person) if person is not None else None
        if member is not None:
            lines.append(guest.words(key, name=member.name))
    lines += _days(records, guest, procedure, matter, owner=owner)
    lines += [
        guest.words(
            "stage-promise", what=one.what, until=one.until.isoformat(), done="yes" if one.done_on else "no"
        )
        for one in matter.promises[-PROMISES_SHOWN:]
    ]
    if matter.withdrawal_asked:
        lines.append(guest.words("stage-withdrawal-asked"))
    if not owner and matter.state == procedure.table.initial:
        lines += triage_lines(records, guest, judge, case)
    if not owner:
        lines += why_lines(records, guest, case, matter)
    return lines


def _days(
    records: SqlRecords, guest: Guest, procedure: Procedure, matter: Matter, *, owner: bool
) -> list[str]:
    viewer, found = (Viewer.OWNER if owner else Viewer.STAFF), []
    for row in records.deadlines.of_case(matter.number):
        if row.stopped is not None or row.kind in WATCHES or row.kind == "promise":
            continue
        deadline = row.read(procedure.clocks)
        if viewer not in deadline.clock.visible_to:
            continue
        name = deadline.clock.name.zh if guest.language.startswith("zh") else deadline.clock.name.en
        late = "yes" if guest.today > deadline.last_day else "no"
        found.append(guest.words("stage-clock", clock=name, due=deadline.rolled.isoformat(), late=late))
    return found
