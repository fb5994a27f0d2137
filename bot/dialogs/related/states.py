"""Answers that a joint matter waits for."""

from aiogram.fsm.state import State, StatesGroup


class Expecting(StatesGroup):
    """States in which the next text is the answer; their names are stored."""

    joint_statement = State()
    join_code = State()
