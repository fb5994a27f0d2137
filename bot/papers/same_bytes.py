"""Packs a DOCX file again so that the same content always gives the same bytes."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file knows."""
_FONTS = "word/fontTable.xml"
_FONT = '<w:font w:name="{}"><w:altName w:val="{}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
_ALSO_KNOWN = _FONT.format("仿宋", "FangSong") + _FONT.format("SimSun", "宋体")
"""Names under which other systems have the same type."""


def same_bytes(file: bytes) -> bytes:
    """The same parts in the same order with a fixed time, not compressed: how zlib packs differs by build."""
    packed = BytesIO()
    with ZipFile(BytesIO(file)) as source, ZipFile(packed, "w", ZIP_STORED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _EPOCH)
            entry.create_system = 3  # or it says which system wrote it
            entry.external_attr = 0o644 << 16
            target.writestr(entry, _with_fonts(source.read(name)) if name == _FONTS else source.read(name))
    return packed.getvalue()


def _with_fonts(table: bytes) -> bytes:
    return table.replace(b"</w:fonts>", _ALSO_KNOWN.encode("utf-8") + b"</w:fonts>")
