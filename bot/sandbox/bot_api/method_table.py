"""Reads the method table and turns what a client sent into typed arguments."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.shared.errors import Refusal, bad_request, not_found
from bot.sandbox.shared.types import Json, Upload

METHODS_FILE = Path(__file__).with_name("methods.toml")
_EMPTY = {"chat_id": "chat_id is empty", "text": "message text is empty"}
_BOOLS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}


@dataclass(frozen=True)
class Field:
    """One field of a method: its type in the table and whether it must be there."""

    kind: str
    required: bool


@dataclass(frozen=True)
class Arguments:
    """The typed arguments of one call, and the files that came with it."""

    values: Json
    uploads: Mapping[str, Upload]


class MethodTable:
    """The methods and fields of ``methods.toml``."""

    def __init__(self, methods: Mapping[str, Mapping[str, Field]]) -> None:
        self.methods = dict(methods)
        self._by_lower = {name.lower(): name for name in methods}

    @classmethod
    def load(cls, path: Path = METHODS_FILE) -> MethodTable:
        """Read a table file; raises `ValueError` for a type that does not exist."""
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        methods: dict[str, dict[str, Field]] = {}
        for name, table in raw.items():
            if name.startswith("_"):
                continue
            fields: dict[str, str] = {}
            for group in table.get("use", []):
                fields |= raw[group]
            fields |= {key: kind for key, kind in table.items() if key != "use"}
            methods[name] = {key: _field(name, key, kind) for key, kind in fields.items()}
        return cls(methods)

    def name(self, spelled: str) -> str:
        """The method's proper name, whatever the case of its letters; refuses unknown ones with 404."""
        name = self._by_lower.get(spelled.lower())
        if name is None:
            raise not_found()
        return name

    def parse(self, method: str, raw: Mapping[str, object], uploads: Mapping[str, Upload]) -> Arguments:
        """Typed arguments for a call; refuses unknown fields, wrong types and missing fields with 400."""
        fields = self.methods[method]
        values: Json = {}
        for key, value in raw.items():
            field = fields.get(key)
            if field is None:
                raise bad_request(f'unknown field "{key}" in {method}')
            if value is not None:
                values[key] = _typed(key, field.kind, value)
        for key in uploads:
            if key in fields and fields[key].kind == "file":
                values[key] = f"attach://{key}"
        _attached(values, uploads)
        for key, field in fields.items():
            if field.required and key not in values:
                raise bad_request(_EMPTY.get(key, f'field "{key}" of {method} is required'))
        return Arguments(values, uploads)


def _field(method: str, key: str, declared: str) -> Field:
    kind = declared.removesuffix("!")
    if kind not in _READERS:
        raise ValueError(f"{method}.{key}: no such type: {declared}")
    return Field(kind, declared.endswith("!"))


def _attached(values: Json, uploads: Mapping[str, Upload]) -> None:
    """Every upload is a field of the method or is named by an attach:// somewhere in it."""
    for key in uploads:
        if f"attach://{key}" not in json.dumps(values, ensure_ascii=False):
            raise bad_request(f'unknown field "{key}": the file is not used by the call')


def _typed(key: str, kind: str, value: object) -> object:
    try:
        return _READERS[kind](value)
    except Refusal:
        raise
    except (TypeError, ValueError):
        raise bad_request(f'field "{key}" must be of type {kind}') from None


def _int(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise TypeError
    return int(value)


def _float(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError
    return float(value)


def _bool(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if str(value).lower() not in _BOOLS:
        raise ValueError
    return _BOOLS[str(value).lower()]


def _str(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError
    return str(value)


def _chat(value: object) -> int | str:
    text = _str(value)
    if text == "":
        raise bad_request("chat_id is empty")
    return int(text) if text.lstrip("-").isdigit() else text


def _object(value: object) -> Json:
    parsed = json.loads(value) if isinstance(value, str) else value
    if not isinstance(parsed, dict):
        raise TypeError
    return parsed


def _list(value: object) -> list[object]:
    parsed = json.loads(value) if isinstance(value, str) else value
    if not isinstance(parsed, list):
        raise TypeError
    return parsed


_READERS: Mapping[str, Callable[[object], object]] = {
    "int": _int,
    "float": _float,
    "bool": _bool,
    "str": _str,
    "chat": _chat,
    "object": _object,
    "list": _list,
    "file": _str,
}
