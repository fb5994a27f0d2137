import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.laws.reading import LIMITS, BadLawFile, Limits, read_law
from tests.knowledge.laws.reading.papers import (
    with_entry,
    write_docx,
    write_nested_forms,
    write_pdf,
    write_plain,
)

NOISE = "word/media/noise.bin"


def problem(path: Path, limits: Limits = LIMITS) -> str:
    with pytest.raises(BadLawFile) as caught:
        read_law(path, limits)
    return caught.value.problem


def docx_with_noise(folder: Path, content: bytes) -> Path:
    return with_entry(write_docx(folder / "a.docx"), folder / "b.docx", NOISE, content)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LIMITS.file + 1)
    assert problem(path) == "too_large"


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = write_plain(tmp_path / "rule.txt")
    size = path.stat().st_size
    assert read_law(path, replace(LIMITS, file=size)).articles
    assert problem(path, replace(LIMITS, file=size - 1)) == "too_large"


def test_the_sum_of_the_unpacked_sizes_is_limited(tmp_path: Path) -> None:
    path = docx_with_noise(tmp_path, bytes(300_000))
    assert read_law(path, replace(LIMITS, unpacked=2_000_000)).articles
    assert problem(path, replace(LIMITS, unpacked=1_000_000)) == "packed_too_large"


def test_an_entry_squeezed_like_a_bomb_is_refused(tmp_path: Path) -> None:
    assert problem(docx_with_noise(tmp_path, bytes(3 * 1024 * 1024))) == "packed_too_large"


def test_a_declared_size_that_lies_does_not_help(tmp_path: Path) -> None:
    path = docx_with_noise(tmp_path, bytes(300_000))
    honest = (300_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(honest, (10).to_bytes(4, "little")))
    with zipfile.ZipFile(path) as packed:
        assert packed.getinfo(NOISE).file_size == 10
        assert sum(entry.file_size for entry in packed.infolist()) < 1_000_000
    assert problem(path, replace(LIMITS, unpacked=1_000_000)) == "packed_too_large"


def test_the_number_of_entries_is_limited(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "rule.docx")
    with zipfile.ZipFile(path, "a") as packed:
        for number in range(LIMITS.entries):
            packed.writestr(f"extra/{number}.xml", "<a/>")
    assert problem(path) == "packed_too_large"


def test_the_pages_of_a_pdf_are_limited(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "rule.pdf")
    assert problem(path, replace(LIMITS, pages=1)) == "too_many_pages"


def test_the_drawing_of_a_pdf_is_limited(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "rule.pdf")
    assert problem(path, replace(LIMITS, unpacked=500)) == "packed_too_large"


def test_a_pdf_with_hardly_any_text_is_pictures(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "rule.pdf")
    assert problem(path, replace(LIMITS, characters_a_page=500)) == "pictures_only"


def test_forms_that_call_forms_are_stopped(tmp_path: Path) -> None:
    path = write_nested_forms(tmp_path / "forms.pdf", depth=7)
    assert problem(path, replace(LIMITS, drawing_steps=2_000)) == "packed_too_large"
