"""How well and how quickly law is found, beside the package's own search and plain BM25 in the same run."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from knowledge.answers.answers import answer
from knowledge.answers.library import Library
from knowledge.evaluation.search import (
    Gold,
    Key,
    RankingMeasure,
    first_place,
    measure_citations,
    measure_ranking,
    share,
    short_titles,
)
from tests.bench.law_sides import AS_OF, IMPORTED, library

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "bench"
"""Question sets that are no part of the project."""
DATA = ROOT / "tests" / "data"
SIDES = {
    "package": "package's own search",
    "plain": "plain BM25, jieba words",
    "ours": "ours, words and cards",
}
Lines = list[dict[str, Any]]
Short = Callable[[str], str]


def report() -> str:
    """All tables of this file."""
    with tempfile.TemporaryDirectory() as scratch:
        index = Path(scratch) / "index"
        opened = library(index)
        laws = sum(opened.store.holds(entry.short) for entry in opened.store.laws)
        about = f"{laws} laws, {len(opened.store.articles)} articles, as of {AS_OF}."
        return "\n\n".join((about, _search(opened, index), _trust(opened), _costs(index, Path(scratch))))


def _read(path: Path, half: str | None = None) -> Lines:
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if half is None or line["half"] == half]


def _search(opened: Library, index: Path) -> str:
    """A table for every set of questions; a set that is not here is named."""
    short = short_titles(opened.store.laws)
    sets = {"questions_unseen, held half": _read(DATA / "questions_unseen.jsonl", "held")}
    for file in ("lay_questions_dev", "employee_questions_dev"):
        path = SHARED / f"{file}.jsonl"
        sets[file] = _read(path) if path.is_file() else []
    tables = []
    for name, lines in sets.items():
        answerable = [line for line in lines if line["gold"]]
        tables.append(_table(name, answerable, short, index) if lines else f"{name}: not here, left out.")
    return "\n\n".join(tables)


def _table(name: str, lines: Lines, short: Short, index: Path) -> str:
    found = {side: _measured(side, lines, short, index) for side in SIDES}
    base = found["package"]
    rows = [
        f"{name}, {len(lines)} questions:\n",
        "| search | MRR@10 | ratio | hit@1 | hit@10 | p50 ms | ratio | p99 ms |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for side, one in found.items():
        rows.append(
            f"| {SIDES[side]} | {one.mrr:.3f} | {one.mrr / max(base.mrr, 1e-9):.2f} | {one.hit1:.3f} | "
            f"{one.hit10:.3f} | {one.p50:.1f} | {one.p50 / max(base.p50, 1e-9):.2f} | {one.p99:.1f} |"
        )
    return "\n".join(rows)


def _measured(side: str, lines: Lines, short: Short, index: Path) -> RankingMeasure:
    asked = "".join(line["question"].replace("\n", " ") + "\n" for line in lines)
    got = _child(side, index, asked)
    places = [
        first_place([(law, number, sub) for law, number, sub in keys], _gold(line["gold"], short))
        for keys, line in zip(got["found"], lines, strict=True)
    ]
    return measure_ranking(places, got["ms"])


def _gold(raw: Lines, short: Short) -> dict[Key, bool]:
    gold = [Gold.model_validate(one) for one in raw]
    return {one.key(short): one.exists for one in gold}


def _trust(opened: Library) -> str:
    """Citations read, questions answered, questions refused: the held halves, which nothing was tuned to."""
    short = short_titles(opened.store.laws)
    pairs = [
        (
            {(one.law, one.article, one.sub): one.exists for one in opened.citations(line["text"])},
            _gold(line["expect"], short),
        )
        for line in _read(DATA / "citations_unseen.jsonl", "held")
    ]
    cited = measure_citations(pairs)
    asked = _read(DATA / "questions_unseen.jsonl", "held")
    outside = _read(DATA / "out_of_scope_unseen.jsonl", "held")
    sounding = _read(DATA / "out_of_scope_unseen2.jsonl", "held")
    newest = _read(DATA / "out_of_scope_unseen3.jsonl", "held")
    inside = [{"question": line["inside"]} for line in newest if "inside" in line]
    beside = [line for line in newest if "question" in line]
    return "\n".join(
        (
            "| held halves | |",
            "|---|---|",
            f"| texts whose citations are exactly right, of {cited.lines} | {cited.right:.3f} |",
            f"| citations invented, and share of texts with any | {cited.invented}, {cited.inventing:.3f} |",
            f"| citations of which it is said wrongly whether they exist | {cited.exists_wrong} |",
            f"| questions in scope that get an article, of {len(asked)} | {_answered(opened, asked):.3f} |",
            f"| questions out of scope that are refused, of {len(outside)} "
            f"| {1 - _answered(opened, outside):.3f} |",
            f"| the same, half of them sounding like law, of {len(sounding)} "
            f"| {1 - _answered(opened, sounding):.3f} |",
            f"| a later set, two thirds sounding like law, of {len(beside)} "
            f"| {1 - _answered(opened, beside):.3f} |",
            f"| the same writer's questions in scope that get an article, of {len(inside)} "
            f"| {_answered(opened, inside):.3f} |",
        )
    )


def _answered(opened: Library, lines: Lines) -> float:
    answers = (answer(opened, line["question"], AS_OF) for line in lines)
    return share(bool(given.articles or given.company) for given in answers)


def _costs(index: Path, scratch: Path) -> str:
    """What a start costs, as a user meets it, and what stays in memory."""
    home = scratch / "home"
    home.mkdir()
    first, *later = [_cold_start(home) for _ in range(4)]
    gathered = _child("gather", index)
    dictionary, whole = (_child(what, index)["mb"] for what in ("dictionary", "library"))
    return "\n".join(
        (
            "| start and memory | |",
            "|---|---|",
            f"| `xinqiao ask` in a new process, nothing kept, s | {first:.2f} |",
            f"| the same again, median of {len(later)}, s | {median(later):.2f} |",
            f"| gathering all {gathered['articles']} articles, s | {gathered['seconds']:.2f} |",
            f"| peak memory with the index ready, above jieba's dictionary ({dictionary:.0f} MB), MB "
            f"| {whole - dictionary:.0f} |",
        )
    )


def _cold_start(home: Path) -> float:
    began = time.perf_counter()
    command = [sys.executable, "-m", "bot", "ask", "加班费怎么算"]
    environment = _environment() | {"XINQIAO_LAW__LIBRARY": str(IMPORTED)}
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return time.perf_counter() - began


def _child(what: str, index: Path, asked: str = "") -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.law_sides", what, str(index)]
    done = subprocess.run(
        command, cwd=ROOT, env=_environment(), input=asked, stdout=subprocess.PIPE, text=True, check=True
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def _environment() -> dict[str, str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("XINQIAO_")}
    return clean | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
