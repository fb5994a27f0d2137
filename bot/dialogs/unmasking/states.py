"""Answers that a request for a name waits for."""

from aiogram.fsm.state import State, StatesGroup


class Expecting(StatesGroup):
    """States in which the next text is the answer; their names are stored."""

    unmask_sentence = State()
