"""Files of one JSON object a line: a wrong line is named, and a file is written whole or not at all."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.commands.shared.files import write_whole
from bot.commands.shared.options import fail
from knowledge.evaluation.search import Gold

Line = dict[str, Any]

_GOLD = TypeAdapter(tuple[Gold, ...])


def read_lines(path: Path, asked: str, right: str = "") -> list[Line]:
    """Every line with its id, the text under `asked` and what is right, under `right`, as Gold."""
    lines = []
    try:
        for number, raw in enumerate(path.read_bytes().splitlines(), 1):
            if raw.strip():
                lines.append(_checked(f"{path}:{number}", raw, asked, right))
    except OSError as problem:
        fail(f"{path}: {problem.strerror}")
    return lines


def _checked(where: str, raw: bytes, asked: str, right: str) -> Line:
    try:
        line = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        fail(f"{where}: not JSON in UTF-8")
    if not isinstance(line, dict):
        fail(f"{where}: not a JSON object")
    if line.get("id") is None:
        fail(f"{where}: no id")
    if not isinstance(line.get(asked), str):
        fail(f"{where}: no {asked}, or not a text")
    if right in line:
        try:
            line[right] = _GOLD.validate_python(line[right])
        except ValidationError as problem:
            first = problem.errors(include_url=False)[0]
            place = ".".join(str(part) for part in (right, *first["loc"]))
            fail(f"{where}: {place}: {first['msg'].lower()}")
    return line


def write_lines(out: Path, lines: Iterable[Line]) -> None:
    """Whole or not at all: written beside its place, then renamed. What is no file is written straight to."""
    written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    text = written.encode("utf-8", "backslashreplace")  # half a character, as JSON may hold, stays JSON
    target = out.resolve()
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(text)
        else:
            write_whole(target, text)
    except OSError as problem:
        fail(f"{out}: {problem.strerror}")
