"""What is asked for a joint matter."""

from aiogram.fsm.state import State, StatesGroup


class Expecting(StatesGroup):
    """The next text is the answer to one of these; the data say for what. Their names are stored."""

    joint_statement = State()
    join_code = State()
