"""Opens a DOCX (a zip) without trusting what it says about its own size."""

import io
import zipfile
import zlib
from copy import copy
from pathlib import Path

from knowledge.laws.reading.errors import BadLawFile
from knowledge.laws.reading.limits import Limits

_CHUNK = 64 * 1024
_PASSWORD = 0x1
_DOCUMENT = "word/document.xml"


def unpack_docx(content: bytes, path: Path, limits: Limits) -> io.BytesIO:
    """The same document with its entries unpacked, once and within the limits; raises BadLawFile.

    Sizes and ratios are checked as declared, then again while unpacking, because a declaration may lie.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
            _check_declared(entries, path, limits)
            return _unpack(packed, entries, path, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as problem:
        raise BadLawFile(file=path, problem="broken") from problem


def _check_declared(entries: list[zipfile.ZipInfo], path: Path, limits: Limits) -> None:
    if len(entries) > limits.entries:
        raise BadLawFile(file=path, problem="packed_too_large", entries=len(entries), allowed=limits.entries)
    if len({entry.filename for entry in entries}) < len(entries):
        raise BadLawFile(file=path, problem="broken", place="an entry stands in it twice")
    if any(entry.flag_bits & _PASSWORD for entry in entries):
        raise BadLawFile(file=path, problem="encrypted")
    if not any(entry.filename == _DOCUMENT for entry in entries):
        raise BadLawFile(file=path, problem="unknown_kind")
    _check_sum(sum(entry.file_size for entry in entries), path, limits)
    for entry in entries:
        _check_ratio(entry, entry.file_size, path, limits)


def _unpack(
    packed: zipfile.ZipFile, entries: list[zipfile.ZipInfo], path: Path, limits: Limits
) -> io.BytesIO:
    plain, total = io.BytesIO(), 0
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as target:
        for entry in entries:
            honest = copy(entry)
            # zipfile stops at the declared size; declared too small, it would hide the rest from our count
            honest.file_size = limits.unpacked + _CHUNK
            with packed.open(honest) as source:
                parts, size = [], 0
                while part := source.read(_CHUNK):
                    parts.append(part)
                    size += len(part)
                    _check_sum(total + size, path, limits, entry.filename)
                    _check_ratio(entry, size, path, limits)
            total += size
            target.writestr(entry.filename, b"".join(parts))
    plain.seek(0)
    return plain


def _check_sum(size: int, path: Path, limits: Limits, place: str = "") -> None:
    if size > limits.unpacked:
        raise BadLawFile(
            file=path, problem="packed_too_large", place=place, bytes=size, allowed=limits.unpacked
        )


def _check_ratio(entry: zipfile.ZipInfo, size: int, path: Path, limits: Limits) -> None:
    if size > limits.ratio_from and size > limits.ratio * max(entry.compress_size, 1):
        raise BadLawFile(
            file=path, problem="packed_too_large", place=entry.filename, bytes=size, ratio=limits.ratio
        )
