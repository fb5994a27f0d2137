"""Measures how well triage sorts messages, against what people wrote down as right. Pure arithmetic."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from knowledge.errors import KnowledgeError
from knowledge.measures import share


class LabelWrong(KnowledgeError):
    """A line says what is right in a way that cannot be read; names the line's id and the place."""

    code = "label_wrong"
    hint = "`kind` is a word, `categories` a list of codes (or `category` one code)"


class Label(BaseModel):
    """What people wrote down for a message; either may be missing, and then it is not measured."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    kind: str | None = None
    categories: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _one_category_is_a_list_of_one(cls, raw: Any) -> Any:
        if isinstance(raw, Mapping) and "categories" not in raw and raw.get("category") is not None:
            return dict(raw) | {"categories": [raw["category"]]}
        return raw


@dataclass(frozen=True, slots=True)
class TriageMeasure:
    """Shares from 0 to 1.

    Over `with_categories` lines: `first`, the best proposal is the first right one; `first_any`, it is one
    of them; `within_three`, one of three proposals is. Over `with_kind` lines: `kind`; `confused` counts
    what was taken for what ("accusation > concern").
    """

    lines: int
    with_categories: int
    first: float
    first_any: float
    within_three: float
    with_kind: int
    kind: float
    confused: Mapping[str, int]


def measure_triage(lines: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> TriageMeasure:
    """From (given, line) of every message; a line may have `kind`, `categories` or `category`.

    Raises LabelWrong(id, place).
    """
    pairs = [(given, _label(line)) for given, line in lines]
    sorted_ = [(given["categories"][:3], label.categories) for given, label in pairs if label.categories]
    kinds = [(given["kind"], label.kind) for given, label in pairs if label.kind]
    confused = Counter(f"{right} > {kind}" for kind, right in kinds if kind != right)
    return TriageMeasure(
        lines=len(pairs),
        with_categories=len(sorted_),
        first=share(codes[:1] == list(right[:1]) for codes, right in sorted_),
        first_any=share(bool(set(codes[:1]) & set(right)) for codes, right in sorted_),
        within_three=share(bool(set(codes) & set(right)) for codes, right in sorted_),
        with_kind=len(kinds),
        kind=share(kind == right for kind, right in kinds),
        confused=dict(confused.most_common()),
    )


def _label(line: Mapping[str, Any]) -> Label:
    try:
        return Label.model_validate(line)
    except ValidationError as problem:
        place = ".".join(str(part) for part in problem.errors(include_url=False)[0]["loc"])
        raise LabelWrong(id=line.get("id"), place=place) from problem
