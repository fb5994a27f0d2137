"""Made-up lives of cases: who tries which step on which day. The table is read, none of it is repeated."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import NamedTuple

from mediation.model.cases.case import HelperKind, StaffMember
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.step_input import StepInput, Taker
from mediation.model.procedure.table import BACK, STAY, Part, ProcedureTable, Step
from mediation.simulation.step_inputs import random_input

SUPERVISORS = (1, 2)
HANDLERS = range(11, 31)
OTHERS: Mapping[Part, Sequence[int]] = {
    Part.TRIAGE: range(41, 44), Part.RECEIVER: range(51, 54), Part.MEDIATOR: HANDLERS,
    Part.UNIT_HEAD: range(61, 64), Part.REVIEWER: range(71, 79), Part.SUPERVISOR: SUPERVISORS,
}  # fmt: skip
FIRST_OWNER = 1000
PACES = (0, 4, 8, 12, 20, 30, 45)
"""Days between two visits, on average; 0 is a case that nobody ever touches."""
TRIES = 4
"""Steps that are tried at one visit, until one is taken."""
LAST_FILED = 0.8
"""The share of the time in which cases are filed, so that most lives have room."""
DEAD_END = 0.1
"""How much less a step is tried that nothing follows."""
MOVES_CLOCKS = 2.0
"""How much more a step is tried that starts or stops a deadline: they are what is looked at."""
SLOWER = 5
"""After so many steps a case is looked at half as often."""


@dataclass(frozen=True, eq=False)
class Life:
    """One case: ``leaning`` says how likely each step is, ``fields`` what its matter begins with."""

    number: str
    owner_id: int
    filed_on: int
    pace: int
    leaning: Mapping[str, float]
    fields: Mapping[str, object]

    def next_visit(self, chance: Random, day: int, steps: int) -> int | None:
        """The next day on which somebody does something, after ``steps`` steps; ``None``: never."""
        if not self.pace:
            return None
        return day + 1 + int(chance.expovariate(1 / (self.pace * (1 + steps / SLOWER))))


class Attempt(NamedTuple):
    """Somebody tries a step."""

    step: Step
    taker: Taker
    given: StepInput


def roster() -> list[StaffMember]:
    """Supervisors and handlers; the others are known by their parts only."""
    duties = [(one, "supervisor") for one in SUPERVISORS] + [(one, HelperKind.UNION) for one in HANDLERS]
    return [StaffMember(person_id=one, duty=duty, name=f"第{one}号") for one, duty in duties]


def born(chance: Random, table: ProcedureTable, cases: int, days: int) -> list[Life]:
    """So many lives, filed within ``days``. A step that is open in many states is tried less in each."""
    lives = []
    likely = {step.do: _likely(step, table) for step in table.steps}
    for index in range(cases):
        leaning = {do: chance.expovariate(1 / mean) for do, mean in likely.items()}
        fields: dict[str, object] = {}
        if chance.random() < 0.6:
            fields |= dict.fromkeys(("owner_agrees", "other_agrees", "owner_signed", "other_signed"), True)
        if chance.random() < 0.15:
            fields["filings"] = chance.choice((2, 3))
        if chance.random() < 0.03:
            fields["named"] = frozenset({chance.choice(SUPERVISORS)})
        filed = chance.randrange(max(1, int(days * LAST_FILED)))
        number = f"S{index:07}"
        lives.append(Life(number, FIRST_OWNER + index, filed, chance.choice(PACES), leaning, fields))
    return lives


def _likely(step: Step, table: ProcedureTable) -> float:
    leads_on = step.to in (STAY, BACK) or table.open_to(Part, step.to)
    moves_clocks = step.stop or step.start or step.again or table.is_signed_later(step.paper)
    return (1.0 if leads_on else DEAD_END) * (MOVES_CLOCKS if moves_clocks else 1.0) / len(step.sources)


class Visits:
    """Thinks out what is tried; the steps that are open in a state are looked up once."""

    def __init__(self, table: ProcedureTable, staff: Iterable[StaffMember]) -> None:
        self._table = table
        self._handlers = [one for one in staff if one.mediates]
        self._open: defaultdict[str, list[Step]] = defaultdict(list)
        for state in table.states:
            self._open[state] = table.open_to(Part, state)

    def is_over(self, matter: Matter) -> bool:
        """True where the table knows no further step."""
        return not self._open[matter.state]

    def attempts(self, life: Life, matter: Matter, chance: Random, today: date) -> Iterator[Attempt]:
        """Different steps of this state in the order in which they are tried today."""
        left = list(self._open[matter.state])
        for _ in range(min(TRIES, len(left))):
            step = chance.choices(left, [life.leaning[one.do] for one in left])[0]
            left.remove(step)
            part = chance.choice(step.who)
            taker = Taker(self._person(part, matter, chance), frozenset({part}))
            given = random_input(step.needs, matter, chance, today, chance.choice(self._handlers))
            yield Attempt(step, taker, given)

    def _person(self, part: Part, matter: Matter, chance: Random) -> int:
        known = {
            Part.OWNER: matter.owner_id, Part.HANDLER: matter.handler_id, Part.SPONSOR: matter.sponsor_id
        }.get(part)  # fmt: skip
        return known if known is not None else chance.choice(OTHERS.get(part, HANDLERS))
