import re
import shutil
import subprocess
from hashlib import sha256
from html import unescape
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from docx import Document

from bot.papers.chat import PAGE_LIMIT, as_chat
from bot.papers.flow import Role, lines
from bot.papers.word_file import as_docx
from mediation.model.procedure.paper import Kind, Paper, digest, sign
from mediation.model.procedure.paper_errors import NotSigned
from tests.mediation.papers.examples import SIGNER, a_paper

LONG = "这一段讲清楚每一天的考勤，<b>一小时</b>一小时地对过&核过。" * 220
UNBROKEN = "<" * 3000 + "𠮷" * 3000


def said_in_chat(pages: list[str]) -> list[str]:
    """The lines of the paper, without markup, page numbers and marks."""
    text = "\n".join(pages)
    text = re.sub(r"<i>(?:第\d+页，共\d+页|Page \d+ of \d+)</i>|<b>【[^】]+】</b>", "", text)
    assert re.sub(r"</?b>", "", text).count("<") == 0
    return [line for line in unescape(re.sub(r"</?b>", "", text)).split("\n") if line]


def said_in_docx(file: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(file)).paragraphs]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_chat_and_file_say_the_same(kind: Kind, language: str) -> None:
    paper = sign(a_paper(kind, language), SIGNER)
    said = said_in_docx(as_docx(paper, final=True))
    assert said == said_in_chat(as_chat(paper, final=True))
    assert said[0] == paper.title
    assert [text for _, paragraphs in paper.parts for text in paragraphs] == [
        line.text for line in lines(paper) if line.role in (Role.PARAGRAPH, Role.GREETING)
    ]


@pytest.mark.parametrize("text", [LONG, UNBROKEN, "无标点" * 2000], ids=["sentences", "costly", "no stops"])
def test_a_long_opinion_is_paged_and_nothing_of_it_is_lost(text: str) -> None:
    paper = a_paper(facts=text)
    pages = as_chat(paper)
    assert len(pages) >= 2
    assert all(len(page.encode("utf-16-le")) // 2 <= PAGE_LIMIT for page in pages)
    assert "".join(said_in_chat(pages)) == "".join(line.text for line in lines(paper))
    assert "".join(said_in_docx(as_docx(paper))) == "".join(line.text for line in lines(paper))


def test_pages_are_counted_and_end_with_a_sentence() -> None:
    pages = as_chat(sign(a_paper(facts=LONG), SIGNER))
    assert [page.rsplit("\n", 1)[1] for page in pages] == [
        f"<i>第{n}页，共{len(pages)}页</i>" for n in range(1, len(pages) + 1)
    ]
    assert pages[1].rsplit("\n\n", 1)[0].endswith("。")


def test_a_heading_stays_with_what_it_stands_over() -> None:
    for length in range(2800, 3400, 7):
        pages = as_chat(a_paper(facts="长" * length))
        bodies = [page.rsplit("\n\n<i>", 1)[0] for page in pages]
        assert not any(body.endswith("</b>") for body in bodies), length


def test_what_people_wrote_is_escaped() -> None:
    paper = a_paper(request="<b>&amp; <a href='x'>点</a>")
    (page,) = as_chat(paper)
    assert "&lt;b&gt;&amp;amp; &lt;a href='x'&gt;点&lt;/a&gt;" in page
    assert "<b>&amp; <a href='x'>点</a>" in said_in_docx(as_docx(paper))


def test_a_draft_is_marked_on_every_page_of_both_forms() -> None:
    for language in ("zh-CN", "en"):
        draft = a_paper(language=language, facts=LONG)
        assert all("草稿" in page.split("\n")[0] for page in as_chat(draft))
        (section,) = Document(BytesIO(as_docx(draft))).sections
        assert "草稿" in section.header.paragraphs[0].text
        assert not section.different_first_page_header_footer


def test_a_signed_paper_bears_no_mark_and_the_name() -> None:
    paper = sign(a_paper(), SIGNER)
    (page,) = as_chat(paper)
    assert "草稿" not in page and "签发人：林工（信访办公室）" in page
    assert Document(BytesIO(as_docx(paper))).sections[0].header.is_linked_to_previous


@pytest.mark.parametrize("form", [as_chat, as_docx])
def test_a_draft_is_never_given_out_as_final(form: object) -> None:
    with pytest.raises(NotSigned) as refused:
        form(a_paper(), final=True)  # type: ignore[operator]
    assert refused.value.code == "paper_not_signed"


def test_the_same_paper_is_the_same_file() -> None:
    files = {sha256(as_docx(a_paper(Kind.RECEIPT))).hexdigest() for _ in range(2)}
    assert len(files) == 1
    assert sha256(as_docx(sign(a_paper(Kind.RECEIPT), SIGNER))).hexdigest() not in files


def test_nothing_in_the_file_depends_on_when_it_was_written() -> None:
    paper = a_paper()
    with ZipFile(BytesIO(as_docx(paper))) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.testzip() is None
    properties = Document(BytesIO(as_docx(paper))).core_properties
    assert properties.created.date() == properties.modified.date() == paper.date
    assert (properties.author, properties.identifier) == (paper.office, digest(paper))


def test_the_file_is_a4_in_chinese_type_with_numbered_pages() -> None:
    document = Document(BytesIO(as_docx(a_paper())))
    (section,) = document.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 'w:instr="PAGE"' in section.footer._element.xml
    assert 'w:eastAsia="仿宋"' in document.styles["Paper paragraph"].element.xml
    assert document.paragraphs[0].style.paragraph_format.alignment == 1


def test_every_part_of_the_file_is_sound_and_the_file_is_small() -> None:
    file = as_docx(a_paper())
    assert len(file) < 200_000
    with ZipFile(BytesIO(file)) as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(packed.read(name))
        assert "仿宋" in packed.read("word/fontTable.xml").decode()


def _office() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(_office() is None, reason="no LibreOffice here")
def test_an_office_program_opens_the_file(tmp_path: Path) -> None:
    paper: Paper = sign(a_paper(), SIGNER)
    source = tmp_path / "paper.docx"
    source.write_bytes(as_docx(paper))
    command = [str(_office()), "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
