"""The glossary, the code and what people read use the same words."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
GLOSSARY = ROOT / "docs" / "glossary.md"
LAYERS = ("knowledge", "mediation", "storage", "bot")
READ = ("bot/wording/zh-CN/*.ftl", "docs/*.md", "README.md", "CHANGELOG.md")
"""What people read: the wording catalogue and the pages."""


class Row(NamedTuple):
    """One line: what is said (nothing in the last table), names in the code, and the module."""

    said: str
    names: list[str]
    owner: str

    @property
    def terms(self) -> list[str]:
        """The Chinese terms, without the notes in round brackets."""
        return [term for term in re.sub(r"（.*?）", "", self.said).split("、") if term]


def rows(text: str) -> list[Row]:
    """All lines of all tables but their heads."""
    cells = [
        [cell.strip() for cell in line.strip("| ").split("|")]
        for line in text.splitlines()
        if line[:1] == "|"
    ]
    return [_row(line[-4:]) for line in cells if "in code" not in line and set(line[0]) != {"-"}]


def _row(cells: list[str]) -> Row:
    said = cells[-4] if len(cells) == 4 else ""
    return Row(said, re.findall(r"`(\w+)`", cells[-3]), cells[-2].strip("`"))


def _file(owner: str) -> Path | None:
    module = ROOT.joinpath(*owner.split("."))
    files = (ROOT / owner, module.with_name(f"{module.name}.py"), module / "__init__.py")
    return next((file for file in files if file.is_file()), None)


@cache
def _names(file: Path) -> frozenset[str]:
    """What a module is called, defines and uses; every word of a file of data."""
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        return frozenset(re.findall(r"\w+", text))
    names = {file.parent.name if file.stem == "__init__" else file.stem}
    for node in ast.walk(ast.parse(text)):
        names.update(str(getattr(node, part, "")) for part in ("id", "attr", "name", "arg"))
    return frozenset(names)


@cache
def _who_has(name: str) -> str:
    files = (file for layer in LAYERS for file in sorted((ROOT / layer).rglob("*.py")))
    owners = [
        ".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files if name in _names(file)
    ]
    return f"it stands in {', '.join(owners[:4])}" if owners else "no module has it: write its new name"


@cache
def _read() -> str:
    files = (file for pattern in READ for file in ROOT.glob(pattern) if file != GLOSSARY)
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def faults(row: Row) -> Iterator[str]:
    """What does not hold, each with how to mend the row."""
    file = _file(row.owner)
    if file is None:
        moved = " ".join(f"`{name}`: {_who_has(name)};" for name in row.names)
        yield f"`{row.owner}` is no module: write the one that owns it ({moved})"
    for name in row.names if file else ():
        if name not in _names(file):
            yield f"`{name}` is not in `{row.owner}`: {_who_has(name)}"
    for term in row.terms:
        if term not in _read():
            yield f"{term} is said nowhere: write the term of bot/wording/zh-CN or of the page"
    if not row.names:
        yield f"{row} has no `name`"


def test_every_row_names_a_module_a_name_in_it_and_a_term_that_people_read() -> None:
    found = [fault for row in rows(GLOSSARY.read_text(encoding="utf-8")) for fault in faults(row)]
    assert not found, "mend these rows of docs/glossary.md:\n" + "\n".join(found)


def test_a_term_has_one_row_or_a_note_that_tells_it_from_the_other() -> None:
    said = [row.said for row in rows(GLOSSARY.read_text(encoding="utf-8")) if row.said]
    assert len(said) > 90
    assert not {one for one in said if said.count(one) > 1}


def test_a_row_that_went_wrong_says_where_the_name_is_now() -> None:
    wrong = Row("没有这个词吧", ["CrisisDetector"], "knowledge.crisis.alarm")
    in_it, said = faults(wrong)
    assert "it stands in knowledge.crisis" in in_it
    assert "is said nowhere" in said
    assert "is no module" in next(faults(wrong._replace(owner="knowledge.gone")))
