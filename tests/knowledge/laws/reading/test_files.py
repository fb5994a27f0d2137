from pathlib import Path

import pytest

from knowledge.laws.reading import BadLawFile, law_files, read_law
from knowledge.laws.reading.files import Kind, kind_of


def test_folders_are_walked_in_order_without_readme_and_hidden_files(tmp_path: Path) -> None:
    for name in (
        "b.md",
        "a.md",
        "README.md",
        ".hidden.md",
        "~$a.docx",
        "c/z.md",
        "c/readme.txt",
        ".git/x.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    found = law_files([tmp_path / "b.md", tmp_path])
    assert [str(path.relative_to(tmp_path)) for path in found] == ["b.md", "a.md", "c/z.md"]


def test_a_path_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadLawFile) as caught:
        law_files([tmp_path / "none"])
    assert caught.value.problem == "not_found"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_the_encodings_that_people_save(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "rule.txt"
    path.write_text("甲办法\n第一条 镕、㐂和“桥”。", encoding=encoding)
    law = read_law(path)
    assert (law.title, law.articles[0].text) == ("甲办法", "镕、㐂和“桥”。")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", "甲", Kind.PLAIN),
        ("a.md", "甲", Kind.MARKDOWN),
        ("a.txt", "甲\n# 乙", Kind.MARKDOWN),
        ("a.txt", "\ufeff<!DOCTYPE html><p>甲", Kind.HTML),
        ("a.html", "<x-y>甲</x-y>", Kind.HTML),
        ("a.md", "%PDF-1.7", Kind.PDF),
    ],
)
def test_kinds_of_text_are_told_apart(name: str, content: str, kind: Kind) -> None:
    assert kind_of(content.encode(), Path(name)) is kind
