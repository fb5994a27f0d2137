"""The table of telephone numbers: only what was checked is shown, and only until the next check."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import BadData
from knowledge.reference.hotlines import load_hotlines

LINE = """
[[line]]
number = "12356"
name = { zh = "心理援助", en = "Psychological aid" }
purpose = { zh = "找人说说", en = "Somebody to talk to" }
checked_on = 2026-11-24
next_check = 2027-02-24
owner = "counsellor"
source = "公开网页"
"""


def _table(folder: Path, text: str) -> Path:
    file = folder / "hotlines.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_emergency_lines_are_there() -> None:
    assert load_hotlines().numbers >= {"110", "119", "120", "122", "12356"}


@pytest.mark.parametrize("number", ["12315", "96110", "12355", "12385", "12369", "12389"])
def test_a_number_that_nobody_checked_is_not_there(number: str) -> None:
    assert number not in load_hotlines().numbers


def test_every_line_has_an_owner_a_source_and_both_languages() -> None:
    for line in load_hotlines().lines:
        assert all((line.owner, line.source, line.name.zh, line.name.en, line.purpose.zh, line.purpose.en))


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 11, 23), False),
        (date(2026, 11, 24), True),
        (date(2027, 2, 23), True),
        (date(2027, 2, 24), False),
    ],
)
def test_a_line_is_shown_until_it_must_be_checked_again(tmp_path: Path, day: date, shown: bool) -> None:
    assert bool(load_hotlines(_table(tmp_path, LINE)).valid_on(day)) is shown


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ('number = "12356"', 'number = "one two"', "number"),
        ("next_check = 2027-02-24", "next_check = 2026-11-24", "next_check must be after checked_on"),
        ('owner = "counsellor"', 'owner = "nobody"', "owner"),
        ('source = "公开网页"', 'source = " "', "source"),
        ('source = "公开网页"', 'source = "公开网页"\nprice = 1', "price"),
        ('en = "Psychological aid"', 'de = "Hilfe"', "name.en"),
        ("checked_on = 2026-11-24", "checked_on = soon", "line 6"),
    ],
)
def test_a_slip_is_told_with_its_place(tmp_path: Path, written: str, instead: str, problem: str) -> None:
    file = _table(tmp_path, LINE.replace(written, instead))
    with pytest.raises(BadData, match=problem) as told:
        load_hotlines(file)
    assert "hotlines.toml" in str(told.value)


def test_the_same_number_twice_is_a_slip(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="more than once: 12356"):
        load_hotlines(_table(tmp_path, LINE + LINE))
