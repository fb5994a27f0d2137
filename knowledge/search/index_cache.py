"""Caches the articles as read and repaired, and names the folder of the index that was built from them.

A folder per state of the sources, named by a fingerprint: when a source, the catalogue, a setting or the way
of reading changes, another folder is made and the old one is removed. Losing it loses nothing.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from datetime import date
from pathlib import Path

from knowledge.errors import SourceBroken
from knowledge.laws.catalogue.catalogue import CATALOGUE_FOLDER
from knowledge.laws.texts.article import Article
from knowledge.laws.texts.library_file import LibraryFile
from knowledge.plain import PLAIN_FOLDER
from knowledge.search.atomic_folder import write_folder
from knowledge.search.word_search import SEARCH_FILE

CACHE_VERSION = 8
"""Goes up when repairs, words or the index change, so that a kept index is made anew."""
_ARTICLES = "articles.json"
_DATES = tuple(i for i, field in enumerate(fields(Article)) if field.name in ("passed", "in_force", "until"))


def fingerprint(laws_db: Path, imported: LibraryFile | None) -> str:
    """Changes with everything that the kept index was made from. Raises SourceBroken without laws_db."""
    try:
        at = laws_db.stat()
    except OSError as problem:
        raise SourceBroken(file=str(laws_db), problem=problem.strerror) from problem
    state = hashlib.sha256(f"{CACHE_VERSION}|{at.st_size}|{at.st_mtime_ns}".encode())
    for file in (
        *sorted(CATALOGUE_FOLDER.glob("*.toml")),
        *sorted(PLAIN_FOLDER.glob("*.jsonl")),
        SEARCH_FILE,
    ):
        state.update(file.read_bytes())
    state.update((imported.fingerprint() if imported else "none").encode())
    return state.hexdigest()[:24]


def read_articles(folder: Path) -> list[Article] | None:
    """The articles that were kept in `folder`, or None where they are not whole."""
    try:
        rows = json.loads((folder / _ARTICLES).read_text(encoding="utf-8"))
        return [_article(row) for row in rows]
    except (OSError, ValueError, TypeError):
        return None


def write_articles(folder: Path, articles: Iterable[Article]) -> None:
    """Makes `folder` with the articles, removes those of other states; where it cannot, keeps nothing."""
    rows = json.dumps([_row(article) for article in articles], ensure_ascii=False, separators=(",", ":"))

    def write(made: Path) -> None:
        (made / _ARTICLES).write_text(rows, encoding="utf-8")

    _forget_others(folder)
    write_folder(folder, write)


def _forget_others(folder: Path) -> None:
    for old in folder.parent.iterdir() if folder.parent.is_dir() else ():
        if old.is_dir() and old.name != folder.name and len(old.name) == len(folder.name):
            shutil.rmtree(old, ignore_errors=True)


def _row(article: Article) -> list[object]:
    return [value.isoformat() if isinstance(value, date) else value for value in astuple(article)]


def _article(row: Sequence[object]) -> Article:
    values = list(row)
    for place in _DATES:
        day = values[place]
        values[place] = date.fromisoformat(str(day)) if day else None
    return Article(*values)  # type: ignore[arg-type]
