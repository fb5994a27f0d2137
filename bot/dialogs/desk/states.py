"""Answers that moves of a case wait for."""

from aiogram.fsm.state import State, StatesGroup


class Expecting(StatesGroup):
    """States in which the next text is the answer; their names are stored."""

    not_solved_reason = State()
    refuse_reason = State()
    give_back_reason = State()
    decline_reason = State()
    close_reason = State()
    hand_over_reason = State()
    result = State()


AT_WORK = frozenset(
    {
        Expecting.refuse_reason,
        Expecting.give_back_reason,
        Expecting.decline_reason,
        Expecting.close_reason,
        Expecting.hand_over_reason,
        Expecting.result,
    }
)
"""Asked of staff: what they write there may tell of somebody else."""
