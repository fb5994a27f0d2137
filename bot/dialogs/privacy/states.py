"""Answers that /mydata waits for."""

from aiogram.fsm.state import State, StatesGroup


class Expecting(StatesGroup):
    """States in which the next text is the answer; their names are stored."""

    correction = State()
    number_to_delete = State()
    complaint = State()
    complaint_answer = State()


AT_WORK = frozenset({Expecting.complaint_answer})
"""Asked of staff: what they write there may tell of somebody else."""
