"""What is asked before a name is shown."""

from aiogram.fsm.state import State, StatesGroup


class Expecting(StatesGroup):
    """The next text is the answer to one of these; the data say for what. Their names are stored."""

    unmask_sentence = State()
