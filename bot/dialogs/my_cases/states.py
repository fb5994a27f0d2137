"""Answers that own cases wait for."""

from aiogram.fsm.state import State, StatesGroup


class Expecting(StatesGroup):
    """States in which the next text is the answer; their names are stored."""

    receipt = State()
    rating_words = State()
    guard_day = State()


AT_WORK = frozenset({Expecting.guard_day})
"""Asked of staff: what they write there may tell of somebody else."""
