from pathlib import Path

import pytest

from knowledge.errors import BadData
from mediation.model.procedure.paper import Kind
from mediation.papers.templates import TEMPLATES_FOLDER, load_templates
from mediation.papers.writing import write
from tests.mediation.papers.examples import facts

OURS = (TEMPLATES_FOLDER / "zh-CN" / "opinion.toml").read_text(encoding="utf-8")
OFFICIALESE = ("予以", "特此", "望知悉", "缠访", "闹访", "稳控", "重点人员", "知悉", "贵方", "责令",
               "hereby", "pursuant", "herewith", "aforementioned", "vexatious")  # fmt: skip


def own(folder: Path, old: str = "", new: str = "", kind: str = "opinion") -> Path:
    """An operator's folder with our template, changed in one place."""
    assert old in OURS
    (folder / "zh-CN").mkdir()
    (folder / "zh-CN" / f"{kind}.toml").write_text(OURS.replace(old, new, 1), encoding="utf-8")
    return folder


def part_named(key: str) -> str:
    """The part as it stands in our file."""
    return next("[[part]]" + part for part in OURS.split("[[part]]") if part.startswith(f'\nkey = "{key}"'))


def test_an_operators_template_lies_over_ours(tmp_path: Path) -> None:
    templates = load_templates("zh-CN", own(tmp_path, '信访处理意见书"', '给您的书面意见"'))
    assert write(Kind.OPINION, facts(Kind.OPINION), templates).title == "给您的书面意见"
    assert write(Kind.RECEIPT, facts(Kind.RECEIPT), templates).title == "收件回执"


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ("{opinion}", "{opinoin}", "part.3.text", "unknown placeholder {opinoin}"),
        ("{opinion}", "{opinion} {", "part.3.text", "brace"),
        ("{review_by}", "那天", "{review_by}", "must be there in every case"),
        ("{acts}", "写在后面", "{acts}", "where outcome = supported"),
        ("{accepted_on?}", "{accepted_on}", "part.1.text", "may be missing"),
        ('text = "{help}"', 'text = "有{help}"', "part.11.text", "line of its own"),
        ("{help}", "{outcome}", "part.11.text", "for conditions only"),
        ("outcome = supported", "outcome = granted", "part.6.when", "outcome = supported"),
        ('when = "help"', 'when = "nothing"', "part.11.when", "not a fact"),
        ('heading = "处理意见"', 'heading = "{opinion}"', "part.3.heading", "no placeholder"),
        ('key = "facts"', 'key = "facts"\nwhen = "help"', "part.facts", "信访工作条例 32"),
        ('key = "facts"', 'key = "facts"\ncolour = "red"', "part.2.colour", "not permitted"),
    ],
)
def test_a_broken_template_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, place: str, problem: str
) -> None:
    with pytest.raises(BadData) as refused:
        load_templates("zh-CN", own(tmp_path, old, new))
    assert str(refused.value.facts["file"]).endswith("opinion.toml")
    assert refused.value.facts["place"] == place
    assert problem in str(refused.value.facts["problem"])


@pytest.mark.parametrize("key", ["request", "facts", "opinion", "basis", "result", "remedies"])
def test_no_part_that_the_law_demands_can_be_dropped(tmp_path: Path, key: str) -> None:
    with pytest.raises(BadData) as refused:
        load_templates("zh-CN", own(tmp_path, part_named(key)))
    assert refused.value.facts["place"] == f"part.{key}"


def test_a_file_whose_name_is_no_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="opinions is no kind"):
        load_templates("zh-CN", own(tmp_path, kind="opinions"))


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="no such folder"):
        load_templates("zh-CN", tmp_path / "nothing")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(BadData, match="no templates"):
        load_templates("fr")


@pytest.mark.parametrize("kind", Kind)
def test_both_languages_have_the_same_parts_under_the_same_conditions(kind: Kind) -> None:
    chinese, english = (load_templates(language).by_kind[kind].part for language in ("zh-CN", "en"))
    assert [(part.key, part.when, part.unless) for part in chinese] == [
        (part.key, part.when, part.unless) for part in english
    ]


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_nobody_is_spoken_to_like_a_file(language: str) -> None:
    for path in (TEMPLATES_FOLDER / language).glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        assert [word for word in OFFICIALESE if word in text] == [], path.name
