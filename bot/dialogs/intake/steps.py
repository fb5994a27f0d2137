"""The steps of the intake; the next one is computed from the draft alone, so a lost state loses nothing."""

from collections.abc import Callable

from aiogram.fsm.state import State, StatesGroup

from storage.cases.drafts import Draft

HELPERS = ("lawyer", "counsellor", "union", "policy", "none")


class Intake(StatesGroup):
    """The windows of the intake; their names are stored."""

    half_told = State()
    telling = State()
    question = State()
    category = State()
    sealed_offer = State()
    helper = State()
    naming = State()
    name = State()
    read_back = State()
    consent = State()
    alike = State()
    throw_away = State()


def open_field(draft: Draft, still_open: Callable[[str], list[str]]) -> str | None:
    """The next question that the story leaves open and that was not asked yet; ``None`` at the end."""
    asked = set(draft.account)
    return next((field for field in still_open(draft.text) if field not in asked), None)


def next_step(draft: Draft | None, told: bool, still_open: Callable[[str], list[str]]) -> State:
    """The window that a draft leads to; ``told`` says that the story is complete."""
    if draft is None or not draft.parts or not told:
        return Intake.telling
    if open_field(draft, still_open) is not None:
        return Intake.question
    if not draft.categories:
        return Intake.category
    if draft.wish is None:
        return Intake.helper
    if draft.named is None:
        return Intake.naming
    if draft.named and not draft.name:
        return Intake.name
    return Intake.read_back
