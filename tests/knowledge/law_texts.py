"""Articles to check numbers against: from the statutes, else from the official texts beside the project."""

import re
from functools import cache
from pathlib import Path

import pytest

from knowledge.laws.texts.store import LawStore
from knowledge.text.numerals import NUMERAL_CHARS, read_numeral

LAWS_FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "laws"
_ARTICLE = re.compile(
    rf"^第([{NUMERAL_CHARS}]+)条(?:之([{NUMERAL_CHARS}]+))?[ \u3000](.*?)(?=^第[{NUMERAL_CHARS}]+条|^#|\Z)",
    re.MULTILINE | re.DOTALL,
)


def text_of(store: LawStore, law: str, number: int, sub: int | None = None) -> str:
    """The article's text; skips the test where there is no folder to read it from."""
    stored = store.article(law, number, sub)
    if stored:
        return stored.text
    if not LAWS_FOLDER.is_dir():
        pytest.skip("no folder of official texts beside the project")
    entry = store.law(law)
    names = {_plain(name) for name in (law, *(entry.all_names() if entry else ()))}
    files = [path for path in LAWS_FOLDER.rglob("*.md") if _plain(path.stem.split("(")[0]) in names]
    assert files, f"{law}: no file in the folder of official texts"
    return _articles(max(files, key=_date))[number, sub]


def _plain(title: str) -> str:
    return title.replace("中华人民共和国", "")


def _date(path: Path) -> str:
    return path.stem.rpartition("(")[2]


@cache
def _articles(path: Path) -> dict[tuple[int | None, int | None], str]:
    found = _ARTICLE.findall(path.read_text(encoding="utf-8"))
    return {(read_numeral(number), read_numeral(sub) if sub else None): text for number, sub, text in found}
