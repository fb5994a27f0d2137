"""Measures how well triage sorts messages, against what people wrote down as right. Pure arithmetic."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from knowledge.errors import KnowledgeError
from knowledge.evaluation.search import share


class LabelWrong(KnowledgeError):
    """A line says what is right in a way that cannot be read; names the line's id and the place."""

    code = "label_wrong"
    hint = "`kind` is a word, `categories` a list of codes (or `category` one code)"


class Label(BaseModel):
    """What people wrote down for a message; any may be missing, and then it is not measured."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    kind: str | None = None
    categories: tuple[str, ...] = ()
    crisis: bool | None = None

    @model_validator(mode="before")
    @classmethod
    def _is_read_in_any_form(cls, raw: Any) -> Any:
        if not isinstance(raw, Mapping):
            return raw
        read = dict(raw)
        if "categories" not in raw and raw.get("category") is not None:
            read["categories"] = [raw["category"]]
        if isinstance(expect := raw.get("expect"), Mapping):
            read["crisis"] = expect.get("crisis")
        return read


@dataclass(frozen=True, slots=True)
class TriageMeasure:
    """Shares from 0 to 1.

    Over `with_categories` lines: `first`, the best proposal is the first right one; `first_any`, it is one
    of them; `within_three`, one of three proposals is. Over `with_kind` lines: `kind`; `confused` counts
    what was taken for what ("accusation > concern").

    Over `with_crisis` lines: `crisis_recall` is the share of the dangers that were noticed, `crisis_false` of
    the others that were taken for one; both also for those alone of which it was sure.
    """

    lines: int
    with_categories: int
    first: float
    first_any: float
    within_three: float
    with_kind: int
    kind: float
    confused: Mapping[str, int]
    with_crisis: int
    crisis_recall: float
    crisis_false: float
    crisis_recall_sure: float
    crisis_false_sure: float


def measure_triage(lines: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> TriageMeasure:
    """From (given, line) of every message; a line may have `kind`, `categories`, `expect.crisis`.

    Raises LabelWrong(id, place).
    """
    pairs = [(given, _label(line)) for given, line in lines]
    sorted_ = [(given["categories"][:3], label.categories) for given, label in pairs if label.categories]
    kinds = [(given["kind"], label.kind) for given, label in pairs if label.kind]
    danger = [given for given, label in pairs if label.crisis]
    calm = [given for given, label in pairs if label.crisis is False]
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
        with_crisis=len(danger) + len(calm),
        crisis_recall=share(given["crisis"] for given in danger),
        crisis_false=share(given["crisis"] for given in calm),
        crisis_recall_sure=share(given["crisis_sure"] for given in danger),
        crisis_false_sure=share(given["crisis_sure"] for given in calm),
    )


def _label(line: Mapping[str, Any]) -> Label:
    try:
        return Label.model_validate(line)
    except ValidationError as problem:
        place = ".".join(str(part) for part in problem.errors(include_url=False)[0]["loc"])
        raise LabelWrong(id=line.get("id"), place=place) from problem
