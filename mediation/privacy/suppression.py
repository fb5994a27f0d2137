"""Which cells of a table may be shown: a small number of people could be recognised."""

from collections.abc import Mapping

LEAST = 10
"""Cells under this are not shown."""


def suppressed(cells: Mapping[str, int], least: int = LEAST) -> dict[str, int | None]:
    """The cells in their order, ``None`` where one may not be shown.

    Where what is hidden could be worked out from the total (a single hidden cell, or hidden ones that are
    fewer than ``least`` together), the smallest of the others are hidden too.
    """
    hidden = {name for name, count in cells.items() if count < least}
    others = sorted((name for name in cells if name not in hidden), key=lambda name: (cells[name], name))
    while hidden and others and (len(hidden) < 2 or sum(cells[name] for name in hidden) < least):
        hidden.add(others.pop(0))
    return {name: None if name in hidden else count for name, count in cells.items()}


def total_shown(cells: Mapping[str, int], least: int = LEAST) -> int | None:
    """The total, unless it is small itself or would give a lone cell away."""
    total = sum(cells.values())
    return total if total >= least else None
