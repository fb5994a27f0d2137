"""The drawing of the life of a case says what the table says, and the one in ARCHITECTURE.md is current."""

from pathlib import Path

import pytest

from mediation.drawing import ARCHITECTURE, BEGIN, END, NoPlaceForIt, draw, main, renewed
from mediation.table import LifeTable, read_table

ROW = {"do": "end", "from": ["a"], "to": "b", "who": ["owner"], "if": [], "then": []}


def _table(*rows: dict) -> LifeTable:
    return LifeTable(initial="a", final=["b"], states=["a", "b"], move=list(rows))


def test_the_drawing_in_the_architecture_is_current() -> None:
    document = ARCHITECTURE.read_text(encoding="utf-8")
    assert renewed(document, draw(read_table())) == document, "run: python -m mediation.drawing"


def test_beginning_end_trigger_and_role_are_drawn() -> None:
    assert draw(_table(ROW)).splitlines() == [
        "stateDiagram-v2",
        "    [*] --> a: file (owner)",
        "    a --> b: end (owner)",
        "    b --> [*]",
    ]


def test_moves_between_the_same_states_share_an_arrow() -> None:
    both = draw(_table(ROW, ROW | {"do": "stop", "who": ["handler", "supervisor"]}))
    assert "a --> b: end (owner)<br/>stop (handler, supervisor)" in both


def test_a_move_that_stays_is_a_loop() -> None:
    assert "a --> a: end (owner)" in draw(_table(ROW | {"to": "="}))


def test_every_move_of_the_table_is_drawn() -> None:
    drawing = draw(read_table())
    for move in read_table().move:
        for source in move.sources:
            target = source if move.to == "=" else move.to
            arrow = next(line for line in drawing.splitlines() if f" {source} --> {target}:" in line)
            assert f"{move.do} ({', '.join(move.who)})" in arrow


def test_the_same_table_gives_the_same_drawing() -> None:
    assert draw(read_table()) == draw(read_table())


def test_only_what_stands_between_the_marks_changes() -> None:
    assert renewed(f"above\n{BEGIN}\nold\n{END}\nbelow", "new") == (
        f"above\n{BEGIN}\n```mermaid\nnew\n```\n{END}\nbelow"
    )


@pytest.mark.parametrize("document", ["", BEGIN, END, f"{END}{BEGIN}", f"{BEGIN}{END}{BEGIN}{END}"])
def test_a_document_without_a_place_for_it_is_refused(document: str) -> None:
    with pytest.raises(NoPlaceForIt):
        renewed(document, "new")


def test_renewing_twice_changes_nothing_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ARCHITECTURE.md"
    file.write_text(f"{BEGIN}{END}", encoding="utf-8")
    assert [main(file), main(file)] == [0, 0]
    assert capsys.readouterr().out.splitlines() == [f"{file.name}: renewed", f"{file.name}: was current"]


def test_a_missing_document_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path / "none.md") == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
