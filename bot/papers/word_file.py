"""A paper as a DOCX file: A4, Chinese type, numbered pages, the same bytes for the same paper."""

from datetime import UTC, datetime, time
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from bot.papers.flow import Role, draft_mark, lines, paper_words
from bot.papers.same_bytes import same_bytes
from mediation.model.procedure.paper import Paper, digest
from mediation.papers.formats import one_line

BODY_TYPE, TITLE_TYPE, LATIN_TYPE = "仿宋", "SimSun", "Times New Roman"
"""Type of body, of title and headings, and of Latin letters; other names of them are in ``same_bytes``."""

_TITLE_SIZE, _HEADING_SIZE, _BODY_SIZE, _MARK_SIZE = Pt(20), Pt(14), Pt(14), Pt(16)
_RED = RGBColor(0xC0, 0x00, 0x00)
_UNUSED = (
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
"""What python-docx's empty document brings along and no paper needs."""


def as_docx(paper: Paper, *, final: bool = False) -> bytes:
    """The file. Its paragraphs are `bot.papers.flow.lines`; the same paper always gives the same bytes.

    Without a named signer it is marked as a draft on every page; with ``final=True`` that raises NotSigned.
    """
    mark = draft_mark(paper, final)
    document = Document()
    _clear(document)
    _set_page(document)
    styles = _make_styles(document)
    for line in lines(paper):
        document.add_paragraph(line.text, style=styles[line.role])
    if mark:
        _write_mark(document, mark)
    _number_pages(document, paper_words(paper.language).page_of)
    _describe(document, paper)
    written = BytesIO()
    document.save(written)
    return same_bytes(written.getvalue())


def _clear(document: WordDocument) -> None:
    """Leaves out table styles and parts that only make the file large."""
    for rels in (document.part.rels, document.part.package.rels if document.part.package else {}):
        for key in [key for key, rel in rels.items() if rel.reltype in _UNUSED]:
            del rels[key]
    styles = document.styles.element
    for style in list(styles.iterchildren(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) != "1":
            styles.remove(style)


def _set_page(document: WordDocument) -> None:
    """A4 with the margins of Chinese official papers (GB/T 9704: 37 mm above, 28 mm left)."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _make_styles(document: WordDocument) -> dict[Role, ParagraphStyle]:
    """One style for each role, so that people can restyle a whole file at once."""
    styles = {role: _style(document, f"Paper {role.value}") for role in Role}
    for role in (Role.TITLE, Role.HEADING):
        _set_type(styles[role], TITLE_TYPE)
        styles[role].font.bold = True
        styles[role].paragraph_format.keep_with_next = True
        styles[role].paragraph_format.space_before = Pt(8)
    styles[Role.TITLE].font.size = _TITLE_SIZE
    styles[Role.HEADING].font.size = _HEADING_SIZE
    _add(styles[Role.HEADING].element.get_or_add_pPr(), "w:outlineLvl", val="0")
    for role in (Role.TITLE, Role.NUMBER):
        styles[role].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for role in (Role.OFFICE, Role.SIGNATURE, Role.DAY):
        styles[role].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        styles[role].paragraph_format.keep_together = True
    styles[Role.OFFICE].paragraph_format.keep_with_next = True
    styles[Role.SIGNATURE].paragraph_format.keep_with_next = True
    styles[Role.OFFICE].paragraph_format.space_before = Pt(24)
    styles[Role.SIGNATURE].paragraph_format.space_before = Pt(36)  # room for a hand and a seal
    styles[Role.PARAGRAPH].paragraph_format.first_line_indent = Pt(28)  # two characters
    return styles


def _style(document: WordDocument, name: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)  # what add_style makes of that type
    style.base_style = document.styles["Normal"]
    style.font.size = _BODY_SIZE
    style.paragraph_format.space_after = Pt(4)
    style.paragraph_format.line_spacing = 1.4
    _set_type(style, BODY_TYPE)
    return style


def _set_type(style: ParagraphStyle, chinese: str) -> None:
    style.font.name = LATIN_TYPE
    properties = style.element.get_or_add_rPr()
    properties.rFonts.set(qn("w:eastAsia"), chinese)
    if properties.find(qn("w:lang")) is None:
        _add(properties, "w:lang", val="en", eastAsia="zh-CN")


def _write_mark(document: WordDocument, mark: str) -> None:
    """In the header, which Word repeats on every page."""
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(mark)
    run.bold, run.font.size, run.font.color.rgb = True, _MARK_SIZE, _RED


def _number_pages(document: WordDocument, page_of: tuple[str, str, str]) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, between, after = page_of
    paragraph.add_run(before)
    _add_field(paragraph, "PAGE")
    paragraph.add_run(between)
    _add_field(paragraph, "NUMPAGES")
    paragraph.add_run(after)


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    field = _add(paragraph._p, "w:fldSimple", instr=instruction)
    _add(_add(field, "w:r"), "w:t").text = "1"


def _add(parent: BaseOxmlElement, name: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)
    return element


def _describe(document: WordDocument, paper: Paper) -> None:
    """Core properties from the paper alone; the identifier is its `digest`."""
    properties = document.core_properties
    day = datetime.combine(paper.date, time(), tzinfo=UTC)
    properties.title, properties.subject = one_line(paper.title), one_line(paper.number)
    properties.author = properties.last_modified_by = one_line(paper.office)
    properties.created = properties.modified = day
    properties.language, properties.identifier = paper.language, digest(paper)
    properties.comments, properties.keywords, properties.category = "", "", ""
    properties.revision = 1
