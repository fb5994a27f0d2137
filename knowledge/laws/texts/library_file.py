"""The library file: regulations, interpretations and company rules that were imported, every version kept.

One SQLite file beside the program's other data. It is read as a whole and written in one transaction.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from knowledge.errors import LibraryBroken
from knowledge.laws.catalogue.catalogue import Level
from knowledge.laws.texts.article import ReadArticle
from knowledge.laws.texts.repairs import STRAIGHT_QUOTES

FORMAT = 1
"""Goes up when the tables change; a file of a later program is refused."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS texts (
    id INTEGER PRIMARY KEY, short TEXT NOT NULL, official TEXT NOT NULL, level TEXT NOT NULL,
    passed TEXT, in_force TEXT, file TEXT NOT NULL, imported_on TEXT NOT NULL, digest TEXT NOT NULL,
    UNIQUE (short, passed)
);
CREATE TABLE IF NOT EXISTS articles (
    text_id INTEGER NOT NULL REFERENCES texts (id) ON DELETE CASCADE, place INTEGER NOT NULL,
    number INTEGER NOT NULL, sub INTEGER, book TEXT, chapter TEXT, section TEXT, text TEXT NOT NULL,
    PRIMARY KEY (text_id, place), UNIQUE (text_id, number, sub)
);
CREATE TABLE IF NOT EXISTS annexes (
    text_id INTEGER NOT NULL REFERENCES texts (id) ON DELETE CASCADE, place INTEGER NOT NULL,
    text TEXT NOT NULL, PRIMARY KEY (text_id, place)
);
"""


@dataclass(frozen=True, slots=True)
class ImportedText:
    """One imported text. `passed` identifies the version; `file` is the name of the file it came from."""

    short: str
    official: str
    level: Level
    passed: date | None
    in_force: date | None
    file: str
    imported_on: date
    rows: tuple[ReadArticle, ...]
    annexes: tuple[str, ...] = ()

    @property
    def since(self) -> date | None:
        """From when it counts; None when nobody knows."""
        return self.in_force or self.passed

    @property
    def digest(self) -> str:
        """Equal for equal articles, whatever file they came from."""
        parts = (f"{r.number}|{r.sub or 0}|{r.book}|{r.chapter}|{r.section}|{r.text}" for r in self.rows)
        dates = f"{self.short}|{self.official}|{self.level}|{self.passed}|{self.in_force}"
        return hashlib.sha256("\x1e".join((dates, *parts, *self.annexes)).encode()).hexdigest()


class Numbered(Protocol):
    """What is compared of an article, stored or imported."""

    @property
    def number(self) -> int: ...
    @property
    def sub(self) -> int | None: ...
    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Changes:
    """How one text differs from another: numbers of articles as "14" and "133之1", in the law's order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def compare(old: Iterable[Numbered], new: Iterable[Numbered], alike: Callable[[str], str] = str) -> Changes:
    """What `new` adds, changes and takes away; texts are equal where `alike` makes them equal."""
    before = {(one.number, one.sub or 0): alike(one.text) for one in old}
    after = {(one.number, one.sub or 0): alike(one.text) for one in new}
    return Changes(
        added=_labels(after.keys() - before.keys()),
        changed=_labels(key for key in after.keys() & before.keys() if before[key] != after[key]),
        removed=_labels(before.keys() - after.keys()),
    )


def without_layout(text: str) -> str:
    """For comparing only: straight quotes and no whitespace."""
    return "".join(text.translate(STRAIGHT_QUOTES).split())


def _labels(keys: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(f"{number}之{sub}" if sub else str(number) for number, sub in sorted(keys))


class LibraryFile:
    """The file at `path`; it is made at the first import. Raises LibraryBroken where it cannot be read."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def texts(self) -> list[ImportedText]:
        """Every imported text, by title, the newest first; none when there is no file yet."""
        return self._texts(whole=True)

    def heads(self) -> list[ImportedText]:
        """The same without their articles: titles and dates."""
        return self._texts(whole=False)

    def _texts(self, *, whole: bool) -> list[ImportedText]:
        if not self.path.is_file():
            return []
        with self._open() as connection:
            found = connection.execute("SELECT * FROM texts ORDER BY short, passed DESC").fetchall()
            return [_read(connection, row, whole=whole) for row in found]

    def fingerprint(self) -> str:
        """Changes whenever the content does."""
        if not self.path.is_file():
            return "none"
        with self._open() as connection:
            digests = connection.execute("SELECT digest FROM texts ORDER BY short, passed").fetchall()
        return hashlib.sha256("".join(row[0] for row in digests).encode()).hexdigest()

    def keep(self, texts: Sequence[ImportedText]) -> None:
        """Keeps them all or none; a text of the same title and date is replaced."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise LibraryBroken(file=self.path.name, problem=str(problem.strerror)) from problem
        with self._open() as connection, connection:
            for text in texts:
                _write(connection, text)

    def remove(self, short: str, passed: date | None) -> bool:
        """Takes one text out; False when it is not there."""
        if not self.path.is_file():
            return False
        with self._open() as connection, connection:
            gone = connection.execute(
                "DELETE FROM texts WHERE short = ? AND passed IS ?", (short, _iso(passed))
            ).rowcount
        return gone > 0

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path)) as connection:
                connection.row_factory = sqlite3.Row
                version = connection.execute("PRAGMA user_version").fetchone()[0]
                if version > FORMAT:
                    raise LibraryBroken(
                        file=self.path.name, problem=f"format {version} is newer than {FORMAT}"
                    )
                if version < FORMAT:
                    connection.executescript(f"{_SCHEMA} PRAGMA user_version = {FORMAT};")
                connection.execute("PRAGMA foreign_keys = ON")
                yield connection
        except sqlite3.Error as problem:
            raise LibraryBroken(file=self.path.name, problem=str(problem)) from problem


def _read(connection: sqlite3.Connection, row: sqlite3.Row, *, whole: bool) -> ImportedText:
    articles = connection.execute(
        "SELECT number, sub, book, chapter, section, text FROM articles WHERE text_id = ? ORDER BY place",
        (row["id"],),
    )
    annexes = connection.execute("SELECT text FROM annexes WHERE text_id = ? ORDER BY place", (row["id"],))
    return ImportedText(
        short=row["short"],
        official=row["official"],
        level=Level(row["level"]),
        passed=date.fromisoformat(row["passed"]) if row["passed"] else None,
        in_force=date.fromisoformat(row["in_force"]) if row["in_force"] else None,
        file=row["file"],
        imported_on=date.fromisoformat(row["imported_on"]),
        rows=tuple(ReadArticle(*article) for article in articles) if whole else (),
        annexes=tuple(annex[0] for annex in annexes) if whole else (),
    )


def _write(connection: sqlite3.Connection, text: ImportedText) -> None:
    connection.execute("DELETE FROM texts WHERE short = ? AND passed IS ?", (text.short, _iso(text.passed)))
    head = (text.short, text.official, text.level.value, _iso(text.passed), _iso(text.in_force))
    number = connection.execute(
        "INSERT INTO texts (short, official, level, passed, in_force, file, imported_on, digest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*head, text.file, text.imported_on.isoformat(), text.digest),
    ).lastrowid
    connection.executemany(
        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (number, place, r.number, r.sub, r.book, r.chapter, r.section, r.text)
            for place, r in enumerate(text.rows)
        ],
    )
    connection.executemany(
        "INSERT INTO annexes VALUES (?, ?, ?)",
        [(number, place, annex) for place, annex in enumerate(text.annexes)],
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
