"""Why a matter came here: the department in charge by its duties, and who may take it."""

from bot.dialogs.shared.context import Guest, Judge
from mediation.errors import Refused
from mediation.model.cases.case import CaseFields
from mediation.model.procedure.matter import Matter
from mediation.routing import routing
from mediation.routing.responsibility import MatterHistory, chain
from mediation.routing.rules import load_routing
from mediation.standing.standing import unit_of
from storage.unit_of_work.records import SqlRecords

PEOPLE_SHOWN, WORDS_SHOWN = 3, 4
NOTHING = "none"
"""In place of words where the manner of telling spoke."""


def why_lines(records: SqlRecords, guest: Guest, case: CaseFields, matter: Matter) -> list[str]:
    """A proposal and its reasons; empty where no organisation was imported. A person decides."""
    organisation = records.organisation.read()
    unit = unit_of(organisation, matter)
    if not unit:
        return []
    asked = routing.RoutingInput(
        category=case.category,
        unit=unit,
        more=tuple(code for code in case.more_categories.split(",") if code),
        named=frozenset(matter.about),
    )
    rules = load_routing()
    try:
        way = routing.route(organisation, rules, asked, guest.today)
    except Refused:
        return []
    lines = []
    if way.department is not None:
        people = "、".join(one.name for one in way.candidates[:PEOPLE_SHOWN])
        lines.append(guest.words("stage-proposed", department=way.department.name, people=people))
    lines += [_reason(guest, one) for one in way.why]
    standing = MatterHistory(matter.filings, matter.open_days(guest.today))
    answering = chain(organisation, rules, asked, None, guest.today, standing)
    return lines + [
        guest.words(
            "chain-line", duty=guest.plain(f"chain-{link.duty.replace('_', '-')}"), name=link.person.name
        )
        for link in answering.links
        if link.person is not None
    ]


def triage_lines(records: SqlRecords, guest: Guest, judge: Judge, case: CaseFields) -> list[str]:
    """What the story suggests: kind, urgency, channel, with the words that counted. A person decides."""
    if case.handler_only and guest.me.person_id != case.handler_id:
        return []  # the words that were seen are words of the story
    told = [
        said.content.text for said in records.talk.of_case(case.number) if said.author_id == case.owner_id
    ]
    text = "\n".join(filter(None, told))
    if not text:
        return []
    found = judge(text)
    seen = {reason.about: "、".join(reason.words[:WORDS_SHOWN]) or NOTHING for reason in found.reasons}
    level = guest.plain(f"level-{found.urgency.level}")
    lines = [
        guest.words(
            "triage-kind", kind=guest.plain(f"kind-of-{found.kind}"), words=seen.get("kind", NOTHING)
        ),
        guest.words("triage-urgency", level=level, words=seen.get("urgency", NOTHING)),
    ]
    if found.channel is not None:
        lines.append(guest.words("triage-door", door=guest.plain(f"door-to-{found.channel.key}")))
    return lines


def _reason(guest: Guest, reason: routing.Reason) -> str:
    facts = dict(reason.facts)
    if "category" in facts:
        facts["category"] = guest.plain(f"category-{facts['category']}")
    return guest.words(f"why-{reason.code.replace('_', '-')}", **facts)
