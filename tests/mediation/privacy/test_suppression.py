"""Small cells are hidden, and none can be worked out from the rest."""

from hypothesis import given
from hypothesis import strategies as st

from mediation.privacy.suppression import LEAST, suppressed, total_shown


def test_small_cells_are_hidden() -> None:
    assert suppressed({"a": 30, "b": 4, "c": 9}) == {"a": 30, "b": None, "c": None}


def test_a_lone_small_cell_takes_the_next_with_it() -> None:
    assert suppressed({"a": 30, "b": 12, "c": 9}) == {"a": 30, "b": None, "c": None}


def test_nothing_is_hidden_where_all_are_large() -> None:
    assert suppressed({"a": 30, "b": 12}) == {"a": 30, "b": 12}


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 60), max_size=8))
def test_what_is_hidden_cannot_be_worked_out(cells: dict[str, int]) -> None:
    shown = suppressed(cells)
    hidden = [cells[name] for name, count in shown.items() if count is None]
    assert all(count is None or count >= LEAST for count in shown.values())
    if hidden and len(cells) > 1 and total_shown(cells) is not None:
        assert (len(hidden) >= 2 and sum(hidden) >= LEAST) or len(hidden) == len(cells)
