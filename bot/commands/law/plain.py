"""``xinqiao plain``: the law in plain words, checked against the law, and how much of it there is."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.app.law_files import library_places
from bot.commands.shared.options import SettingsFile, fail, load
from knowledge.answers.library import open_library
from knowledge.errors import KnowledgeError
from knowledge.evaluation.plain import self_retrieval
from knowledge.laws.texts.store import LawStore
from knowledge.plain import PlainRecords, load_plain
from knowledge.plain.check import PlainFinding, check_records, failures
from knowledge.text.lexicon import Lexicon

SHOWN = 40
"""Findings of one kind that are printed; the rest is counted."""

commands = typer.Typer(no_args_is_help=True, help="大白话 / the law in plain words")


@commands.command()
def check(
    retrieval: Annotated[
        bool, typer.Option("--retrieval/--no-retrieval", help="试每句问话找不找得到 / try every ask")
    ] = True,
    everything: Annotated[bool, typer.Option("--all", help="全部列出 / list every finding")] = False,
    settings_file: SettingsFile = None,
) -> None:
    """对照法条检查 / check every record against its article; exit code 1 when something must be mended."""
    store, lexicon, plain = _opened(settings_file)
    findings = list(check_records(plain, store))
    _show(findings, None if everything else SHOWN)
    if retrieval:
        tried = self_retrieval(plain, lexicon.words)
        share = tried.among / tried.asks if tried.asks else 0.0
        typer.echo(
            f"self-retrieval: {tried.asks} asks, first {tried.first}, among ten {tried.among} ({share:.3f})"
        )
        for lost in tried.lost[: None if everything else SHOWN]:
            typer.echo(f"  {lost.law} {lost.label}: {lost.ask} -> {lost.first or '-'}")
    wrong = len(failures(findings))
    typer.echo(f"{len(plain)} records, {wrong} to mend, {len(findings) - wrong} to look at")
    raise typer.Exit(1 if wrong else 0)


@commands.command()
def stats(settings_file: SettingsFile = None) -> None:
    """每部法写了多少 / coverage per law."""
    store, _, plain = _opened(settings_file)
    held = Counter(
        article.law for article in store.articles if not article.repealed and article.until is None
    )
    texts = Counter((article.law, article.passed) for article in store.articles)
    table = Table("law", "articles", "records", "with asks", "asks")
    total = [0, 0, 0, 0]
    by_law: dict[str, list[int]] = {}
    for head, records in plain.files:
        row = by_law.setdefault(head.law, [0, 0, 0])
        if head.passed:
            held[head.law] = texts[head.law, head.passed]
        asking = [record for record in records if record.asks]
        row[0] += len(records)
        row[1] += len(asking)
        row[2] += sum(len(record.asks) for record in asking)
    for law, (records_, asking_, asks) in by_law.items():
        entry = store.law(law)
        articles = held[law] or (entry.articles if entry and entry.articles else 0)
        total = [a + b for a, b in zip(total, (articles, records_, asking_, asks), strict=True)]
        table.add_row(law, str(articles), str(records_), str(asking_), str(asks))
    table.add_row("", *map(str, total))
    Console().print(table)


def _opened(settings_file: Path | None) -> tuple[LawStore, Lexicon, PlainRecords]:
    places = library_places(load(settings_file))
    lexicon = Lexicon(cache_dir=places.index)
    try:
        return open_library(lexicon, places).store, lexicon, load_plain()
    except KnowledgeError as problem:
        fail(str(problem))


def _show(findings: Iterable[PlainFinding], most: int | None) -> None:
    by_problem: dict[str, list[PlainFinding]] = {}
    for finding in findings:
        by_problem.setdefault(finding.problem, []).append(finding)
    for problem, those in by_problem.items():
        typer.echo(f"{problem}: {len(those)}")
        for one in those[:most]:
            typer.echo(f"  {one.law} {one.label} {one.detail}".rstrip())


def register(app: typer.Typer) -> None:
    """Adds the commands to the command line."""
    app.add_typer(commands, name="plain")
