"""Law files into the library: every outcome and every obstacle, on invented rules."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.laws.catalogue.catalogue import Catalogue, Level, load_catalogue
from knowledge.laws.importing.plan import CannotImport, Held, ImportOptions, ImportPlan, Outcome
from knowledge.laws.importing.run import carry_out, plan_import, read_files
from knowledge.laws.reading import LIMITS
from knowledge.laws.texts.library_file import LibraryFile
from tests.knowledge.laws.reading.papers import with_entry, write_docx

TODAY = date(2026, 11, 24)
CATALOGUE = load_catalogue()
COMPANY = ImportOptions(level=Level.COMPANY)
NIGHT = "青石泵业有限公司夜班办法"
NOTHING = Held()
DIGITS = "零一二三四五六七八九十"


def rule(
    folder: Path, name: str, title: str = NIGHT, day: str = "2024-03-05", first: int = 1, last: int = 3
) -> Path:
    """A rule in our own words; `day` goes into the name of the file."""
    lines = [f"# {title}", *(f"第{DIGITS[n]}条 夜班第{n}件事先问班组长。" for n in range(first, last + 1))]
    path = folder / (f"{name}({day}).md" if day else f"{name}.md")
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def plan(
    *paths: Path, options: ImportOptions = COMPANY, held: Held = NOTHING, catalogue: Catalogue = CATALOGUE
) -> ImportPlan:
    return plan_import(read_files(paths), catalogue, held, options, TODAY)


def obstacle(*paths: Path, options: ImportOptions = COMPANY, held: Held = NOTHING) -> CannotImport:
    (problem,) = plan(*paths, options=options, held=held).problems
    assert isinstance(problem, CannotImport)
    return problem


def test_a_company_rule_is_a_new_law_under_its_own_title(tmp_path: Path) -> None:
    (planned,) = plan(rule(tmp_path, "a")).texts
    text = planned.text
    assert (planned.outcome, planned.newest) == (Outcome.NEW_LAW, True)
    assert (text.short, text.level, text.passed, text.file) == (
        NIGHT, Level.COMPANY, date(2024, 3, 5), "a(2024-03-05).md",
    )  # fmt: skip


@pytest.mark.parametrize("title", [NIGHT, "青石泵业有限公司奖惩条例"])
def test_a_law_nobody_listed_needs_its_level_and_is_not_lifted_by_its_name(
    tmp_path: Path, title: str
) -> None:
    wrong = obstacle(rule(tmp_path, "a", title), options=ImportOptions())
    assert wrong.problem == "level_needed"
    assert "--level" in str(wrong)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("青石市夜班条例", Level.REGULATION),
        ("最高人民法院关于夜班若干问题的规定（三）", Level.INTERPRETATION),
    ],
)
def test_a_level_that_the_title_tells_is_guessed_and_said(tmp_path: Path, title: str, level: Level) -> None:
    (planned,) = plan(rule(tmp_path, "a", title), options=ImportOptions()).texts
    assert (planned.text.level, planned.guessed) == (level, True)


def test_the_catalogue_names_and_dates_a_law_that_it_lists(tmp_path: Path) -> None:
    path = rule(tmp_path, "a", "《带薪年休假条例》", day="", last=10)
    (planned,) = plan(path).texts
    text = planned.text
    assert (text.short, text.level) == ("职工带薪年休假条例", Level.REGULATION)
    assert (text.passed, text.in_force) == (date(2007, 12, 14), date(2008, 1, 1))


def test_a_file_with_another_count_than_promised_is_refused(tmp_path: Path) -> None:
    wrong = obstacle(rule(tmp_path, "a", "工伤保险条例", day="2010-12-20"))
    assert wrong.problem == "wrong_count"
    assert wrong.facts["place"] == "the catalogue promises 67, the file has 3"
    assert wrong.facts["file"] == "a(2010-12-20).md"


def test_a_text_without_a_day_asks_for_it(tmp_path: Path) -> None:
    path = rule(tmp_path, "a", day="")
    assert obstacle(path).problem == "no_date"
    kept = plan(rule(tmp_path, "b")).to_keep
    assert obstacle(path, held=Held(library=tuple(kept))).problem == "no_date"
    (planned,) = plan(path, options=replace(COMPANY, passed=date(2024, 1, 2))).texts
    assert planned.text.passed == date(2024, 1, 2)


def test_parts_are_joined_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    later, first = rule(tmp_path, "a", first=4, last=6), rule(tmp_path, "b")
    (planned,) = plan(later, first).texts
    assert [row.number for row in planned.text.rows] == [1, 2, 3, 4, 5, 6]
    assert planned.text.file == f"{first.name} … {later.name}"
    assert planned.files == (later, first)


@pytest.mark.parametrize(
    ("ranges", "problem", "place"),
    [
        (((2, 3),), "gap", "begins with 第2条"),
        (((2, 3), (5, 6)), "gap", "begins with 第2条"),
        (((1, 3), (4, 5), (7, 8)), "gap", "第5条之后是第7条"),
        (((1, 3), (4, 6), (6, 8)), "twice", "第6条之后是第6条"),
    ],
)
def test_parts_that_do_not_meet_are_refused(
    tmp_path: Path, ranges: tuple[tuple[int, int], ...], problem: str, place: str
) -> None:
    parts = [rule(tmp_path, f"{first}", first=first, last=last) for first, last in ranges]
    wrong = obstacle(*parts)
    assert (wrong.problem, wrong.facts["place"]) == (problem, place)
    assert str(wrong.facts["file"]).startswith(place[-2] if len(ranges) > 2 else "2")


def test_two_files_of_one_law_and_day_must_be_equal(tmp_path: Path) -> None:
    one, two = rule(tmp_path, "a"), rule(tmp_path, "b")
    (planned,) = plan(one, two).texts
    assert [file.name for file in planned.files] == [one.name, two.name]
    two.write_text(two.read_text(encoding="utf-8").replace("班组长", "值班长"), encoding="utf-8")
    wrong = obstacle(one, two)
    assert wrong.problem == "two_laws_one_name"
    assert wrong.facts["file"] == f"{one.name}, {two.name}"


def test_a_short_title_may_not_mean_another_law_already(tmp_path: Path) -> None:
    path = rule(tmp_path, "a")
    assert obstacle(path, options=replace(COMPANY, short="工伤条例")).problem == "name_taken"
    assert obstacle(path, options=replace(COMPANY, short="夜")).problem == "bad_short"
    assert obstacle(path, options=replace(COMPANY, title="夜", short="夜班办法")).problem == "bad_short"


def test_a_short_title_is_for_one_law(tmp_path: Path) -> None:
    two = rule(tmp_path, "a"), rule(tmp_path, "b", "青石泵业有限公司食堂办法")
    assert obstacle(*two, options=replace(COMPANY, short="夜班办法")).problem == "one_law_only"


@pytest.fixture
def kept(tmp_path: Path) -> LibraryFile:
    """A library file that holds the invented rule."""
    library = LibraryFile(tmp_path / "var" / "library.db")
    carry_out(plan(rule(tmp_path, "kept")), library)
    return library


def test_the_same_file_again_changes_nothing(tmp_path: Path, kept: LibraryFile) -> None:
    held = Held(library=tuple(kept.texts()))
    again = plan(rule(tmp_path, "again"), options=ImportOptions(), held=held)
    assert [planned.outcome for planned in again.texts] == [Outcome.UNCHANGED]
    assert carry_out(again, kept) == 0


def test_another_text_of_the_same_day_replaces_and_says_what_changes(
    tmp_path: Path, kept: LibraryFile
) -> None:
    path = rule(tmp_path, "a", last=4)
    path.write_text(path.read_text(encoding="utf-8").replace("第2件事", "第2桩事"), encoding="utf-8")
    (planned,) = plan(path, held=Held(library=tuple(kept.texts()))).texts
    assert planned.outcome is Outcome.REPLACES
    assert (planned.changes.added, planned.changes.changed) == (("4",), ("2",))


@pytest.mark.parametrize(("day", "newest"), [("2025-01-02", True), ("2020-01-02", False)])
def test_a_text_of_another_day_is_a_version(
    tmp_path: Path, kept: LibraryFile, day: str, newest: bool
) -> None:
    path = rule(tmp_path, "a", day=day)
    (planned,) = plan(path, held=Held(library=tuple(kept.texts()))).texts
    assert (planned.outcome, planned.newest) == (Outcome.NEW_VERSION, newest)


def test_a_file_without_articles_is_passed_over_only_in_a_folder(tmp_path: Path) -> None:
    notice = tmp_path / "notice.md"
    notice.write_text("# 通知\n\n食堂周三休息。", encoding="utf-8")
    rule(tmp_path, "a")
    in_folder = plan(tmp_path)
    assert (len(in_folder.texts), len(in_folder.skipped), in_folder.problems) == (1, 1, ())
    (problem,) = plan(notice).problems
    assert problem.facts["problem"] == "no_articles"


def broken_files(folder: Path) -> Iterator[tuple[Path, str]]:
    for name, numbers, problem in (("gap", "一三", "gap"), ("twice", "一一", "twice")):
        path = folder / f"{name}.md"
        path.write_text("# 夜班细则\n\n" + "\n\n".join(f"第{n}条 甲。" for n in numbers), encoding="utf-8")
        yield path, problem
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 and nothing more")
    yield folder / "broken.docx", "broken"
    good = write_docx(folder / "good.docx")
    bomb = with_entry(good, folder / "bomb.docx", "word/media/noise.bin", bytes(3 * 1024 * 1024))
    yield bomb, "packed_too_large"
    (folder / "large.txt").write_bytes("夜".encode() * 40_000)
    yield folder / "large.txt", "too_large"


def test_one_bad_file_stops_the_import_and_every_bad_file_is_named(tmp_path: Path, kept: LibraryFile) -> None:
    before = kept.path.read_bytes()
    bad = dict(broken_files(tmp_path))
    paths = [*bad, rule(tmp_path, "new", day="2025-01-02"), tmp_path / "none.md"]
    stopped = plan_import(read_files(paths, replace(LIMITS, file=100_000)), CATALOGUE, Held(), COMPANY, TODAY)
    told = [(Path(str(p.facts["file"])), p.facts["problem"]) for p in stopped.problems]
    assert told == [*bad.items(), (tmp_path / "none.md", "not_found")]
    with pytest.raises(KnowledgeError):
        carry_out(stopped, kept)
    assert kept.path.read_bytes() == before
