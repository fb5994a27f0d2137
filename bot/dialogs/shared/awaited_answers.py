"""What we are waiting for from a person. Pressing anything else, or /start, lets go of it."""

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


OF_OFFICERS = frozenset({Sealed.answer.state, Sealed.closing.state})


def is_away(state: str | None) -> bool:
    """Whether somebody is in a sealed conversation."""
    return state is not None and state.startswith(AWAY)


class Expecting(StatesGroup):
    """The next text is the answer to one of these; the data say for which case."""

    concern = State()
    correction = State()
    number_to_delete = State()
    complaint = State()
    complaint_answer = State()
    care_words = State()
    law_question = State()
    receipt = State()
    rating_words = State()
    joint_statement = State()
    join_code = State()
    not_solved_reason = State()
    refuse_reason = State()
    give_back_reason = State()
    decline_reason = State()
    close_reason = State()
    hand_over_reason = State()
    result = State()
    unmask_sentence = State()
    reckoning = State()
    step_fact = State()
    guard_day = State()
    learn_title = State()
    learn_answer = State()
    learn_basis = State()
    learn_document = State()
    learn_until = State()
    learn_send_back = State()
    learn_dismiss = State()


AT_WORK = OF_OFFICERS | {
    one.state
    for one in (
        Expecting.complaint_answer,
        Expecting.care_words,
        Expecting.refuse_reason,
        Expecting.give_back_reason,
        Expecting.decline_reason,
        Expecting.close_reason,
        Expecting.hand_over_reason,
        Expecting.result,
        Expecting.step_fact,
        Expecting.guard_day,
        Expecting.learn_title,
        Expecting.learn_answer,
        Expecting.learn_basis,
        Expecting.learn_document,
        Expecting.learn_until,
        Expecting.learn_send_back,
        Expecting.learn_dismiss,
    )
}
"""What staff write there may tell of somebody else; anywhere else they are taken at their word."""

TOLD_AWAY = frozenset({Sealed.telling.state, Sealed.adding.state, Sealed.changed.state})
"""Whatever is written there belongs to the report; elsewhere a name, a code or an answer is waited for."""
