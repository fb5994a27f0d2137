"""What is asked of whoever writes an answer."""

from aiogram.fsm.state import State, StatesGroup


class Expecting(StatesGroup):
    """The next text is the answer to one of these; the data say for what. Their names are stored."""

    learn_title = State()
    learn_answer = State()
    learn_basis = State()
    learn_document = State()
    learn_until = State()
    learn_send_back = State()
    learn_dismiss = State()


AT_WORK = frozenset(Expecting.__states__)
"""Asked of staff: what they write there may tell of somebody else."""
