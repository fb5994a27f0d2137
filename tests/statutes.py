"""The law library for tests: read once, its index kept in var/ so that the next run is quick."""

from datetime import date
from functools import cache
from pathlib import Path

from filelock import FileLock

from knowledge.answers.library import Library, LibraryPlaces, open_library
from knowledge.text.lexicon import Lexicon

ROOT = Path(__file__).parents[1]
INDEX = ROOT / "var" / "test-index"
LOOKED_AT = date(2026, 11, 24)
"""The day on which most tests ask."""
SHARED_LAWS = ROOT.parent / "shared" / "laws"
"""Official texts, not part of the project; tests that read them are skipped where they are not there."""


@cache
def statutes() -> Library:
    """With the statutes alone, nothing imported. Raises PackageMissing.

    The first of several workers builds the index; the others wait for it and read it.
    """
    INDEX.mkdir(parents=True, exist_ok=True)
    with FileLock(INDEX.with_suffix(".lock")):
        return open_library(dictionary(), LibraryPlaces(index=INDEX)).warm(LOOKED_AT)


@cache
def dictionary() -> Lexicon:
    """The dictionary, loaded once."""
    return Lexicon(cache_dir=INDEX).warm()
