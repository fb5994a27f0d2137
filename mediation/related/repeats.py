"""The same matter again: by its owner, who links it or adds to it, and by others, where staff decide."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from mediation.access.case_access import own_case, staff_case
from mediation.cases.filing import add_to_case
from mediation.cases.life_table import LifeTable
from mediation.cases.moves import apply_move
from mediation.errors import NotFound, Refused
from mediation.model.cases.actor import Actor
from mediation.model.cases.case import CaseFields
from mediation.model.cases.content import Content, Place
from mediation.model.links import CaseLink, LinkKind
from mediation.model.procedure.matter import Matter
from mediation.model.records import Records

LOOKED_BACK = timedelta(days=365)
"""How far back cases of other people are compared."""

SEALED = "sealed"
"""What accuses somebody is compared with nothing and shown in no list (procedure.toml)."""

COMPARED = ("when", "where", "who")
"""Answers of the intake that tell one matter from another; wishes and earlier tries do not."""


class Linked(NamedTuple):
    """A link and the case at its other end."""

    link: CaseLink
    case: CaseFields


def story_text(told: Iterable[str], account: Mapping[str, str]) -> str:
    """What is compared of a concern: its owner's words, then when, where and with whom it was."""
    answers = (account.get(field, "") for field in COMPARED)
    return "\n".join(text for text in (*told, *answers) if text)


def may_be_compared(
    case: CaseFields, stage: str | None, named: Iterable[int], viewer_id: int, since: datetime
) -> bool:
    """Whether this case of another person may stand in the list that ``viewer_id`` of the staff sees.

    ``stage`` and ``named`` are its matter's, where it has one. What was sealed, withdrawn, is older than
    ``since``, is the viewer's own or is about the viewer is not there, as if there were no such case.
    """
    if stage == SEALED or viewer_id in named or viewer_id == case.owner_id:
        return False
    return case.state != "withdrawn" and case.filed_at >= since


def link_repeat(records: Records, new_number: str, earlier_number: str, by: int) -> CaseLink:
    """The owner says that a new case is the same matter as an earlier one of theirs.

    The new case's matter, where there is one, counts how often the matter was filed, so that a second
    filing opens the second look (一案一策). Raises ``NotFound`` unless both cases are the owner's,
    ``Refused("same_case")`` for one case twice. Saying it again changes nothing.
    """
    own_case(records, by, new_number)
    own_case(records, by, earlier_number)
    if new_number == earlier_number:
        raise Refused("same_case")
    before = filings(records, earlier_number)
    known = _link_between(records, new_number, earlier_number, LinkKind.REPEAT_OF)
    if known is not None:
        return known
    link = CaseLink(number=new_number, other=earlier_number, kind=LinkKind.REPEAT_OF, by=by, at=records.now)
    _keep(records, link)
    matter = _matter(records, new_number)
    if matter is not None:
        records.matters.save(matter.model_copy(update={"filings": before + 1}))
    return link


def filings(records: Records, number: str) -> int:
    """How often the matter of this case was filed by its owner: the case and all that it repeats or is
    repeated by, or what its matter has counted, whichever is more."""
    matter = _matter(records, number)
    return max(len(_chain(records, number)), matter.filings if matter is not None else 1)


def add_parts(
    records: Records,
    table: LifeTable,
    owner_id: int,
    number: str,
    parts: Iterable[tuple[Content, Place | None]],
    claim_within: timedelta,
) -> CaseFields:
    """What was told for a new concern becomes the owner's further words in an earlier case.

    A case that had ended is opened again by it: otherwise nobody would read them. Raises as ``add_to_case``
    and ``Refused("nothing_told")`` without a part.
    """
    case = own_case(records, owner_id, number)
    said = [add_to_case(records, owner_id, number, content, place) for content, place in parts]
    if not said:
        raise Refused("nothing_told")
    if case.state == "closed":
        return apply_move(records, table, number, "not_solved", Actor(owner_id), claim_within)
    return case


def judge_likely(records: Records, actor: Actor, number: str, other: str, holds: bool) -> CaseLink:
    """Staff on ``number`` say whether a case of somebody else is the same matter; it is kept either way.

    Raises ``NotFound`` where they may not see one of the two (``may_be_compared``, and see ``open_to``).
    """
    case = open_to(records, actor, number)
    there = records.cases.get(other)
    since = records.now - LOOKED_BACK
    if there.owner_id == case.owner_id or not _may_be_shown(records, there, actor.person_id, since):
        raise NotFound
    # either end may be looked at by its own staff: one pair is one link
    first, second = sorted((number, other))
    link = CaseLink(
        number=first, other=second, kind=LinkKind.LIKELY, holds=holds, by=actor.person_id, at=records.now
    )
    _keep(records, link)
    return link


def open_to(records: Records, actor: Actor, number: str) -> CaseFields:
    """A case whose likely repeats this member of staff may look for: they work on it, it is not sealed and
    not about them. Any other answers ``NotFound``."""
    case = staff_case(records, actor, number)
    if not _may_be_shown(records, case, actor.person_id, case.filed_at):
        raise NotFound
    return case


def linked(records: Records, number: str, viewer_id: int) -> list[Linked]:
    """Links of a case with what is at their other end, as far as this person may know of it."""
    found = []
    for link in records.links.of_case(number):
        case = records.cases.get(link.from_(number))
        matter = _matter(records, case.number)
        own = viewer_id == case.owner_id
        hidden = matter is not None and (matter.state == SEALED or viewer_id in matter.named)
        # a co-signer's own case is theirs to show: its owner and the staff see that it is there
        if own or not hidden:
            found.append(Linked(link, case))
    return found


def _may_be_shown(records: Records, case: CaseFields, viewer_id: int, since: datetime) -> bool:
    matter = _matter(records, case.number)
    stage, named = (matter.state, matter.named) if matter is not None else (None, frozenset[int]())
    return may_be_compared(case, stage, named, viewer_id, since)


def _chain(records: Records, number: str) -> set[str]:
    found, waiting = {number}, [number]
    while waiting:
        here = waiting.pop()
        for link in records.links.of_case(here):
            there = link.from_(here)
            if link.kind is LinkKind.REPEAT_OF and there not in found:
                found.add(there)
                waiting.append(there)
    return found


def _link_between(records: Records, number: str, other: str, kind: LinkKind) -> CaseLink | None:
    links = records.links.of_case(number)
    return next((one for one in links if one.kind is kind and one.from_(number) == other), None)


def _matter(records: Records, number: str) -> Matter | None:
    try:
        return records.matters.get(number)
    except NotFound:
        return None


def _keep(records: Records, link: CaseLink) -> None:
    records.links.put(link)
    facts = {"other": link.other, "kind": link.kind.value, "holds": link.holds}
    records.audit.write("linked", link.number, link.by, **facts)
