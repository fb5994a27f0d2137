"""What is asked of somebody about their own data."""

from aiogram.fsm.state import State, StatesGroup


class Expecting(StatesGroup):
    """The next text is the answer to one of these; the data say for what. Their names are stored."""

    correction = State()
    number_to_delete = State()
    complaint = State()
    complaint_answer = State()


AT_WORK = frozenset({Expecting.complaint_answer})
"""Asked of staff: what they write there may tell of somebody else."""
