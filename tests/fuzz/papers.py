"""Files that somebody brings: law texts, and the organisation as sheets; broken in their bytes and inside."""

import io
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from openpyxl import Workbook

from bot.commands.staff.org_files import CannotOpen, read_grids
from knowledge.laws.reading import BadLawFile, read_law
from mediation.model.organisation import Organisation
from mediation.organisation.layout import load_layout
from mediation.organisation.reading import BadSheets, read_sheets
from tests.fuzz.mutating import any_bytes, any_text
from tests.fuzz.target import Target, plainly
from tests.knowledge.laws.reading import papers
from tests.organisations import EXAMPLE, RULES

File = tuple[str, bytes]
LAWS: dict[str, Callable[[Path], Path]] = {
    "docx": papers.write_docx,
    "pdf": papers.write_pdf,
    "html": papers.write_html,
    "md": papers.write_markdown,
    "txt": papers.write_plain,
}


@cache
def real(ending: str) -> bytes:
    """A sound file of this kind."""
    with tempfile.TemporaryDirectory() as folder:
        return LAWS[ending](Path(folder) / f"rule.{ending}").read_bytes()


@cache
def sheets() -> dict[str, bytes]:
    """The example organisation: its CSV files, and all of them as one workbook."""
    files = {file.name: file.read_bytes() for file in sorted(EXAMPLE.glob("*.csv"))}
    book = Workbook()
    for grid in read_grids([EXAMPLE]):
        sheet = book.create_sheet(grid.name)
        for row in grid.rows[:30]:
            sheet.append(list(row))
    packed = io.BytesIO()
    book.save(packed)
    return {**files, "org.xlsx": packed.getvalue()}


def inside(dice: Random, packed: bytes) -> bytes:
    """The same archive with one of its parts broken, so that what is wrong lies behind the zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        broken = dice.choice([entry.filename for entry in old.infolist()])
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry.filename, any_bytes(dice, content) if entry.filename == broken else content)
    return out.getvalue()


def broken(dice: Random, name: str, content: bytes) -> File:
    """Broken as bytes, as text, or in one part of an archive."""
    if content[:2] == b"PK":
        return name, inside(dice, content) if dice.random() < 0.6 else any_bytes(dice, content)
    if content[:4] != b"%PDF" and dice.random() < 0.5:
        text = content.decode("utf-8" if name.endswith((".md", ".csv")) else "gb18030")
        return name, any_text(dice, (text,)).encode("utf-8", "surrogatepass")
    return name, any_bytes(dice, content)


def _law(ending: str) -> Callable[[Random], File]:
    return lambda dice: broken(dice, f"rule.{ending}", real(ending))


def _sheet(dice: Random) -> File:
    name = dice.choice(sorted(sheets()))
    return broken(dice, name, sheets()[name])


def _put(folder: str, file: File) -> Path:
    path = Path(folder) / file[0]
    path.write_bytes(file[1])
    return path


def law_read(file: File) -> None:
    """A law with articles, or the one error that says what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            law = read_law(_put(folder, file))
        except BadLawFile as refused:
            assert refused.facts["advice"]
            return
    assert law.title and law.articles and all(article.text for article in law.articles)


def sheets_read(file: File) -> None:
    """An organisation, or an error that names file and place."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            read_sheets(read_grids([_put(folder, file)]), Organisation(), load_layout(), RULES)
        except BadSheets as refused:
            assert refused.slips
        except CannotOpen as refused:
            assert file[0] in str(refused)


def _files(name: str, share: int, draw: Callable[[Random], File], check: Callable[[File], None]) -> Target:
    return Target(f"file: {name}", "sound, or refused with what is wrong", share, draw, plainly(check))


TARGETS = (
    *(_files(name, 12, _law(name), law_read) for name in ("docx", "pdf")),
    *(_files(name, 20, _law(name), law_read) for name in ("html", "md", "txt")),
    _files("sheets", 16, _sheet, sheets_read),
)
