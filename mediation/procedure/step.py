"""Takes one step of the formal procedure: who may, what has to be given, what follows; stores nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from transitions import Machine

from mediation.deadlines.deadline import Deadline
from mediation.errors import Refused
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.step_input import StepInput, Taker
from mediation.model.procedure.table import BACK, STAY, Need, Part, ProcedureTable, Step
from mediation.procedure.effects import Effects


@dataclass(frozen=True)
class Taken:
    """What a step leads to; ``part`` is the part in which it was taken."""

    matter: Matter
    step: Step
    part: Part
    stop: tuple[str, ...]
    start: tuple[str, ...]
    again: tuple[str, ...]
    tell: tuple[Part, ...]


@dataclass
class StepModel(Effects):
    """The model that ``transitions`` moves; one for each call, so that no machine keeps a matter."""

    matter: Matter
    taker: Taker
    given: StepInput
    today: date
    clocks: Mapping[str, Deadline]
    step: Step
    state: str = ""
    denied: Refused | None = field(default=None)

    def change(self, **fields: object) -> None:
        """Replace fields of the matter."""
        self.matter = self.matter.model_copy(update=fields)


def take(
    table: ProcedureTable,
    matter: Matter,
    name: str,
    taker: Taker,
    given: StepInput,
    today: date,
    clocks: Iterable[Deadline] = (),
) -> Taken:
    """Take one step. ``clocks`` are the running deadlines of the matter.

    Raises ``Refused``: ``not_seen`` for whoever the matter is about, ``wrong_state``, ``wrong_role``,
    ``need_missing`` (with what is missing), or the name of the guard.
    """
    if taker.person_id in matter.named:
        raise Refused("not_seen")
    step = table.step(name)
    if step is None or matter.state not in step.sources:
        raise Refused("wrong_state", state=matter.state, trigger=name)
    part = next((part for part in step.who if part in taker.parts), None)
    if part is None:
        raise Refused("wrong_role", trigger=name)
    for need in step.needs:
        if not _is_given(given, need):
            raise Refused("need_missing", need=need.value)
    running = {clock.kind: clock for clock in clocks if clock.stopped is None}
    walk = StepModel(matter, taker, given, today, running, step)
    target = matter.before if step.to == BACK else matter.state if step.to == STAY else step.to
    machine = Machine(
        model=walk,
        # all states would cost five times as much
        states=[state for state in table.states if state in (matter.state, target)],
        initial=matter.state,
        transitions=[
            {
                "trigger": name,
                "source": matter.state,
                "dest": target,
                "conditions": [f"check_{guard}" for guard in step.guards],
                "before": [f"do_{effect}" for effect in step.effects],
            }
        ],
        auto_transitions=False,
    )
    moved = machine.events[name].trigger(walk)
    machine.remove_model(walk)
    if not moved:
        raise walk.denied or Refused("not_now", trigger=name)
    walk.change(state=str(walk.state))
    return Taken(walk.matter, step, part, step.stop, step.start, step.again, step.tell)


ON_WHAT_IS_GIVEN = frozenset(
    {"handler_is_free", "at_most_thirty_days", "promise_is_open", "promises_to_come", "is_concerned"}
)
"""Guards that look at what is given; nobody can say before it is."""


def could_take(
    table: ProcedureTable, matter: Matter, step: Step, taker: Taker, today: date, clocks: Iterable[Deadline]
) -> bool:
    """Whether the guards that can be asked before anything is given say yes; for what is offered to press."""
    running = {clock.kind: clock for clock in clocks if clock.stopped is None}
    walk = StepModel(matter, taker, StepInput(), today, running, step)
    asked = (guard for guard in step.guards if guard not in ON_WHAT_IS_GIVEN)
    return all(getattr(walk, f"check_{guard}")() for guard in asked)


def _is_given(given: StepInput, need: Need) -> bool:
    value = getattr(given, need.value)
    return bool(value.strip()) if isinstance(value, str) else value is not None and value != ()
