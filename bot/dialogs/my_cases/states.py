"""What is asked of the owner of a case."""

from aiogram.fsm.state import State, StatesGroup


class Expecting(StatesGroup):
    """The next text is the answer to one of these; the data say for what. Their names are stored."""

    receipt = State()
    rating_words = State()
    guard_day = State()


AT_WORK = frozenset({Expecting.guard_day})
"""Asked of staff: what they write there may tell of somebody else."""
