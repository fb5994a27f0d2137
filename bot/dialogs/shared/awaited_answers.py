"""What is asked of a person and concerns more than one room. Anything else they press, or /start, ends it."""

from aiogram.fsm.state import State, StatesGroup

AWAY = "Sealed:"
"""How the names of those states begin that the ordinary store never sees."""


class Sealed(StatesGroup):
    """Of a sealed report: told or answered by whoever reports, or by an officer. Kept in the sealed store."""

    telling = State()
    about = State()
    code = State()
    adding = State()
    changed = State()
    answer = State()
    closing = State()


OF_OFFICERS = frozenset({Sealed.answer, Sealed.closing})


def is_away(state: str | None) -> bool:
    """Whether somebody is in a sealed conversation."""
    return state is not None and state.startswith(AWAY)


class Expecting(StatesGroup):
    """While these are asked, a reply to a mediator's message still reaches the mediator. Names are stored."""

    concern = State()
    law_question = State()
    reckoning = State()


TOLD_AWAY = frozenset({Sealed.telling.state, Sealed.adding.state, Sealed.changed.state})
"""Whatever is written there belongs to the report; elsewhere a name, a code or an answer is waited for."""
