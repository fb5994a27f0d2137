"""Answers that writing an answer waits for."""

from aiogram.fsm.state import State, StatesGroup


class Expecting(StatesGroup):
    """States in which the next text is the answer; their names are stored."""

    learn_title = State()
    learn_answer = State()
    learn_basis = State()
    learn_document = State()
    learn_until = State()
    learn_send_back = State()
    learn_dismiss = State()


AT_WORK = frozenset(Expecting.__states__)
"""Asked of staff: what they write there may tell of somebody else."""
