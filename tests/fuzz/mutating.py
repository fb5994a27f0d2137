"""Real things, changed at random: texts, bytes, and JSON of which the shape is known."""

import copy
import json
from collections.abc import Callable, Iterator, MutableMapping, MutableSequence, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).parents[1]
ODD = (
    "", " ", "\n", "\x00", "\x1b[31m", "\u200b", "\ufeff", "\u202e", "\ud83d", "\udc00",
    "👨‍👩‍👧‍👦", "🇨🇳", "𠮷", "ﷺ", "e\u0301\u0301", "İ", "ß", "ﬁ", "½", "²", "③", "㊿", "〇",
    "１２３", "٣", "Ⅻ", "第", "条", "第条", "第零条", "第0条", "第九千九百九十九条之九十九",
    "二百五", "十百千万亿", "-1", "1e309", "9" * 40, "0.1.2", "2月30日", "13月", "0年",
    "9999年12月31日", "《", "》", "《》", "（", "）", "<b>", "</a>", "&amp;", "{", "}",
    "{ $number }", "{{", "%s", "\\", "|", "x|claim|", "\ue000text\ue001", "/start", "/law", "@",
    "http://", "=1+1", "'", '"', "--", "，", "。", "；", "、", "……", "不", "没", "死", "一",
    "两", "半", "元", "块", "小时", "天", "月", "年", "今天", "去年", "民法典", "劳动合同法",
    "刑法", "*" * 64, "(" * 200, "啊" * 300,
)  # fmt: skip
VALUES = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**63, -(2**63) - 1, 10**30, 0.5, 1e308, "", "x", "１", "null",
    [], {}, [[]], [None], {"id": 1}, {"": None}, "\ud83d", "\x00", "长" * 5000,
)  # fmt: skip
LONGEST = 6000


@cache
def sentences() -> tuple[str, ...]:
    """What people say and ask, from the project's own lines."""
    found = {
        str(line[key])
        for file in sorted((ROOT / "data").glob("*.jsonl"))
        for line in map(json.loads, file.read_text(encoding="utf-8").splitlines())
        for key in ("text", "question", "a", "b")
        if key in line
    }
    return tuple(sorted(found))


def any_text(dice: Random, real: Sequence[str] | None = None) -> str:
    """A real text, changed up to six times; now and then nothing but chance, or far too long."""
    kind = dice.random()
    if kind < 0.04:
        return "".join(chr(dice.randrange(0x110000)) for _ in range(dice.randrange(60)))
    if kind < 0.08:
        return "".join(dice.choice(ODD) for _ in range(dice.randrange(30)))[:LONGEST]
    text = dice.choice(real or sentences())
    for _ in range(dice.randrange(7)):
        text = dice.choice(TEXT_CHANGES)(dice, text)
    if kind > 0.995:
        text = text * (LONGEST // max(len(text), 1))
    return text[:LONGEST]


def _spots(dice: Random, whole: Any) -> tuple[int, int]:
    """Beginning and end of some piece."""
    start = dice.randrange(len(whole) + 1)
    return start, min(len(whole), start + dice.randrange(12))


def _put_in(dice: Random, text: str) -> str:
    at, _ = _spots(dice, text)
    return text[:at] + dice.choice(ODD) + text[at:]


def _take_out(dice: Random, text: str) -> str:
    start, end = _spots(dice, text)
    return text[:start] + text[end:]


def _repeat(dice: Random, text: str) -> str:
    start, end = _spots(dice, text)
    return text[:start] + text[start:end] * dice.randrange(2, 40) + text[end:]


def _spread(dice: Random, text: str) -> str:
    start, end = _spots(dice, text)
    return text[:start] + dice.choice(ODD[1:9]).join(text[start:end]) + text[end:]


def _cross(dice: Random, text: str) -> str:
    return text[: _spots(dice, text)[0]] + dice.choice(sentences())


def _one_other(dice: Random, text: str) -> str:
    at, _ = _spots(dice, text)
    return (
        text[:at]
        + chr(dice.choice((dice.randrange(0x110000), dice.randrange(0x4E00, 0x9FFF))))
        + text[at + 1 :]
    )


def _number(dice: Random, text: str) -> str:
    return "".join(dice.choice("0123456789一二三百千零两") if ch.isnumeric() else ch for ch in text)


TEXT_CHANGES: tuple[Callable[[Random, str], str], ...] = (
    _put_in, _put_in, _take_out, _repeat, _spread, _cross, _one_other, _number,
)  # fmt: skip


def any_bytes(dice: Random, real: bytes) -> bytes:
    """``real`` with some bytes changed, lost, doubled, or cut off."""
    content = bytearray(real)
    for _ in range(dice.choice((0, 1, 1, 2, 4, 16, 64))):
        at = dice.randrange(len(content) + 1)
        length = dice.choice((1, 1, 2, 4, 16, 256))
        match dice.randrange(6):
            case 0:
                content[at : at + length] = dice.randbytes(length)
            case 1:
                del content[at : at + length]
            case 2:
                content[at:at] = content[at : at + length]
            case 3:
                content[at : at + 1] = bytes([1 << dice.randrange(8)])
            case 4:
                content[at : at + length] = dice.choice((b"\0", b"\xff", b"9", b"<", b">>")) * length
            case _:
                start = dice.randrange(len(content) + 1)
                content[at:at] = content[start : start + length]
    return bytes(content[: dice.randrange(len(content) + 1)] if dice.random() < 0.05 else content)


def any_json(dice: Random, real: Any) -> Any:
    """A copy of ``real`` in which some places hold something else, are gone, or stand there twice."""
    changed = copy.deepcopy(real)
    for _ in range(dice.choice((0, 1, 1, 1, 2, 3, 8))):
        places = list(_places(changed))
        if not places:
            break
        parent, key = dice.choice(places)
        match dice.randrange(5):
            case 0:
                del parent[key]
            case 1 | 2:
                parent[key] = copy.deepcopy(dice.choice(VALUES))
            case 3:
                parent[key] = any_text(dice)
            case _:
                parent[key] = copy.deepcopy(_taken(dice.choice(places)))
    return changed


def _taken(place: tuple[Any, Any]) -> Any:
    parent, key = place
    return parent[key]


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    keys: Any = ()
    if isinstance(value, MutableMapping):
        keys = list(value)
    elif isinstance(value, MutableSequence):
        keys = range(len(value))
    for key in keys:
        yield value, key
        yield from _places(value[key])
