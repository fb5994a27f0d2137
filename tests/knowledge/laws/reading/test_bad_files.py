import os
from pathlib import Path

import pytest
from pypdf import PdfWriter

from knowledge.laws.reading import BadLawFile, read_law
from knowledge.laws.reading.errors import ADVICE
from tests.knowledge.laws.reading.papers import with_entry, write_docx, write_pdf

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def problem(path: Path, content: bytes | None = None) -> BadLawFile:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadLawFile) as caught:
        read_law(path)
    return caught.value


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("old.doc", OLE, "unknown_kind"),
        ("locked.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("rule.rtf", b"{\\rtf1 x}", "unknown_kind"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "unknown_kind"),
        ("rule.docx", b"PK\x03\x04 and nothing more", "broken"),
        ("rule.pdf", b"%PDF-1.7\nand nothing more", "broken"),
        ("rule.txt", b"\xff\x80\x81 neither one nor the other \xff", "encoding"),
        ("rule.txt", b"", "no_articles"),
        ("(2024-05-06).txt", "第一条 甲。".encode(), "no_title"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    assert problem(tmp_path / name, content).problem == expected


def test_an_old_word_file_comes_with_the_way_out(tmp_path: Path) -> None:
    wrong = problem(tmp_path / "old.doc", OLE)
    assert "save it as DOCX" in str(wrong)
    assert wrong.code == "law_file_wrong"


def test_every_problem_has_its_advice(tmp_path: Path) -> None:
    assert all(advice and advice[0].islower() for advice in ADVICE.values())


def test_a_path_that_is_not_there_or_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert problem(tmp_path / "none.txt").problem == "not_found"
    assert problem(tmp_path).problem == "not_a_file"
    assert problem(tmp_path / "pipe.txt").problem == "not_a_file"


def test_the_kind_is_told_by_content_not_by_name(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "rule.docx").rename(tmp_path / "rule.pdf")
    assert len(read_law(path).articles) == 6


def test_a_zip_that_is_no_word_file_is_unknown(tmp_path: Path) -> None:
    docx = write_docx(tmp_path / "rule.docx").read_bytes()
    sheet = docx.replace(b"word/document.xml", b"xl/worksheet1.xml")
    assert problem(tmp_path / "table.docx", sheet).problem == "unknown_kind"


def test_a_pdf_with_a_password_is_told(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=str(write_pdf(tmp_path / "rule.pdf")))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(str(tmp_path / "locked.pdf"))
    assert problem(tmp_path / "locked.pdf").problem == "encrypted"


def test_a_pdf_that_is_only_locked_against_printing_is_read(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=str(write_pdf(tmp_path / "rule.pdf")))
    writer.encrypt("", owner_password="owner", algorithm="RC4-128")
    writer.write(str(tmp_path / "locked.pdf"))
    assert len(read_law(tmp_path / "locked.pdf").articles) == 6


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "哈">{laughs}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:r><w:t>第一条 甲。&l8;</w:t></w:r></w:p></w:body></w:document>"
    )
    source = write_docx(tmp_path / "a.docx")
    bomb = with_entry(source, tmp_path / "bomb.docx", "word/document.xml", xml.encode())
    assert problem(bomb).problem == "broken"


def test_a_file_on_the_disk_is_not_pulled_in_by_an_entity(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("第二条 密。", encoding="utf-8")
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:r><w:t>第一条 甲。&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    source = write_docx(tmp_path / "a.docx")
    path = with_entry(source, tmp_path / "b.docx", "word/document.xml", xml.encode())
    assert "密" not in read_law(path).articles[0].text
