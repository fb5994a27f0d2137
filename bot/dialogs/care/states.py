"""What is asked about contact."""

from aiogram.fsm.state import State, StatesGroup


class Expecting(StatesGroup):
    """The next text is the answer to one of these; the data say for what. Their names are stored."""

    care_words = State()


AT_WORK = frozenset(Expecting.__states__)
"""Asked of staff: what they write there may tell of somebody else."""
