"""`xinqiao ask "加班费咋算"`: the law library in the terminal, the same answers as in the chat."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console

from bot.app.law_files import library_places
from bot.commands.law.ask_view import as_json_value, print_answer
from bot.commands.shared.options import SettingsFile, load
from knowledge.answers.answers import AnswerKind, answer
from knowledge.answers.library import LibraryPlaces, open_library
from knowledge.errors import KnowledgeError
from knowledge.text.lexicon import Lexicon

FOUND, NO_SOURCE, NO_LIBRARY = 0, 1, 2
"""Exit codes: something was shown; nothing that may be shown; the library cannot be opened."""


def ask(
    question: Annotated[str, typer.Argument(help="一句话或一个条文号 / a question or an article number")],
    json_: Annotated[bool, typer.Option("--json", help="机器可读 / machine-readable")] = False,
    settings: SettingsFile = None,
) -> None:
    """查法规、问政策：民法典1254，或用大白话问 / look up an article or ask in plain words."""
    read = load(settings)
    today = datetime.now(ZoneInfo(read.time.zone)).date()
    raise typer.Exit(show(question, today, as_json=json_, places=library_places(read)))


def show(
    question: str,
    as_of: date,
    *,
    as_json: bool,
    console: Console | None = None,
    places: LibraryPlaces = LibraryPlaces(),  # noqa: B008
) -> int:
    """Prints the answer as of a day and returns the exit code."""
    out = console or Console()
    try:
        library = open_library(Lexicon(cache_dir=_cache(places.index)), places)
        told = answer(library, question, as_of)
    except KnowledgeError as problem:
        typer.echo(str(problem), err=True)
        return NO_LIBRARY
    if as_json:
        value = as_json_value(library, told)
        out.print(json.dumps(value, ensure_ascii=False, indent=2), markup=False, soft_wrap=True)
    else:
        print_answer(out, library, told)
    shown = told.kind in (AnswerKind.ARTICLES, AnswerKind.CARD)
    return FOUND if shown else NO_SOURCE


def _cache(index: Path | None) -> Path | None:
    """Where the dictionary is kept beside the index; nowhere when the folder cannot be made."""
    if index is None:
        return None
    try:
        index.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return index


def register(app: typer.Typer) -> None:
    """Adds the command to the command line."""
    app.command("ask")(ask)
