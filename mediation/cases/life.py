"""Moves a case along the table: guards and effects are the named methods below."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from transitions import Machine, MachineError

from mediation.cases.life_effects import Effects
from mediation.cases.life_table import LifeTable
from mediation.errors import Refused
from mediation.model.cases.actor import Actor, Intent
from mediation.model.cases.case import CaseFields, Event, Notice, Role


@dataclass
class Outcome:
    """What a move leads to; nothing of it has been stored yet."""

    case: CaseFields
    event: Event
    notices: list[Notice] = field(default_factory=list)
    start_claim_clock: bool = False
    stop_claim_clock: bool = False
    hand_file_to: int | None = None


class MoveModel(Effects):
    """The model that ``transitions`` moves; one is made for each call, so no machine keeps a case."""

    def _check(self, name: str, ok: bool, **facts: Any) -> bool:
        if not ok and self.denied is None:
            self.denied = Refused(name, **facts)
        return ok

    def check_nobody_has_it(self) -> bool:
        return self._check("already_claimed", self.case.handler_id is None, handler_id=self.case.handler_id)

    def check_reason_given(self) -> bool:
        return self._check("reason_missing", bool(self.intent.reason.strip()))

    def check_result_given(self) -> bool:
        return self._check("result_missing", bool(self.intent.result.strip()))

    def check_colleague_can_take_it(self) -> bool:
        who = self.intent.colleague
        taken = (self.case.owner_id, self.case.handler_id, self.case.second_id)
        return self._check(
            "colleague_cannot", who is not None and who.mediates and who.person_id not in taken
        )

    def check_no_second_yet(self) -> bool:
        return self._check("second_already", self.case.second_id is None and not self.case.second_wanted)

    def check_second_is_wanted(self) -> bool:
        return self._check("second_not_wanted", self.case.second_wanted and self.case.second_id is None)

    def check_not_the_handler(self) -> bool:
        return self._check("you_have_it", self.actor.person_id != self.case.handler_id)

    def check_not_rated_yet(self) -> bool:
        return self._check("already_rated", self.case.rating is None)

    def check_rating_is_fair(self) -> bool:
        return 3 <= self.intent.rating <= 5

    def check_rating_is_poor(self) -> bool:
        return 1 <= self.intent.rating <= 2

    def check_answer_delivered(self) -> bool:
        return self._check("answer_not_delivered", self.case.result_delivered_at is not None)

    def check_not_own_case(self) -> bool:
        mine = (self.case.owner_id, self.case.handler_id, self.case.second_id)
        return self._check("own_case", self.actor.person_id not in mine)


def move(
    table: LifeTable, case: CaseFields, trigger: str, actor: Actor, at: datetime, intent: Intent | None = None
) -> Outcome:
    """Pull one trigger.

    Returns the changed copy of the case with the history line and the notices that must be stored with it.
    Raises ``Refused`` with the reason: ``wrong_role``, ``wrong_state``, or the name of the guard.
    """
    roles = actor.roles_on(case)
    rows = table.moves(trigger, case.state)
    if not rows:
        raise Refused("wrong_state", state=case.state, trigger=trigger)
    allowed = [m for m in rows if roles & set(m.who)]
    if not allowed:
        raise Refused("wrong_role", trigger=trigger)
    walk = MoveModel(case.model_copy(), actor, at, intent or Intent())
    # only the rows of the actor's roles: a row meant for somebody else must not carry them along
    machine = Machine(
        model=walk,
        states=table.states,
        transitions=[m.row for m in allowed],
        initial=case.state,
        auto_transitions=False,
    )
    try:
        moved = machine.events[trigger].trigger(walk)
    except MachineError as error:
        raise Refused("wrong_state", state=case.state, trigger=trigger) from error
    finally:
        machine.remove_model(walk)
    if not moved:
        raise walk.denied or Refused("not_now", trigger=trigger)
    return _outcome(walk, case, trigger, next(r for r in allowed[0].who if r in roles))


def card(number: str) -> Notice:
    """The one card of a case in the group; ten changes in a row become one edit."""
    return Notice(to=None, kind="card", case_number=number, key=f"card:{number}")


def _outcome(walk: MoveModel, before: CaseFields, trigger: str, role: Role) -> Outcome:
    walk.case.state = str(walk.state)
    event = Event(
        trigger=trigger,
        from_state=before.state,
        to_state=walk.case.state,
        actor_id=walk.actor.person_id,
        actor_role=role,
        reason=walk.intent.reason,
        at=walk.at,
    )
    walk.notices.append(card(walk.case.number))
    return Outcome(
        walk.case, event, walk.notices, walk.start_clock, walk.stop_clock, hand_file_to=walk.file_goes_to
    )
