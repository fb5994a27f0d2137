"""One case, and somebody for every role of the table of rights, with the roles that they have towards it."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from mediation.cases.filing import file_concern
from mediation.crisis.calls import Shift
from mediation.deadlines.rules import read_clocks
from mediation.model.cases.case import StaffMember
from mediation.procedure.matters import open_matter
from mediation.related.signing import open_joint, sign
from tests.builders import CODE, a_concern
from tests.fakes.story import CLAIM_WITHIN, Story
from tests.organisations import person, small

STORY = "张金丝雀的夜班费被扣光了"
"""What nobody sees who may not; found nowhere else."""

STAFF = {
    "lawyer": "lawyer",
    "counsellor": "counsellor",
    "policy": "policy",
    "handler": "lawyer",
    "second": "union",
    "offered": "lawyer",
    "formal_handler": "union",
    "sponsor": "reviewer",
    "triage": "triage",
    "unit_head": "head",
    "reviewer": "reviewer",
    "supervisor": "supervisor",
    "on_call": "head",
    "awareness": "awareness",
    "privacy": "privacy",
    "administrator": "administrator",
    "left": "lawyer",
    "named": "supervisor",
}
"""Who is on the roster, and as what."""

MEDIATES = frozenset({"employee", "mediator"})
ROLES: dict[str, frozenset[str]] = {
    "stranger": frozenset({"stranger"}),
    "employee": frozenset({"employee"}),
    "owner": frozenset({"employee", "owner"}),
    "signer": frozenset({"employee", "signer"}),
    "receiver": frozenset({"employee", "receiver"}),
    "officer": frozenset({"employee", "officer"}),
    "lawyer": MEDIATES | {"lawyer"},
    "counsellor": MEDIATES | {"carer"},
    "policy": MEDIATES | {"policy", "carer"},
    "handler": MEDIATES | {"lawyer", "handler"},
    "second": MEDIATES | {"carer", "second"},
    "offered": MEDIATES | {"lawyer", "offered"},
    "formal_handler": MEDIATES | {"carer", "formal_handler"},
    "sponsor": frozenset({"employee", "reviewer", "sponsor"}),
    "triage": frozenset({"employee", "triage"}),
    "unit_head": frozenset({"employee", "unit_head"}),
    "reviewer": frozenset({"employee", "reviewer"}),
    "supervisor": frozenset({"employee", "supervisor"}),
    "on_call": frozenset({"employee", "unit_head", "on_call"}),
    "awareness": frozenset({"employee", "awareness"}),
    "privacy": frozenset({"employee", "privacy"}),
    "administrator": frozenset({"employee", "administrator"}),
    "left": frozenset({"employee"}),
    "named": frozenset({"employee", "supervisor"}),
}
"""What each of them is; said here once more, and not read from the code."""

NOTHING_TOWARDS_IT = frozenset({"named"})
"""Whom the matter is about: their duty holds elsewhere only."""

CHATS = {name: 910_000 + place for place, name in enumerate(ROLES)}


class Scene(NamedTuple):
    """The case, and the ids of everybody who is known."""

    number: str
    people: dict[str, int]


def set_up(records: Any, today: date, zone: Any) -> Scene:
    """Everything in one transaction."""
    known = [name for name in ROLES if name != "stranger"]
    people = {name: records.people.meet(CHATS[name], records.now) for name in known}
    for name, duty in STAFF.items():
        member = StaffMember(person_id=people[name], duty=duty, name=name, active=name != "left")
        records.people.set_staff(member)
    number = _file(records, people, today, zone)
    head = person("1", None, telegram=None)
    asked = person("2", "1", "unit_head", telegram=CHATS["receiver"], unit="V")
    records.organisation.replace(small(head, asked))
    matter = records.matters.get(number)
    formally = {"handler_id": people["formal_handler"], "sponsor_id": people["sponsor"], "unit": "U"}
    named = {"named": frozenset({people["named"]}), "offered_unit": "V"}
    records.matters.save(matter.model_copy(update=formally | named))
    hour = timedelta(hours=1)
    records.calls.put_shift(
        Shift(person_id=people["on_call"], starts=records.now - hour, ends=records.now + hour)
    )
    return Scene(number, people)


def _file(records: Any, people: dict[str, int], today: date, zone: Any) -> str:
    owner = people["owner"]
    number = file_concern(records, owner, a_concern(STORY, name="张金丝雀"), CODE, CLAIM_WITHIN).number
    open_matter(records, read_clocks(), records.cases.get(number), today, zone)
    story = Story(records, number)
    story.pull("claim", records.people.staff(people["handler"]))
    story.pull("ask_second", records.people.staff(people["handler"]))
    story.pull("join", records.people.staff(people["second"]))
    offered = records.people.staff(people["offered"])
    story.pull("offer", records.people.staff(people["handler"]), reason="请你看看", colleague=offered)
    joint = open_joint(records, owner, number, "夜班费要补发")
    sign(records, people["signer"], joint.code)
    return str(number)
