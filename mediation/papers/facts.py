"""What a matter itself tells a paper; what is left, the person who writes it is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from knowledge.cards.card import Reference, read_basis
from mediation.deadlines.record import DeadlineRecord
from mediation.model.cases.case import CaseFields, Event
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.paper import Kind, Limit
from mediation.model.procedure.step_input import StepInput
from mediation.model.procedure.table import Need
from mediation.papers.formats import Value
from mediation.papers.kinds import kinds
from mediation.papers.omissions import Holds, without_unloaded
from mediation.papers.remedies import Remedies

NEEDED = frozenset(need.value for need in Need)

LOOK_AGAIN = timedelta(days=30)
"""After the plan's last day somebody looks whether it held (internal)."""


@dataclass(frozen=True)
class PaperContext:
    """Where a matter stands right after a step; ``before`` is the matter as it was.

    ``unit`` and ``above`` are the names of the unit that has it and of the one above, ``to_office`` of the
    one it is sent to. ``name_of`` gives the name of somebody on the roster. ``count`` is how many papers the
    case has so far. ``clocks`` are all its deadlines, stopped ones too.
    """

    step: str
    case: CaseFields
    before: Matter
    matter: Matter
    given: StepInput
    told: Mapping[str, Any]
    clocks: list[DeadlineRecord]
    before_clocks: list[DeadlineRecord]
    history: list[Event]
    unit: str
    above: str
    to_office: str
    owner_name: str
    taker: str
    name_of: Callable[[int | None], str]
    today: date
    received: Any
    count: int
    language: str
    ways: Remedies
    holds: Holds
    step_words: Callable[[str], str]

    def words(self, text: str) -> str:
        """A standing sentence; see `without_unloaded`."""
        return without_unloaded(text, self.holds)

    def limit(self, kind: str, before: bool = False) -> Limit | None:
        """The last day of the running clock of that kind."""
        rows = self.before_clocks if before else self.clocks
        found = [row for row in rows if row.kind == kind and row.stopped is None]
        return Limit(found[-1].due, found[-1].rolled) if found else None


def facts_for(kind: Kind, now: PaperContext) -> dict[str, Value | None]:
    """Everything that is known, cut down to what this kind of paper can say; told facts come first."""
    known = kinds().kind[kind].known
    # what the table of steps needs has come in as given; a fact of the same name may be something else
    facts = (name for name in now.told if name in known and name not in NEEDED)
    told = {name: read_fact(name, now.told[name]) for name in facts}
    return {
        name: value for name, value in (_common(now) | _special(kind, now) | told).items() if name in known
    }


def read_fact(name: str, value: Any) -> Value:
    """A fact as it was kept (JSON), with the type that ``kinds.toml`` gives it."""
    wanted = kinds().facts[name]
    if wanted == "articles":
        found = [Reference.model_validate(read_basis(one)) for one in value]
        return tuple(found)
    if wanted == "lines":
        return [value] if isinstance(value, str) else list(value)
    if wanted == "day":
        return date.fromisoformat(value)
    return value  # type: ignore[no-any-return]


def _common(now: PaperContext) -> dict[str, Value | None]:
    matter = now.matter
    return {
        "number": f"{now.case.number}-{now.count + 1:02d}",
        "date": now.today,
        "office": now.unit,
        "case": now.case.number,
        "person": now.owner_name,
        "request": matter.request,
        "received": now.received,
        "received_on": matter.received_on,
        "accepted_on": matter.accepted_on,
        "handler": now.name_of(matter.handler_id),
        "handling_office": now.unit,
        "inform_by": now.limit("inform") or now.limit("inform_transferred"),
        "to_office": now.to_office,
        "reason": now.given.reason,
        "approved_by": now.taker,
        "approved_on": now.today,
        "confirmed_by": now.taker,
        "items": list(now.given.items),
        "send_to": now.ways.words(now.language).send_to,
        "other_ways": [now.words(one) for one in now.ways.words(now.language).other_ways],
    }


