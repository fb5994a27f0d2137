"""The library file: all or nothing, every version kept, what changed between two texts."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import LibraryBroken
from knowledge.laws.catalogue.catalogue import Level
from knowledge.laws.texts.article import ReadArticle
from knowledge.laws.texts.library_file import (
    Changes,
    ImportedText,
    LibraryFile,
    compare,
    without_layout,
)


def row(number: int, text: str = "夜里先开灯。", sub: int | None = None) -> ReadArticle:
    return ReadArticle(number, sub, None, "第一章 总则", None, text)


RULE = ImportedText(
    short="夜班办法",
    official="青石泵业有限公司夜班办法",
    level=Level.COMPANY,
    passed=date(2024, 3, 5),
    in_force=date(2024, 4, 1),
    file="rule.md",
    imported_on=date(2026, 11, 24),
    rows=(row(1), row(1, sub=1), row(2)),
    annexes=("附件\n样式",),
)
LATER = replace(RULE, passed=date(2025, 3, 5), in_force=None, rows=(row(1),))


@pytest.fixture
def library(tmp_path: Path) -> LibraryFile:
    return LibraryFile(tmp_path / "deep" / "library.db")


def test_what_is_kept_comes_back_whole_the_newest_first(library: LibraryFile) -> None:
    library.keep([RULE, LATER])
    assert library.texts() == [LATER, RULE]
    assert [head.rows for head in library.heads()] == [(), ()]


def test_reading_makes_no_file(library: LibraryFile) -> None:
    assert library.texts() == []
    assert library.fingerprint() == "none"
    assert not library.path.exists()


def test_one_text_that_cannot_be_kept_keeps_none(library: LibraryFile) -> None:
    library.keep([RULE])
    before = library.fingerprint()
    twice = replace(LATER, rows=(row(1, sub=1), row(1, sub=1)))
    with pytest.raises(LibraryBroken):
        library.keep([replace(LATER, short="食堂办法"), twice])
    assert library.fingerprint() == before
    assert library.texts() == [RULE]


def test_the_same_title_and_day_is_replaced(library: LibraryFile) -> None:
    library.keep([RULE])
    library.keep([replace(RULE, rows=(row(1),), annexes=())])
    (text,) = library.texts()
    assert (len(text.rows), text.annexes) == (1, ())


def test_one_version_is_removed_and_the_other_stays(library: LibraryFile) -> None:
    library.keep([RULE, LATER])
    assert library.remove("夜班办法", RULE.passed)
    assert not library.remove("夜班办法", RULE.passed)
    assert library.texts() == [LATER]


def test_the_fingerprint_tells_every_content_apart(library: LibraryFile) -> None:
    library.keep([RULE])
    first = library.fingerprint()
    library.keep([replace(RULE, file="other.docx")])
    assert library.fingerprint() == first
    library.keep([replace(RULE, in_force=None)])
    assert library.fingerprint() != first


def test_a_file_of_a_later_program_is_refused(library: LibraryFile) -> None:
    library.keep([RULE])
    with closing(sqlite3.connect(library.path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(LibraryBroken, match="newer"):
        library.texts()


def test_a_place_that_cannot_be_used_is_a_typed_error(tmp_path: Path) -> None:
    words = tmp_path / "words.db"
    words.write_bytes(b"no database at all" * 100)
    with pytest.raises(LibraryBroken):
        LibraryFile(words).texts()
    with pytest.raises(LibraryBroken):
        LibraryFile(words / "below" / "library.db").keep([RULE])


def test_a_comparison_names_articles_as_people_write_them() -> None:
    old, new = (row(1), row(2), row(3)), (row(1), row(1, sub=1), row(2, "先关灯。"))
    assert compare(old, new) == Changes(added=("1之1",), changed=("2",), removed=("3",))


def test_quotes_and_spaces_alone_are_no_difference_without_layout() -> None:
    old, new = (row(1, "用“桥”群\n告诉"),), (row(1, '用"桥"群 告诉'),)
    assert compare(old, new, without_layout) == Changes()
    assert compare(old, new).changed == ("1",)
