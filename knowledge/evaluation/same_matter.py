"""Measures how often two accounts are rightly called the same matter. Pure arithmetic."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.errors import KnowledgeError
from knowledge.evaluation.search import share


class SameWrong(KnowledgeError):
    """A line's `same` is neither true nor false; names the line's id."""

    code = "same_wrong"
    hint = "`same` is true or false"


@dataclass(frozen=True, slots=True)
class SameMatterMeasure:
    """Shares from 0 to 1, over the `lines` that say what is right.

    `right` is the share that was judged rightly; of those called the same, `precision` are; of those that are
    the same, `recall` were called so. `missed` and `mistaken` count the two kinds of error.
    """

    lines: int
    right: float
    precision: float
    recall: float
    missed: int
    mistaken: int


def measure_same_matter(lines: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> SameMatterMeasure:
    """From (given, line) of every pair; lines without `same` are passed over. Raises SameWrong(id)."""
    judged = [(given["same"], _right(line)) for given, line in lines if line.get("same") is not None]
    return SameMatterMeasure(
        lines=len(judged),
        right=share(given == right for given, right in judged),
        precision=share(right for given, right in judged if given),
        recall=share(given for given, right in judged if right),
        missed=sum(right and not given for given, right in judged),
        mistaken=sum(given and not right for given, right in judged),
    )


def _right(line: Mapping[str, Any]) -> bool:
    right = line["same"]
    if not isinstance(right, bool):
        raise SameWrong(id=line.get("id"))
    return right
