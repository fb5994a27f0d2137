"""Answers that care contact waits for."""

from aiogram.fsm.state import State, StatesGroup


class Expecting(StatesGroup):
    """States in which the next text is the answer; their names are stored."""

    care_words = State()


AT_WORK = frozenset(Expecting.__states__)
"""Asked of staff: what they write there may tell of somebody else."""
