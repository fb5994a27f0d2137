"""One invented company rule, and how it looks as DOCX, Markdown, plain text, HTML and PDF."""

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from docx import Document
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

TITLE = "青石泵业有限公司职工请假办法"
HEAD = "（2024年3月5日总经理办公会通过 2024年3月8日印发）"
PREAMBLE = "大家常问请假怎么办，公司把做法写在这里。"
RULE: tuple[tuple[int | None, str], ...] = (
    (1, TITLE),
    (None, HEAD),
    (None, PREAMBLE),
    (2, "第一章 总则"),
    (None, "第一条 为了让请假的人放心、排班的人省心，写下本办法。"),
    (
        None,
        "第二条 本办法管全体职工的请假，借调在外的同事也算，人在外地的可以打电话先说一声，回来补单。",
    ),
    (None, "借调期间的考勤由借入的部门记录。"),
    (2, "第二章 怎么请假"),
    (None, "第三条 请假单要写清三件事："),
    (None, "（一）哪一天走，哪一天回；"),
    (None, "（二）什么缘由；"),
    (None, "（三）谁来顶班。"),
    (None, "第三条之一 急事可以先走，当天用“桥”群告诉班组长。"),
    (None, "第四条规定的情况不用写单子。"),
    (None, "第四条 家里有白事，先走后补，公司不扣当天工资。"),
    (2, "第三章 附则"),
    (None, "第五条 本办法自2024年4月1日起施行。"),
    (None, "附件：请假单样式"),
    (None, "姓名和班组写在最上面。"),
)


def write_docx(path: Path, rule: Iterable[tuple[int | None, str]] = RULE) -> Path:
    document = Document()
    for level, text in rule:
        if level is None:
            document.add_paragraph(text)
        else:
            document.add_heading(text, level - 1)
    document.save(str(path))
    return path


def write_markdown(path: Path) -> Path:
    lines = ("#" * level + " " + text if level else text for level, text in RULE)
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def write_plain(path: Path) -> Path:
    path.write_text("\n".join("　　" + text for _, text in RULE), encoding="gb18030")
    return path


def write_html(path: Path) -> Path:
    body = "".join(f"<h{level}>{text}</h{level}>" if level else f"<p>{text}</p>\n" for level, text in RULE)
    page = (
        f'<!DOCTYPE html><html><head><meta charset="gb2312"></head><body><nav>首页</nav>{body}</body></html>'
    )
    path.write_bytes(page.encode("gb18030"))
    return path


def write_pdf(path: Path, indent: int = 2, footer: Callable[[int], str] = "- {} -".format) -> Path:
    """Lines of 24 characters, 12 to a page; paragraphs indented by `indent` characters."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=(420, 400))
    rows = [row for level, text in RULE for row in _rows(text, level, indent)]
    for page, start in enumerate(range(0, len(rows), 12), start=1):
        canvas.setFont("STSong-Light", 14)
        for number, (left, text) in enumerate(rows[start : start + 12]):
            canvas.drawString(left, 370 - 26 * number, text)
        canvas.drawString(200, 20, footer(page))
        canvas.showPage()
    canvas.save()
    return path


def write_nested_forms(path: Path, depth: int) -> Path:
    """A page whose form calls a form ten times, which calls another ten times, `depth` forms deep."""
    canvas = Canvas(str(path))
    for level in range(depth + 1):
        canvas.beginForm(f"form{level}")
        for _ in range(10):
            canvas.drawString(10, 10, "x") if level == 0 else canvas.doForm(f"form{level - 1}")
        canvas.endForm()
    canvas.doForm(f"form{depth}")
    canvas.save()
    return path


def _rows(text: str, level: int | None, indent: int) -> list[tuple[int, str]]:
    if level:
        return [(140, text)]
    first = 24 - indent
    rest = text[first:]
    rows = [(40 + 14 * indent, text[:first])]
    return rows + [(40, rest[start : start + 24]) for start in range(0, len(rest), 24)]


def with_entry(source: Path, target: Path, name: str, content: bytes) -> Path:
    """A copy of a DOCX with one entry replaced or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry))
        new.writestr(name, content)
    return target


def text_rule(*articles: str, title: str = TITLE) -> str:
    """A plain text with a title and the articles given."""
    return "\n".join((title, *articles))
