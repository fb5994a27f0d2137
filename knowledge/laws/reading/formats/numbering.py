"""Automatic numbers of Word lists: a rule written in Word often has its 第…条 only there."""

from collections import defaultdict
from typing import Any

from docx.document import Document as OpenDocument
from docx.oxml.ns import qn

from knowledge.text.numerals import write_numeral

_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "ideographDigital",
    "japaneseCounting",
    "japaneseDigitalTenThousand",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
}
_LEVELS = 9


class Numbering:
    """Counts the lists of one document as Word does; ask for the paragraphs in their order."""

    def __init__(self, document: OpenDocument) -> None:
        self._levels: dict[str, dict[int, Any]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        for relation in document.part.rels.values():
            if not relation.is_external and relation.reltype.endswith("/numbering"):
                self._learn(relation.target_part.element)

    def _learn(self, root: Any) -> None:
        for abstract in root.iter(qn("w:abstractNum")):
            name = abstract.get(qn("w:abstractNumId"))
            self._levels[name] = {int(lvl.get(qn("w:ilvl"))): lvl for lvl in abstract.iter(qn("w:lvl"))}
        for number in root.iter(qn("w:num")):
            found = _value(number, "w:abstractNumId")
            if found is not None:
                self._abstract[number.get(qn("w:numId"))] = found

    def label(self, paragraph: Any, from_style: Any = None) -> str:
        """What Word prints before the paragraph ("第三条 ", "（一）"); "" for nothing or a bullet."""
        properties = paragraph.find(qn("w:pPr"))
        own = properties.find(qn("w:numPr")) if properties is not None else None
        list_id = _value(own, "w:numId") or _value(from_style, "w:numId")
        level = int(_value(own, "w:ilvl") or _value(from_style, "w:ilvl") or 0)
        abstract = self._abstract.get(list_id or "")
        levels = self._levels.get(abstract or "", {})
        if abstract is None or list_id == "0" or level not in levels:
            return ""
        counts = self._counts[abstract]
        counts[level] = counts.get(level, _start(levels[level]) - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            counts.pop(deeper, None)
        return _written(levels, level, counts)


def _written(levels: dict[int, Any], level: int, counts: dict[int, int]) -> str:
    pattern = _value(levels[level], "w:lvlText") or ""
    if _value(levels[level], "w:numFmt") in ("bullet", "none"):
        return ""
    for other in range(level + 1):
        if other in levels and f"%{other + 1}" in pattern:
            number = counts.get(other, _start(levels[other]))
            written = _number(number, _value(levels[other], "w:numFmt") or "decimal")
            pattern = pattern.replace(f"%{other + 1}", written)
    return f"{pattern} " if pattern.endswith(("条", "章", "节", "编")) else pattern


def _number(number: int, form: str) -> str:
    return write_numeral(number) if form in _CHINESE and 0 < number < 10_000 else str(number)


def _start(level: Any) -> int:
    return int(_value(level, "w:start") or 1)


def _value(parent: Any, name: str) -> str | None:
    found = parent.find(qn(name)) if parent is not None else None
    return None if found is None else found.get(qn("w:val"))
