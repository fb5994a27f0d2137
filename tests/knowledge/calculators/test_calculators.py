"""The forms as a whole: what is asked, what comes out, what it stands on."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.calculators.calculators import open_calculators
from knowledge.calculators.input import errors
from knowledge.calculators.input.forms import FORMS_FILE, load_forms
from knowledge.calculators.legal_basis import legal_basis
from knowledge.calculators.progress import Progress, begin, resume
from knowledge.calculators.result import CalculatorResult
from knowledge.errors import BadData

CALCULATORS = open_calculators()
TODAY = date(2026, 11, 24)


def _filled(form: str, *answers: str) -> Progress:
    progress = begin(CALCULATORS, form, TODAY)
    for answer in answers:
        progress = progress.answered(answer)
    return progress


def _result(form: str, *answers: str) -> CalculatorResult:
    return _filled(form, *answers).result()


def test_there_are_five_calculators() -> None:
    keys = [form.key for form in CALCULATORS.forms.forms]
    assert keys == ["overtime", "severance", "annual-leave", "injury-limits", "retirement"]


def test_the_last_wage_is_asked_for_n_plus_one_only() -> None:
    begun = ("2020-01-01", "2021-12-31", "6000")
    assert [_filled("severance", kind, *begun).open.key for kind in ("n", "2n", "n+1")] == [  # type: ignore[union-attr]
        "local_average",
        "local_average",
        "last_wage",
    ]


def test_a_step_back_takes_the_last_answer_away() -> None:
    progress = _filled("overtime", "6000", "没有")
    assert progress.before == "workday_hours"
    assert progress.one_back().one_back().open == progress.form.fields[0]
    assert progress.one_back().one_back().one_back().values == {}


@pytest.mark.parametrize(
    ("form", "answers"),
    [
        ("overtime", ("六千五", "8个半小时", "没有")),
        ("severance", ("n+1", "2019.3.15", "今天", "6000", "6200.50")),
        ("annual-leave", ("11年半", "还没满", "全年")),
        ("retirement", ("男", "1965年1月")),
    ],
)
def test_what_is_kept_gives_the_same_progress_again(form: str, answers: tuple[str, ...]) -> None:
    progress = _filled(form, *answers)
    assert resume(CALCULATORS, progress.kept(), date(2027, 1, 1)).values == progress.values


@pytest.mark.parametrize(
    "kept", [{}, {"reckoning": "tax"}, {"reckoning": "overtime", "values": {"wage": "x"}}]
)
def test_anything_else_that_was_kept_is_refused(kept: dict[str, object]) -> None:
    with pytest.raises(errors.BadValue):
        resume(CALCULATORS, kept, TODAY)


def test_a_last_day_before_the_first_is_out_of_order() -> None:
    with pytest.raises(errors.OutOfOrder):
        _filled("severance", "n", "2020-03-01", "2020-02-29")


def test_a_result_needs_all_the_answers() -> None:
    with pytest.raises(errors.Incomplete):
        _result("overtime", "6000")


def test_service_before_2008_brings_a_note_and_its_article() -> None:
    older = _result("severance", "n", "2000-05-01", "2009-12-31", "5000", "没有")
    assert "reckon-note-severance-older" in older.notes and ("劳动合同法", 97, None) in older.basis
    double = _result("severance", "2n", "2000-05-01", "2009-12-31", "5000", "没有")
    assert "reckon-note-severance-older" not in double.notes


def test_without_a_year_of_work_there_is_no_leave_yet() -> None:
    for answers in (("0", "没有", "全年", "没有", "没有"), ("11", "没有", "全年", "没有", "没有")):
        assert [line.key for line in _result("annual-leave", *answers).lines] == ["reckon-leave-not-yet"]


def test_a_limit_that_has_run_out_brings_a_kind_word() -> None:
    over = _result("injury-limits", "2020-03-10", "没有")
    assert over.notes == ("reckon-note-injury-over",) and len(over.documents) == 1
    assert _result("injury-limits", "昨天", "没有").documents == ()


def test_a_moved_last_day_names_the_day_it_was_moved_from() -> None:
    moved = _result("injury-limits", "2026-03-12", "没有")  # the 30th day is Saturday, 11 April
    facts = [line.facts for line in moved.lines if line.key == "reckon-injury-rolled"]
    assert facts == [{"plain": date(2026, 4, 11), "until": date(2026, 4, 13)}]


def test_without_a_law_library_no_article_number_is_shown() -> None:
    shown = legal_basis(_result("overtime", "6000", "8", "没有", "没有"), None, TODAY)
    assert shown.articles == [] and shown.titles[0] == "劳动法" and len(shown.titles) == 2


def test_a_slip_in_the_forms_is_told_with_its_place(tmp_path: Path) -> None:
    wrong = tmp_path / "forms.toml"
    wrong.write_text(FORMS_FILE.read_text(encoding="utf-8").replace('["n-plus-1"]', '["n-plus-2"]'))
    with pytest.raises(BadData, match="condition can never be met"):
        load_forms(wrong)
