"""Awaited answers that concern several features. Any other press, or /start, ends them."""

from aiogram.fsm.state import State, StatesGroup

SEALED_PREFIX = "Sealed:"
"""How the names of those states begin that the ordinary store never sees."""


class Sealed(StatesGroup):
    """States of a sealed report, for reporters and officers; kept in the sealed store alone."""

    telling = State()
    about = State()
    code = State()
    adding = State()
    changed = State()
    answer = State()
    closing = State()


OF_OFFICERS = frozenset({Sealed.answer, Sealed.closing})


def is_sealed(state: str | None) -> bool:
    """Whether this is a state of a sealed conversation."""
    return state is not None and state.startswith(SEALED_PREFIX)


class Expecting(StatesGroup):
    """States in which a reply to a mediator's message still reaches the mediator; their names are stored."""

    concern = State()
    law_question = State()
    reckoning = State()


TELLING_SEALED = frozenset({Sealed.telling.state, Sealed.adding.state, Sealed.changed.state})
"""Whatever is written there belongs to the report; elsewhere a name, a code or an answer is waited for."""
