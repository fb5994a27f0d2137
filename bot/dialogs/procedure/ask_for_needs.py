"""What has to be given for a step: how it is asked for, what can be chosen, how an answer is read."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from bot.dialogs.questions.draft import read_basis
from bot.dialogs.shared.context import Guest
from knowledge.answers.library import Library
from knowledge.calculators.input.dates import whole_day
from mediation.model.cases.case import StaffMember
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.table import Need, Step
from mediation.papers.kinds import kinds
from mediation.papers.remedies import remedies
from mediation.standing.standing import recused_persons
from storage.unit_of_work.records import SqlRecords

TEXT_LIMIT = 1500
"""Characters of one answer; a paper of several of them still fits into a few messages."""
LINES_LIMIT = 20
CHOICES_LIMIT = 24
"""Buttons of one question."""
LEADERS = ("head", "supervisor", "reviewer")
"""Duties of the roster from which a sponsor is chosen."""

ASKED_FOR_PAPERS = (
    "request", "facts", "basis", "outcome", "verdict", "acts", "data_choice", "done_when", "why_open",
)  # fmt: skip
"""Facts of papers that no matter can supply; whoever writes the paper is asked for them."""

PICKED = frozenset({Need.DOOR, Need.UNIT, Need.PERSON, Need.PROMISE})
LISTED = frozenset({Need.ITEMS})


class Choice(NamedTuple):
    """A button: its label, and the value that is kept when it is pressed."""

    label: str
    value: Any


class Unread(ValueError):
    """An answer that cannot be read; ``key`` is the sentence that says what is wanted."""

    def __init__(self, key: str, **facts: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


def type_of(name: str) -> str:
    """How an answer is read: pick, text, lines, day, promises, articles or concerned."""
    if name in PICKED or (name in kinds().facts and kinds().choices(name)):
        return "pick"
    if name in (Need.PROMISES, Need.CONCERNED):
        return str(name)
    if name == Need.UNTIL:
        return "day"
    if name in LISTED:
        return "lines"
    wanted = kinds().facts.get(name, "text")
    return wanted if isinstance(wanted, str) and wanted in ("lines", "articles", "day") else "text"


def choices(records: SqlRecords, guest: Guest, matter: Matter, step: Step, name: str) -> list[Choice]:
    """The buttons for a need; empty where words are wanted or nothing fits."""
    find: dict[str, Callable[[], list[Choice]]] = {
        Need.DOOR: lambda: [Choice(door.words(guest.language).name, door.key) for door in remedies().doors],
        Need.UNIT: lambda: _units(records, matter),
        Need.PERSON: lambda: _people(records, guest, matter, step),
        Need.PROMISE: lambda: [
            Choice(f"{one.what[:40]} · {one.until.isoformat()}", at)
            for at, one in enumerate(matter.promises)
            if one.done_on is None
        ],
        Need.CONCERNED: lambda: _concerned(records, matter, step),
        Need.UNTIL: lambda: (
            [Choice(matter.asked_until.isoformat(), matter.asked_until.isoformat())]
            if step.do == "extend" and matter.asked_until
            else []
        ),
    }
    if name in find:
        return find[name]()[:CHOICES_LIMIT]
    options = kinds().choices(name) if name in kinds().facts else ()
    return [Choice(guest.plain(f"choice-{one.replace('_', '-')}"), one) for one in options]


def read_answer(records: SqlRecords, name: str, text: str, today: date, library: Library | None) -> Any:
    """The value of an answer. Raises ``Unread``."""
    text = text.strip()
    if not 0 < len(text) <= TEXT_LIMIT:
        raise Unread("reason-length", limit=TEXT_LIMIT)
    match type_of(name):
        case "lines":
            return _lines(text)
        case "day":
            return _day(text, today).isoformat()
        case "promises":
            return [_promise(line, today) for line in _lines(text)]
        case "articles":
            return _articles(text, library)
        case "concerned":
            return _person_named(records, text)
        case "pick":
            raise Unread("press-a-button")
    return text


def _lines(text: str) -> list[str]:
    found = [line.strip() for line in text.splitlines() if line.strip()]
    if len(found) > LINES_LIMIT:
        raise Unread("act-too-many-lines", limit=LINES_LIMIT)
    return found


def _day(text: str, today: date) -> date:
    day = whole_day(text.strip(), today)
    if day is None:
        raise Unread("act-which-day")
    if day < today:
        raise Unread("act-day-is-past")
    return day


def _promise(line: str, today: date) -> list[str]:
    """``做什么，哪天以前``: what is promised, then the day."""
    head, _, tail = line.replace(",", "，").rpartition("，")
    try:
        day = _day(tail.removesuffix("前").removesuffix("以").strip(), today)
    except Unread as error:
        if error.key == "act-day-is-past":
            raise
        raise Unread("act-promise-form") from None
    if not head.strip():
        raise Unread("act-promise-form")
    return [head.strip(), day.isoformat()]


def _articles(text: str, library: Library | None) -> list[str]:
    found = read_basis(text, library)
    if library is None or not found or not all(_is_article(one) for one in found):
        raise Unread("act-which-article")
    return found


def _is_article(one: str) -> bool:
    law, _, number = one.rpartition(" ")
    return bool(law) and number.replace("之", "").isdecimal()


def _person_named(records: SqlRecords, text: str) -> str:
    organisation = records.organisation.read()
    found = organisation.person(text) or next(iter(organisation.named(text)), None)
    if found is None or len(organisation.named(text)) > 1:
        raise Unread("act-several-of-that-name" if found is not None else "act-nobody-of-that-name")
    return found.key


def _units(records: SqlRecords, matter: Matter) -> list[Choice]:
    organisation = records.organisation.read()
    units = [Choice(one.name, one.key) for one in organisation.units if one.key != matter.unit]
    return units + [Choice(one.name, one.key) for one in organisation.departments]


def _people(records: SqlRecords, guest: Guest, matter: Matter, step: Step) -> list[Choice]:
    out = recused_persons(records, matter) | {matter.owner_id}
    free = [one for one in records.people.colleagues() if one.person_id not in out]
    if "name_sponsor" in step.effects:
        free = [one for one in free if one.duty in LEADERS] or free
    else:
        free = [one for one in free if one.mediates] or free
    return [Choice(_title(guest, one), one.person_id) for one in free]


def _title(guest: Guest, member: StaffMember) -> str:
    return f"{member.name} · {guest.plain(f'duty-{member.duty}')}"


def _concerned(records: SqlRecords, matter: Matter, step: Step) -> list[Choice]:
    if step.do != "clear_concerned":
        return []
    people = (records.organisation.read().person(key) for key in matter.about)
    return [Choice(f"{one.name} · {one.key}", one.key) for one in people if one is not None]
