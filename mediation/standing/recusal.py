"""Who may neither hold a matter nor learn that it exists, because they or their line are in it.

信访工作条例 28(3): who has a direct interest withdraws; 30(3): the accused learns nothing. Ours are:

- The line is everybody above the named person up to the top, and everybody below at any depth: pay and
  appraisal of those below hang on the person named. Colleagues of the same rank stay out of it.
- As long as a name is only a name, everybody who bears it counts as named; the one who is confirmed stays.
- A refusal is ``NotFound``, the answer that an unknown number gets: "you are recused" would tell it all.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mediation.errors import NotFound, Refused
from mediation.model.organisation import Organisation, Person


@dataclass(frozen=True)
class Mention:
    """Somebody named in a matter: ``said`` as the owner wrote it, empty when they picked a person.

    ``person`` is the staff number once it is certain. ``settled`` is also true for a name that belongs to
    nobody here. ``settled_by`` is who confirmed it, ``None`` when the owner picked.
    """

    said: str = ""
    person: str | None = None
    settled: bool = False
    settled_by: str | None = None


def picked(person: str) -> Mention:
    """The owner chose this person from the list: certain at once."""
    return Mention(person=person, settled=True)


def suggestions(organisation: Organisation, mention: Mention) -> tuple[Person, ...]:
    """Who may be meant by a name that nobody has confirmed; empty for one that is settled."""
    return () if mention.settled else organisation.named(mention.said)


def confirm(organisation: Organisation, mention: Mention, person: str | None, by: str) -> Mention:
    """``by`` says who is meant, or that it is nobody here (``None``).

    Raises ``NotFound`` when ``by`` may be concerned, ``Refused`` (``already_confirmed``, ``not_suggested``).
    """
    if not may_hold(organisation, by, concerned(organisation, [mention])):
        raise NotFound
    if mention.settled:
        raise Refused("already_confirmed")
    if person is not None and person not in {one.key for one in suggestions(organisation, mention)}:
        raise Refused("not_suggested", said=mention.said)
    return replace(mention, person=person, settled=True, settled_by=by)


def concerned(organisation: Organisation, mentions: Iterable[Mention]) -> frozenset[str]:
    """Staff numbers that count as named now: the certain ones, and all who bear a name still open."""
    found: set[str] = set()
    for mention in mentions:
        if mention.person is not None:
            found.add(mention.person)
        found |= {one.key for one in suggestions(organisation, mention)}
    return frozenset(found)


def recused(organisation: Organisation, named: Iterable[str]) -> frozenset[str]:
    """The people named, all their superiors, and all below them."""
    found: set[str] = set()
    for person in named:
        found.add(person)
        found.update(organisation.superiors(person))
        found |= _below(organisation, person)
    return frozenset(found)


def _below(organisation: Organisation, person: str) -> set[str]:
    found: set[str] = set()
    waiting = [person]
    while waiting:
        for one in organisation.reports(waiting.pop()):
            if one.key not in found:  # a circle is walked once
                found.add(one.key)
                waiting.append(one.key)
    return found


def may_hold(organisation: Organisation, person: str, named: Iterable[str], owner: str | None = None) -> bool:
    """True when this person may hold the matter and read it. Nobody holds a matter of their own."""
    return person != owner and person not in recused(organisation, named)


def require(organisation: Organisation, person: str, named: Iterable[str], owner: str | None = None) -> None:
    """Raises ``NotFound`` for somebody who may not hold the matter, as for a number that does not exist."""
    if not may_hold(organisation, person, named, owner):
        raise NotFound


def may_be_told(organisation: Organisation, people: Iterable[str], named: Iterable[str]) -> tuple[str, ...]:
    """Of these people, in their order, those who may be told of the matter: for cards, lists and notices."""
    barred = recused(organisation, named)
    return tuple(one for one in people if one not in barred)
