"""Reads the data files that people edit, and says where one of them is wrong."""

import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.errors import BadData

try:  # ten times quicker, where libyaml is there
    from yaml import CSafeLoader as SafeLoader
except ImportError:
    from yaml import SafeLoader  # type: ignore[assignment]

Model = TypeVar("Model", bound=BaseModel)


class Checked(BaseModel):
    """What is read from a file that people edit; it never changes, and unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CheckedByName(Checked):
    """The same, where code makes one too: a field may be given by its name beside the word of the file."""

    model_config = ConfigDict(populate_by_name=True)


def refuse_duplicates(keys: Iterable[str]) -> None:
    """Raises ``ValueError`` that names what is there more than once, sorted."""
    if twice := sorted(key for key, times in Counter(keys).items() if times > 1):
        raise ValueError(f"more than once: {', '.join(twice)}")


def _read_yaml(text: str) -> Any:
    return yaml.load(text, Loader=SafeLoader)


_READERS: Mapping[str, Callable[[str], Any]] = {".toml": tomllib.loads, ".json": json.loads}
_UNREADABLE = (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, json.JSONDecodeError, yaml.YAMLError)


def read_checked(path: Path, model: type[Model]) -> Model:
    """The file at `path` (.toml, .json or .yaml) as `model`. Raises BadData(file, place, problem)."""
    return parse_checked(path, read_data(path), model)


def read_data(path: Path) -> Any:
    """The values in a .toml, .json or .yaml file. Raises BadData(file, place, problem)."""
    try:
        text = path.read_text(encoding="utf-8")
        return _READERS.get(path.suffix, _read_yaml)(text)
    except _UNREADABLE as problem:
        raise BadData(file=str(path), place="", problem=" ".join(str(problem).split())) from problem


def parse_checked(path: Path, raw: Any, model: type[Model]) -> Model:
    """`raw`, which was read from `path`, as `model`. Raises BadData(file, place, problem)."""
    try:
        return model.model_validate(raw)
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadData(file=str(path), place=place, problem=first["msg"]) from problem
