"""Figures without persons: cases that are there and those that were deleted, counted together."""

from collections import Counter
from typing import NamedTuple

from sqlalchemy import Connection, select

from storage.cases.cases import CASES
from storage.privacy.erasures import STATISTICS


class Figure(NamedTuple):
    """One case as a figure; ``days`` from filing to its result."""

    month: str
    category: str
    state: str
    days: int | None


def figures(connection: Connection) -> list[Figure]:
    """All of them, in no order that says anything."""
    live = [
        Figure(
            row.filed_at.strftime("%Y-%m"), row.category, row.state,
            (row.resolved_at - row.filed_at).days if row.resolved_at is not None else None,
        )
        for row in connection.execute(
            select(CASES.c.filed_at, CASES.c.category, CASES.c.state, CASES.c.resolved_at)
        )
    ]  # fmt: skip
    columns = [STATISTICS.c[name] for name in Figure._fields]
    return sorted(
        [*live, *(Figure(*row) for row in connection.execute(select(*columns)))],
        key=lambda one: (one.month, one.category, one.state, one.days or 0),
    )


def tally(found: list[Figure], by: str) -> Counter[str]:
    """How many in each cell of one table."""
    return Counter(str(getattr(one, by)) for one in found)
