"""Finds law files, reads their bytes within the limits, and tells what kind of document they are."""

import stat
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from knowledge.laws.reading.errors import BadLawFile
from knowledge.laws.reading.limits import Limits

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_HTML_SIGNS = ("<!doctype html", "<html", "<head", "<body", "<meta", "<div", "<p>", "<p ")


class Kind(StrEnum):
    """What a file is, by its content."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "markdown"
    PLAIN = "plain"


def law_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those named, and all in the folders named, in order of their names, each once.

    README.*, hidden files and Word's lock files (~$…) in folders are left out. Raises BadLawFile(not_found).
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise BadLawFile(file=path, problem="not_found")
        found.update(dict.fromkeys(_walk(path) if path.is_dir() else [path]))
    return list(found)


def _walk(folder: Path) -> list[Path]:
    found: list[Path] = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")) or path.stem.upper() == "README":
            continue
        if path.is_dir():
            found.extend([] if path.is_symlink() else _walk(path))
        elif path.is_file():
            found.append(path)
    return found


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The whole file. Its size is looked at first; raises BadLawFile."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise BadLawFile(file=path, problem="not_a_file")
        if facts.st_size > limits.file:
            raise BadLawFile(file=path, problem="too_large", bytes=facts.st_size, allowed=limits.file)
        with path.open("rb") as file:
            return file.read(limits.file)
    except FileNotFoundError as problem:
        raise BadLawFile(file=path, problem="not_found") from problem
    except (OSError, ValueError) as problem:
        raise BadLawFile(file=path, problem="unreadable") from problem


def kind_of(content: bytes, path: Path) -> Kind:
    """What the bytes are; the suffix only tells the kinds of text apart. Raises BadLawFile."""
    if content.startswith(_OLE):
        raise BadLawFile(file=path, problem="encrypted" if _LOCKED_OFFICE in content else "unknown_kind")
    if b"%PDF-" in content[:1024]:
        return Kind.PDF
    if content.startswith(b"PK"):
        return Kind.DOCX
    if content.startswith(b"{\\rtf") or (b"\x00" in content[:4096] and not _is_utf16(content)):
        raise BadLawFile(file=path, problem="unknown_kind")
    return _kind_of_text(content, path)


def _kind_of_text(content: bytes, path: Path) -> Kind:
    start = (
        content[:2048].replace(b"\x00", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    )
    suffix = path.suffix.lower()
    if start.startswith(_HTML_SIGNS) or (start.startswith("<") and suffix in (".html", ".htm", ".xhtml")):
        return Kind.HTML
    if suffix in (".html", ".htm", ".xhtml") and b"</" in content:
        return Kind.HTML
    if suffix in (".md", ".markdown") or content.startswith((b"# ", b"\xef\xbb\xbf# ")) or b"\n# " in content:
        return Kind.MARKDOWN
    return Kind.PLAIN


def decode(content: bytes, path: Path, declared: str | None = None) -> str:
    """Text in the declared encoding, else UTF-8 (with or without mark), else GB 18030.

    Raises BadLawFile(encoding). UTF-16 is read when its byte order mark says so.
    """
    tries = ["utf-16"] if _is_utf16(content) else [declared or "utf-8-sig", "utf-8-sig", "gb18030"]
    for encoding in tries:
        try:
            return content.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    raise BadLawFile(file=path, problem="encoding")


def _is_utf16(content: bytes) -> bool:
    return content.startswith((b"\xff\xfe", b"\xfe\xff"))
