"""``xinqiao evaluate``: runs search, citations, triage and likeness over a file, and measures them."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date, datetime
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.app.law_files import library_places
from bot.commands.shared.json_lines import Line, read_lines, write_lines
from bot.commands.shared.options import SettingsFile, fail, load, today
from bot.settings import Settings
from knowledge.answers.answers import answer, ranked_articles
from knowledge.answers.library import Library, open_library
from knowledge.errors import KnowledgeError
from knowledge.evaluation.same_matter import measure_same_matter
from knowledge.evaluation.search import (
    DEPTH,
    Key,
    first_place,
    measure_citations,
    measure_ranking,
    share,
    short_titles,
)
from knowledge.evaluation.triage import measure_triage
from knowledge.laws.texts.article import Article
from knowledge.same_matter.comparison import load_same_matter
from knowledge.search.vectors import open_model
from knowledge.text.lexicon import Lexicon
from knowledge.triage.triage import Triage, load_triage

Rank = Callable[[str], list[tuple[Article, float]]]

In = Annotated[Path, typer.Argument(metavar="IN.jsonl", help="每行一个 JSON / one JSON object a line")]
Out = Annotated[Path, typer.Argument(metavar="OUT.jsonl", help="要写的文件 / the file to write")]
Report = Annotated[bool, typer.Option("--report", help="与标准答案比较 / compare with gold or expect")]
Json = Annotated[bool, typer.Option("--json", help="报告为 JSON / the report as JSON; implies --report")]
AsOf = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="以哪一天为准 / as of this day (default: today)")
]
Vectors = Annotated[
    bool | None,
    typer.Option(
        "--vectors/--no-vectors", help="要不要语义向量 / with the vectors or without (default: law.vectors)"
    ),
]

commands = typer.Typer(no_args_is_help=True, help="测一测 / measure search and citations over a file")


@commands.command()
def search(
    questions: In,
    out: Out,
    report: Report = False,
    json_: Json = False,
    as_of: AsOf = None,
    vectors: Vectors = None,
    settings_file: SettingsFile = None,
) -> None:
    """按问题找法条 / find articles: {id, question} -> {id, hits: [{law, article, sub, score}], ms}."""
    lines = read_lines(questions, "question", "gold")
    settings = load(settings_file)
    day = as_of.date() if as_of else today(settings)
    library = _library(settings, day, vectors)
    if vectors and not (library.meaning and library.meaning.warm()):
        fail("--vectors: there are none; pip install 'xinqiao[vectors]', then xinqiao laws index --vectors")
    found = [_found(line, lambda asked: ranked_articles(library, asked, day)) for line in lines]
    write_lines(out, found)
    if report or json_:
        _show(_search_report(library, lines, found, day), as_json=json_)


@commands.command()
def cite(
    texts: In,
    out: Out,
    report: Report = False,
    json_: Json = False,
    settings_file: SettingsFile = None,
) -> None:
    """认引用 / read citations: {id, text} -> {id, citations: [{law, article, sub, exists}]}."""
    lines = read_lines(texts, "text", "expect")
    settings = load(settings_file)
    library = _library(settings, today(settings), vectors=False)
    found = [_cited(line, library) for line in lines]
    write_lines(out, found)
    if report or json_:
        _show(_citation_report(library, lines, found), as_json=json_)


@commands.command()
def triage(
    texts: In,
    out: Out,
    report: Report = False,
    json_: Json = False,
    settings_file: SettingsFile = None,
) -> None:
    """分拣诉求 / triage: {id, text} -> {id, crisis, crisis_sure, kind, categories: [up to 3, best first]}."""
    lines = read_lines(texts, "text")
    lexicon = Lexicon(cache_dir=library_places(load(settings_file)).index)
    try:
        sorter = load_triage(lexicon)
        found = [_sorted(line, sorter) for line in lines]
        measure = measure_triage(zip(found, lines, strict=True))
    except KnowledgeError as problem:
        fail(str(problem))
    write_lines(out, found)
    if report or json_:
        _show(asdict(measure), as_json=json_)


@commands.command()
def similar(
    pairs: In,
    out: Out,
    report: Report = False,
    json_: Json = False,
    vectors: Annotated[bool, typer.Option("--vectors", help="要不要语义向量 / with the vectors")] = False,
    settings_file: SettingsFile = None,
) -> None:
    """是不是同一件事 / the same matter told twice: {id, a, b} -> {id, same, score: 0 to 1}."""
    lines = read_lines(pairs, "a", "expect")
    if wrong := next((line for line in lines if not isinstance(line.get("b"), str)), None):
        fail(f"{pairs}: id={wrong['id']}: no b, or not a text")
    lexicon = Lexicon(cache_dir=library_places(load(settings_file)).index)
    model = open_model(1) if vectors else None
    if vectors and model is None:
        fail("--vectors: there are none; pip install 'xinqiao[vectors]'")
    try:
        judge = load_same_matter(lexicon, model=model).judge
        judged = [(line["id"], judge(line["a"], line["b"])) for line in lines]
        found: list[Line] = [{"id": key, "same": one.same, "score": one.score} for key, one in judged]
        measure = measure_same_matter(zip(found, lines, strict=True))
    except KnowledgeError as problem:
        fail(str(problem))
    write_lines(out, found)
    if report or json_:
        _show(asdict(measure), as_json=json_)


def register(app: typer.Typer) -> None:
    """Add the group."""
    app.add_typer(commands, name="evaluate")


def _library(settings: Settings, as_of: date, vectors: bool | None = None) -> Library:
    places = library_places(settings)
    if vectors is not None:
        places = replace(places, vectors=vectors)
    try:
        return open_library(Lexicon(cache_dir=places.index), places).warm(as_of)
    except KnowledgeError as problem:
        fail(str(problem))


def _found(line: Line, rank: Rank) -> Line:
    """Scores never rise from one hit to the next: the order is the answer."""
    began = perf_counter()
    ranked = rank(line["question"])[:DEPTH]
    milliseconds = (perf_counter() - began) * 1e3
    hits: list[Line] = []
    for article, score in ranked:
        least = min(score, hits[-1]["score"]) if hits else score
        hits.append({"law": article.law, "article": article.number, "sub": article.sub, "score": least})
    return {"id": line["id"], "hits": hits, "ms": round(milliseconds, 3)}


def _cited(line: Line, library: Library) -> Line:
    once: dict[Key, bool] = {}
    for one in library.citations(line["text"]):
        once.setdefault((one.law, one.article, one.sub), one.exists)
    cited = [
        {"law": law, "article": number, "sub": sub, "exists": e} for (law, number, sub), e in once.items()
    ]
    return {"id": line["id"], "citations": cited}


def _sorted(line: Line, sorter: Triage) -> Line:
    found = sorter.judge(line["text"])
    return {
        "id": line["id"],
        "crisis": found.crisis,
        "crisis_sure": found.alarm is not None and found.alarm.sure,
        "kind": found.kind.value,
        "categories": list(found.codes),
    }


def _key(hit: Line) -> Key:
    return hit["law"], hit["article"], hit["sub"]


def _search_report(library: Library, lines: list[Line], found: list[Line], as_of: date) -> Line:
    """Ranking over the questions that have a right article; refusals over those that have none."""
    short = short_titles(library.store.laws)
    judged = [(line, one) for line, one in zip(lines, found, strict=True) if line.get("gold")]
    places = [
        first_place([_key(hit) for hit in one["hits"]], [gold.key(short) for gold in line["gold"]])
        for line, one in judged
    ]
    measure = asdict(measure_ranking(places, [one["ms"] for _, one in judged]))
    empty = [line["question"] for line in lines if line.get("gold") == ()]
    answers = (answer(library, question, as_of) for question in empty)
    refused = share(not (given.articles or given.company) for given in answers)
    return measure | {"without_gold": len(empty), "refused": refused}


def _citation_report(library: Library, lines: list[Line], found: list[Line]) -> Line:
    short = short_titles(library.store.laws)
    pairs = [
        (
            {_key(one): one["exists"] for one in given["citations"]},
            {gold.key(short): gold.exists for gold in line["expect"]},
        )
        for line, given in zip(lines, found, strict=True)
        if "expect" in line
    ]
    return asdict(measure_citations(pairs))


def _show(measure: Line, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(measure))
        return
    table = Table("measure", "value")
    for name, value in measure.items():
        table.add_row(name, f"{value:.3f}" if isinstance(value, float) else str(value))
    Console().print(table)