def _special(kind: Kind, now: PaperContext) -> dict[str, Value | None]:
    find: dict[Kind, Callable[[PaperContext], dict[str, Value | None]]] = {
        Kind.ROUTE: _route,
        Kind.REDIRECTION: _redirection,
        Kind.TRANSFER: lambda now: {"why": now.given.reason, "object_by": now.limit("object")},
        Kind.EXTENSION: lambda now: {
            "old_due": now.limit("handle", before=True),
            "new_due": now.limit("handle"),
        },
        Kind.OPINION: _opinion,
        Kind.AGREEMENT: _agreement,
        Kind.REVIEW: _review,
        Kind.RECHECK: _review,
        Kind.WITHDRAWAL: lambda now: {"asked_on": _on(now, "ask_withdrawal")},
        Kind.SUPERVISION: lambda now: {
            "finding": now.given.reason,
            "reply_by": _plain(now.given.until),
            "due": now.limit("handle"),
        },
        Kind.SECOND_LOOK: _second_look,
    }
    return find[kind](now) if kind in find else {}


def _route(now: PaperContext) -> dict[str, Value | None]:
    words = now.ways.words(now.language)
    no_limit = now.words(words.no_limit.get(now.step, "")) or None
    due = None if no_limit else now.limit("handle")
    labour = now.case.category in ("WAGE", "CONT", "POST", "DISP", "LEAV")
    return {"route": now.words(words.route[now.step]), "no_limit": no_limit, "due": due, "labour": labour}


def _redirection(now: PaperContext) -> dict[str, Value | None]:
    door = now.ways.remedy(now.given.door)
    facts: dict[str, Value | None] = {"why": now.given.reason, "other_ways": None}
    if door is None:
        return facts | {"door": now.given.door}
    words = door.words(now.language)
    return facts | {
        "door": words.name,
        "first_step": words.first_step,
        "telephone": door.telephone,
        "no_limit": now.words(words.limit),
        "labour": door.labour,
    }


def _opinion(now: PaperContext) -> dict[str, Value | None]:
    opinion = now.given.opinion or now.before.draft
    by = now.limit("ask_review") or _plain(now.today + timedelta(days=30))
    return {"opinion": opinion, "review_office": now.above, "review_by": by, "other_ways": None}


def _review(now: PaperContext) -> dict[str, Value | None]:
    by = now.limit("ask_recheck") or _plain(now.today + timedelta(days=30))
    return {
        "opinion": now.given.opinion,
        "reviewed": now.before.opinion,
        "reviewed_on": now.before.delivered_on,
        "recheck_office": now.above,
        "recheck_by": by,
    }


def _agreement(now: PaperContext) -> dict[str, Value | None]:
    text = now.given.agreement or now.before.agreement
    return {
        "first_party": now.owner_name,
        "second_party": now.unit,
        "mediator": now.name_of(now.case.handler_id or now.matter.handler_id) or now.taker,
        "terms": [line for line in text.splitlines() if line.strip()],
        "confirm_by": now.limit("judicial_confirmation"),
    }


def _second_look(now: PaperContext) -> dict[str, Value | None]:
    until = now.given.until
    return {
        "timeline": [f"{one.at:%Y-%m-%d} {now.step_words(one.trigger)}" for one in now.history][-20:],
        "decided": now.before.opinion or now.ways.words(now.language).not_decided,
        "plan": [line for line in now.given.plan.splitlines() if line.strip()],
        "sponsor": now.given.person.name if now.given.person else None,
        "sponsor_office": now.unit,
        "finish_by": until,
        "look_again_on": until + LOOK_AGAIN if until else None,
        "times": now.matter.filings,
    }


def _plain(day: date | None) -> Limit | None:
    return Limit(day, day) if day is not None else None


def _on(now: PaperContext, trigger: str) -> date | None:
    """The day of the last step of that name."""
    days = [one.at.date() for one in now.history if one.trigger == trigger]
    return days[-1] if days else None
