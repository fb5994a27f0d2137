"""Texts that are known by title and date only: dated, with a day of the next check."""

import re
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import BadData
from knowledge.reference.documents import load_documents

DOCUMENT = """
[[document]]
key = "monthly-days"
title = "关于月计薪天数的通知"
passed = 2024-12-30
in_force = 2025-01-01
checked_on = 2026-11-24
next_check = 2027-05-24
checked = "一个月按多少天计薪"
source = "公开网页"
"""


def _table(folder: Path, text: str) -> Path:
    file = folder / "documents.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_documents_that_the_library_cannot_hold_are_there() -> None:
    assert load_documents().keys >= {
        "retirement-2024",
        "flexible-retirement",
        "monthly-days-2025",
        "labour-interpretation-2",
        "negotiation-2012",
    }


def test_no_article_of_a_document_is_named() -> None:
    for document in load_documents().documents:
        assert not re.search(r"第\S+条", document.title + document.checked)


@pytest.mark.parametrize(("day", "governs"), [(date(2024, 12, 31), False), (date(2025, 1, 1), True)])
def test_a_document_governs_from_its_first_day(tmp_path: Path, day: date, governs: bool) -> None:
    document = load_documents(_table(tmp_path, DOCUMENT)).documents[0]
    assert document.governs_on(day) is governs


@pytest.mark.parametrize(("day", "due"), [(date(2027, 5, 23), False), (date(2027, 5, 24), True)])
def test_a_document_is_due_on_the_day_of_its_next_check(tmp_path: Path, day: date, due: bool) -> None:
    assert load_documents(_table(tmp_path, DOCUMENT)).documents[0].due_on(day) is due


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ("in_force = 2025-01-01", "in_force = 2024-01-01", "in_force must not be before passed"),
        ("next_check = 2027-05-24", "next_check = 2026-11-24", "next_check must be after checked_on"),
        ('source = "公开网页"', 'source = " "', "source"),
        ('key = "monthly-days"', 'key = "monthly days"', "key"),
        ("passed = 2024-12-30", "passed = soon", "line 5"),
    ],
)
def test_a_slip_is_told_with_its_place(tmp_path: Path, written: str, instead: str, problem: str) -> None:
    with pytest.raises(BadData, match=problem) as told:
        load_documents(_table(tmp_path, DOCUMENT.replace(written, instead)))
    assert "documents.toml" in str(told.value)


def test_the_same_key_twice_is_a_slip(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="more than once: monthly-days"):
        load_documents(_table(tmp_path, DOCUMENT + DOCUMENT))
