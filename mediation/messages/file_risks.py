"""What may be wrong with a document, told by name and kind alone (``file_risks.toml``)."""

from enum import StrEnum
from functools import cache
from pathlib import Path

from knowledge.datafile import Checked, read_checked

RISKS_FILE = Path(__file__).with_name("file_risks.toml")

HIDING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f")
"""Marks that turn the writing around, so that ``exe.pdf`` is read where ``fdp.exe`` stands."""


class Risk(StrEnum):
    """The worst that can be said of a document; the empty one says nothing."""

    NONE = ""
    PICTURE = "picture"
    MACRO = "macro"
    PROGRAM = "program"
    ARCHIVE = "archive"


HELD = frozenset({Risk.PROGRAM, Risk.ARCHIVE})
"""Not passed on before whoever would get it has pressed for it."""


class Types(Checked):
    """Kinds (MIME) that decide whatever the name is."""

    programs: frozenset[str]
    archives: frozenset[str]


class FileRisks(Checked):
    """Endings and kinds; explained at the head of the file."""

    pictures: frozenset[str]
    programs: frozenset[str]
    archives: frozenset[str]
    macros: frozenset[str]
    types: Types


@cache
def file_risks() -> FileRisks:
    """Ours, read once; raises ``BadData``."""
    return read_checked(RISKS_FILE, FileRisks)


def risk_of(name: str | None, mime: str | None) -> Risk:
    """What may be wrong with a document of this name and kind; both were said by whoever sent it."""
    known, kind = file_risks(), (mime or "").lower().partition(";")[0].strip()
    ending = (name or "").rstrip(" .").lower().rpartition(".")[2] if "." in (name or "") else ""
    if ending in known.programs or kind in known.types.programs or HIDING & set(name or ""):
        return Risk.PROGRAM
    if ending in known.archives or kind in known.types.archives:
        return Risk.ARCHIVE
    if ending in known.macros or "macroenabled" in kind:
        return Risk.MACRO
    if ending in known.pictures or kind.startswith("image/"):
        return Risk.PICTURE
    return Risk.NONE
