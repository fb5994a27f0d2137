"""The law library for tests: read once, its index kept in var/ so that the next run is quick."""

from functools import cache
from pathlib import Path

from knowledge.answers.library import Library, LibraryPlaces, open_library
from knowledge.text.lexicon import Lexicon

ROOT = Path(__file__).parents[1]
INDEX = ROOT / "var" / "test-index"
SHARED_LAWS = ROOT.parent / "shared" / "laws"
"""Official texts, not part of the project; tests that read them are skipped where they are not there."""


@cache
def statutes() -> Library:
    """With the statutes alone, nothing imported. Raises PackageMissing."""
    return open_library(dictionary(), LibraryPlaces(index=INDEX))


@cache
def dictionary() -> Lexicon:
    """The dictionary, loaded once."""
    return Lexicon(cache_dir=INDEX).warm()
