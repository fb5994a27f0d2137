"""Lays what was posted beside what had to be posted."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mediation.simulation.oracle import Letter

EXAMPLES = 5
"""Letters of one fault that are kept to be shown."""


class Fault(StrEnum):
    """What can be wrong with a letter; ``UNASKED`` is one that nothing gives cause for, as after a stop."""

    MISSED = "missed"
    DOUBLED = "doubled"
    EARLY = "early"
    LATE = "late"
    UNASKED = "unasked"


@dataclass
class Verdict:
    """How many letters were expected and posted, and what is wrong with how many."""

    expected: int = 0
    posted: int = 0
    faults: Counter[Fault] = field(default_factory=Counter)
    examples: dict[Fault, list[Letter]] = field(default_factory=dict)

    @property
    def faultless(self) -> bool:
        """Each once and at its time, and nothing else."""
        return not self.faults.total()

    def blame(self, fault: Fault, letters: Iterable[Letter]) -> None:
        """Count these letters as wrong in this way."""
        for letter in letters:
            self.faults[fault] += 1
            if len(kept := self.examples.setdefault(fault, [])) < EXAMPLES:
                kept.append(letter)


def compare(expected: Iterable[Letter], posted: Iterable[Letter]) -> Verdict:
    """Letters belong together when all but their moment is the same; those at the same moment first."""
    verdict = Verdict()
    wanted, seen = _moments(expected), _moments(posted)
    verdict.expected = sum(len(moments) for moments in wanted.values())
    verdict.posted = sum(len(moments) for moments in seen.values())
    for key in sorted({*wanted, *seen}, key=str):
        want, see = Counter(wanted[key]), Counter(seen[key])
        lacking, over = (sorted(one.elements()) for one in (want - see, see - want))
        for due, at in zip(lacking, over, strict=False):
            verdict.blame(Fault.EARLY if at < due else Fault.LATE, [key._replace(at=at)])
        verdict.blame(Fault.MISSED, (key._replace(at=at) for at in lacking[len(over) :]))
        extra = Fault.DOUBLED if want else Fault.UNASKED
        verdict.blame(extra, (key._replace(at=at) for at in over[len(lacking) :]))
    return verdict


def _moments(letters: Iterable[Letter]) -> defaultdict[Letter, list[datetime]]:
    found: defaultdict[Letter, list[datetime]] = defaultdict(list)
    for letter in letters:
        found[letter._replace(at=datetime.max)].append(letter.at)
    return found
