from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from knowledge.laws.reading import read_law


def save(document: Any, folder: Path) -> Path:
    path = folder / "rule.docx"
    document.save(str(path))
    return path


def test_tables_stand_in_their_place_with_cells_joined_by_tabs(tmp_path: Path) -> None:
    document = Document()
    for text in ("甲办法", "第一条 天数见表："):
        document.add_paragraph(text)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ("司龄", "天数", "一年", "五天"), strict=True
    ):
        cell.text = text
    document.add_paragraph("第二条 照办。")
    law = read_law(save(document, tmp_path))
    assert law.articles[0].text == "天数见表：\n司龄\t天数\n一年\t五天"


def test_a_frame_around_the_text_is_no_table(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("甲办法")
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = "第一条 甲。"
    cell.add_paragraph("第二条 乙。")
    inner = cell.add_table(rows=1, cols=2).rows[0].cells
    inner[0].text, inner[1].text = "丙", "丁"
    assert [article.text for article in read_law(save(document, tmp_path)).articles] == [
        "甲。",
        "乙。\n丙\t丁",
    ]


def test_deleted_text_is_left_out_and_inserted_text_is_read(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("甲办法")
    paragraph = document.add_paragraph("第一条 休")._p
    for tag, text in (("del", "<w:delText>三</w:delText>"), ("ins", "<w:t>五</w:t>")):
        change = f'<w:{tag} {nsdecls("w")} w:id="1" w:author="x"><w:r>{text}</w:r></w:{tag}>'
        paragraph.append(parse_xml(change))
    document.add_paragraph("天。")
    assert read_law(save(document, tmp_path)).articles[0].text == "休五\n天。"


def test_numbers_that_word_counts_are_written_out(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("甲办法")
    for level, text in ((0, "先说一声。"), (0, "要写："), (1, "日子；"), (1, "缘由。"), (0, "照办。")):
        numbered(document.add_paragraph(text), level)
    numbering = document.part.numbering_part.element
    levels = ((0, "chineseCounting", "第%1条"), (1, "chineseCounting", "（%2）"))
    shapes = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, form, text in levels
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{shapes}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    law = read_law(save(document, tmp_path))
    assert [article.text for article in law.articles] == [
        "先说一声。",
        "要写：\n（一）日子；\n（二）缘由。",
        "照办。",
    ]


def numbered(paragraph: Any, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    ref = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
    properties.append(parse_xml(ref))
    assert properties.find(qn("w:numPr")) is not None


def test_the_title_style_wins_over_what_stands_before_it(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("青石泵业〔2024〕3号")
    document.add_heading("甲办法", 0)
    document.add_paragraph("第一条 甲。")
    law = read_law(save(document, tmp_path))
    assert (law.title, law.preamble) == ("甲办法", "青石泵业〔2024〕3号")
