"""The next step of the intake is read off the draft alone; every step has a window."""

import pytest
from aiogram.fsm.state import State

from bot.dialogs.intake.steps import Intake, next_step, open_field
from bot.dialogs.intake.windows import intake_dialog
from mediation.model.cases.account import ACCOUNT_FIELDS
from mediation.model.cases.content import Content, Place
from storage.cases.drafts import Draft
from tests.fakes.clock import START

PART = (Content(text="队长扣了我的钱"), Place(bot=1, chat=2, message=3))


def _draft(**fields: object) -> Draft:
    return Draft.model_validate({"started_at": START, "changed_at": START, "parts": [PART], **fields})


def _asks_when(_text: str) -> list[str]:
    return ["when"]


def test_every_step_has_a_window() -> None:
    assert set(intake_dialog().states()) == set(Intake.__states__)


def test_a_question_that_was_asked_is_not_asked_again_even_when_it_was_skipped() -> None:
    assert open_field(_draft(), _asks_when) == "when"
    assert open_field(_draft(account={"when": ""}), _asks_when) is None


@pytest.mark.parametrize(
    ("draft", "told", "step"),
    [
        (None, True, Intake.telling),
        (_draft(parts=[]), True, Intake.telling),
        (_draft(), False, Intake.telling),
        (_draft(), True, Intake.question),
        (_draft(account={"when": "昨天"}), True, Intake.category),
        (_draft(account={"when": ""}, categories=["WAGE"]), True, Intake.helper),
        (_draft(account={"when": ""}, categories=["WAGE"], wish="none"), True, Intake.naming),
        (_draft(account={"when": ""}, categories=["WAGE"], wish="none", named=True), True, Intake.name),
        (_draft(account={"when": ""}, categories=["WAGE"], wish="none", named=False), True, Intake.read_back),
    ],
)
def test_the_next_step_is_the_first_that_is_missing(draft: Draft | None, told: bool, step: State) -> None:
    assert next_step(draft, told, _asks_when) == step


def test_the_fields_of_the_account_are_those_that_the_questions_know() -> None:
    from knowledge.triage.open_questions import load_open_questions

    assert set(load_open_questions().of("")) == set(ACCOUNT_FIELDS)
