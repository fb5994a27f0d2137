"""What each part of the search brings: words, synonyms, plain words, asks, cards, vectors, one by one."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from knowledge.answers.answers import ranked_articles
from knowledge.answers.library import Library
from knowledge.cards import CardCollection
from knowledge.evaluation.search import Gold, first_place, measure_ranking, short_titles
from knowledge.plain import PlainRecords, load_plain
from knowledge.search.card_search import CardSearch
from knowledge.search.synonyms import Synonyms, load_synonyms
from knowledge.search.word_search import ArticleSearch, load_search_settings
from tests.bench.law import DATA, ROOT, SHARED
from tests.bench.law_sides import AS_OF, library

INDEX = ROOT / "var" / "index"
"""Where `xinqiao laws index --vectors` keeps the vectors; without them their rows are left out."""


def report() -> str:
    """One table; every row adds one part to the row before."""
    with tempfile.TemporaryDirectory() as scratch:
        opened = library(Path(scratch) / "index")
        sets = dict(_sets())
        rows = ["| search | " + " | ".join(f"{name} MRR@10 / hit@3" for name in sets) + " |"]
        rows.append("|---" * (len(sets) + 1) + "|")
        for name, variant in _variants(opened):
            cells = [_cell(variant, lines) for lines in sets.values()]
            rows.append(f"| {name} | " + " | ".join(cells) + " |")
        return "\n".join(rows)


def _variants(opened: Library) -> Iterator[tuple[str, Library]]:
    records, no_records = load_plain(), PlainRecords(())
    told = PlainRecords((head, tuple(one.model_copy(update={"asks": ()}) for one in those))
                      for head, those in records.files)  # fmt: skip
    for name, synonyms, plain, cards in (
        ("words", Synonyms(), no_records, False),
        ("+ synonyms", load_synonyms(), no_records, False),
        ("+ plain", load_synonyms(), told, False),
        ("+ asks", load_synonyms(), records, False),
        ("+ cards", load_synonyms(), records, True),
    ):
        yield name, _with(opened, synonyms, plain, cards)
    meant = library(INDEX).meaning if (INDEX / "vectors.bin").is_file() else None
    if meant is not None and meant.warm():
        yield "+ vectors, fused", replace(opened, meaning=meant)


def _with(opened: Library, synonyms: Synonyms, plain: PlainRecords, cards: bool) -> Library:
    knobs, lexicon = load_search_settings(), opened.search.lexicon
    search = ArticleSearch(opened.store, lexicon, synonyms, knobs, plain=plain)
    if cards:
        return replace(opened, search=search, meaning=None)
    none = CardCollection((), opened.store)
    return replace(
        opened,
        search=search,
        cards=none,
        card_search=CardSearch(none, lexicon, synonyms, knobs),
        meaning=None,
    )


def _sets() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    held = [json.loads(line) for line in (DATA / "questions_unseen.jsonl").open(encoding="utf-8")]
    yield "workshop words, held", [line for line in held if line["half"] == "held"]
    for file, title in (("lay_questions_dev", "the public's"), ("employee_questions_dev", "employees'")):
        path = SHARED / f"{file}.jsonl"
        if path.is_file():
            lines = [json.loads(line) for line in path.open(encoding="utf-8")]
            yield title, [line for line in lines if line["gold"]]
            if file.startswith("lay"):
                yield "the public's, odd lines", [line for line in lines[1::2] if line["gold"]]


def _cell(variant: Library, lines: list[dict[str, Any]]) -> str:
    short = short_titles(variant.store.laws)
    places, times = [], []
    for line in lines:
        gold = {Gold.model_validate(one).key(short) for one in line["gold"]}
        found = [
            (one.law, one.number, one.sub)
            for one, _ in ranked_articles(variant, line["question"], AS_OF, limit=10)
        ]
        places.append(first_place(found, gold))
        times.append(0.0)
    measured = measure_ranking(places, times)
    return f"{measured.mrr:.3f} / {measured.hit3:.3f}"
