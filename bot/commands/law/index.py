"""``xinqiao laws index``: builds the search index before the first start; ``--vectors`` the slow half."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from bot.app.law_files import library_places
from bot.commands.shared.options import SettingsFile, fail, load, today
from knowledge.answers.library import open_library
from knowledge.errors import KnowledgeError
from knowledge.laws.texts.store import LawStore
from knowledge.plain import load_plain
from knowledge.search.vectors import ArticleVectors
from knowledge.text.lexicon import Lexicon

Vectors = Annotated[
    bool,
    typer.Option(
        "--vectors", help="也做语义向量，一两个小时，可中断后再续 / vectors too; an hour or two, resumable"
    ),
]


def index(vectors: Vectors = False, settings_file: SettingsFile = None) -> None:
    """备好法规索引，启动更快 / make the index of the laws ready, so that a start is quick."""
    settings = load(settings_file)
    if not settings.law.index:
        fail("law.index: is empty; name a folder to keep the index in")
    folder = Path(settings.law.index)
    try:
        library = open_library(Lexicon(cache_dir=folder), library_places(settings)).warm(today(settings))
        typer.echo(f"{folder}: {len(library.store.articles)} articles")
        if vectors:
            typer.echo(f"{folder}: {_make_vectors(library.store, folder)} vectors made")
    except KnowledgeError as problem:
        fail(str(problem))
    except KeyboardInterrupt:
        fail("stopped; the same command goes on from here")


def _make_vectors(store: LawStore, folder: Path) -> int:
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("vectors", total=None)

        def told(done: int, of: int) -> None:
            bar.update(task, completed=done, total=of)

        return ArticleVectors(store, folder, plain=load_plain()).make(told)
