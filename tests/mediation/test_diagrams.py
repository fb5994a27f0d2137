"""The drawings of the two tables say what the tables say, and those in the documents are current."""

from pathlib import Path

import pytest

from mediation.cases.life_table import LifeTable, read_table
from mediation.diagrams import (
    ELSEWHERE,
    GROUPS,
    MANY,
    PLACES,
    ROOT,
    NoPlaceForIt,
    Place,
    draw_life,
    draw_overview,
    draw_procedure,
    main,
    renewed,
    with_roles,
)
from mediation.model.procedure.table import ProcedureTable, read_procedure

ROW = {"do": "end", "from": ["a"], "to": "b", "who": ["owner"], "if": [], "then": []}
HERE = Place("some.md", "something", lambda: "new")


def _table(*rows: dict) -> LifeTable:
    return LifeTable(initial="a", final=["b"], states=["a", "b"], move=list(rows))


def _procedure(**row: object) -> ProcedureTable:
    step = {"do": "go", "from": ["registered"], "to": "accepted", "who": ["triage"]} | row
    return ProcedureTable(initial="registered", states=("registered", "accepted", "new_one"), step=[step])


@pytest.mark.parametrize("place", PLACES, ids=[place.what for place in PLACES])
def test_the_drawing_in_the_document_is_current(place: Place) -> None:
    document = (ROOT / place.file).read_text(encoding="utf-8")
    assert renewed(document, place) == document, "run: python -m mediation.diagrams"


def test_beginning_end_trigger_and_role_are_drawn() -> None:
    assert draw_life(_table(ROW)).splitlines() == [
        "```mermaid",
        "stateDiagram-v2",
        "    [*] --> a: file (owner)",
        "    a --> b: end (owner)",
        "    b --> [*]",
        "```",
    ]


def test_moves_between_the_same_states_share_an_arrow() -> None:
    both = draw_life(_table(ROW, ROW | {"do": "stop", "who": ["handler", "supervisor"]}))
    assert "a --> b: end (owner)<br/>stop (handler, supervisor)" in both


def test_a_move_that_stays_is_a_loop() -> None:
    assert "a --> a: end (owner)" in draw_life(_table(ROW | {"to": "="}))


def test_every_move_of_the_life_is_drawn() -> None:
    drawing = draw_life(read_table())
    for move in read_table().move:
        for source in move.sources:
            target = source if move.to == "=" else move.to
            arrow = next(line for line in drawing.splitlines() if f" {source} --> {target}:" in line)
            assert with_roles(move) in arrow


def test_every_step_of_the_procedure_is_drawn_or_listed() -> None:
    lines = draw_procedure(read_procedure()).splitlines()
    for step in read_procedure().steps:
        if len(step.sources) > MANY:
            (line,) = [one for one in lines if one.startswith(f"- {with_roles(step)} ")]
            assert line.endswith(", ".join(step.sources))
            continue
        for source in step.sources:
            arrow = f" {source} --> {source if step.to == '=' else step.to}:"
            assert any(arrow in one and with_roles(step) in one for one in lines), (step.do, source)


def test_a_step_that_goes_back_says_so() -> None:
    drawing = draw_procedure(_procedure(to="back"))
    assert 'state "where it came from" as back\n    registered --> back: go (triage)' in drawing.replace(
        "    [*] --> registered: file (owner)\n", ""
    )


def test_a_state_is_in_one_group_and_a_new_one_is_drawn_all_the_same() -> None:
    assert sum(map(len, GROUPS.values())) == len(frozenset().union(*GROUPS.values()))
    assert f"## {ELSEWHERE}" in draw_procedure(_procedure(**{"from": ["new_one"]}))


def test_the_overview_shows_what_leads_from_group_to_group() -> None:
    assert draw_overview(_procedure()).splitlines()[2:] == [
        '    state "The door" as group0',
        '    state "Handling" as group1',
        f'    state "{ELSEWHERE}" as group2',
        "    [*] --> group0: file",
        "    group0 --> group1: go",
        "```",
    ]


def test_the_same_table_gives_the_same_drawing() -> None:
    assert [place.text() for place in PLACES] == [place.text() for place in PLACES]


def test_only_what_stands_between_the_marks_changes() -> None:
    document = f"above\n{HERE.begin}\nold\n{HERE.end}\nbelow"
    assert renewed(document, HERE) == f"above\n{HERE.begin}\nnew\n{HERE.end}\nbelow"


@pytest.mark.parametrize("marks", ["", "b", "e", "eb", "bebe"])
def test_a_document_without_a_place_for_it_is_refused(marks: str) -> None:
    document = "".join({"b": HERE.begin, "e": HERE.end}[one] for one in marks)
    with pytest.raises(NoPlaceForIt):
        renewed(document, HERE)


def test_renewing_twice_changes_nothing_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    for name in {place.file for place in PLACES}:
        marks = [f"{one.begin}{one.end}" for one in PLACES if one.file == name]
        (tmp_path / name).write_text("\n".join(marks), encoding="utf-8")
    assert [main(tmp_path), main(tmp_path)] == [0, 0]
    said = [line.rpartition(": ")[2] for line in capsys.readouterr().out.splitlines()]
    assert said == ["renewed"] * len(PLACES) + ["was current"] * len(PLACES)


def test_a_missing_document_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path / "none") == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
