"""``xinqiao laws`` in the terminal: what it says, its exit codes, and bad input that changes nothing."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import make_app
from bot.commands.law import laws
from knowledge.laws.catalogue.catalogue import Catalogue, LawEntry, load_catalogue
from knowledge.laws.texts.library_file import LibraryFile
from tests.bot.commands.conftest import Terminal
from tests.statutes import SHARED_LAWS

app = make_app()

NIGHT = "青石泵业有限公司夜班办法"
RULE = f"# {NIGHT}\n\n第一条 夜里先开灯。\n\n第二条 天亮再关灯。\n"
LABOUR = load_catalogue().entry("劳动法")


@pytest.fixture(autouse=True)
def few_laws(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of two laws: reading all of them takes seconds."""
    assert LABOUR
    injury = load_catalogue().entry("工伤保险条例")
    old = LawEntry(short="旧夜班办法", official="旧夜班办法", superseded_by="劳动法")
    catalogue = Catalogue(law=(LABOUR, old, *([injury] if injury else [])))
    for place in ("bot.commands.law.laws.load_catalogue", "knowledge.laws.texts.store.load_catalogue"):
        monkeypatch.setattr(place, lambda: catalogue)


@pytest.fixture
def library(terminal: Terminal) -> LibraryFile:
    path = terminal.folder / "library.db"
    terminal.settings.write_text(
        f'[database]\nurl = "{terminal.url}"\n[law]\nlibrary = "{path}"\n', encoding="utf-8"
    )
    return LibraryFile(path)


@pytest.fixture
def kept(terminal: Terminal, library: LibraryFile) -> LibraryFile:
    file = terminal.file("night(2024-03-05).md", RULE)
    assert terminal.types("laws", "import", file, "--level", "company").exit_code == 0
    return library


def test_an_import_says_what_it_kept(terminal: Terminal, library: LibraryFile) -> None:
    file = terminal.file("night(2024-03-05).md", RULE)
    result = terminal.types("laws", "import", file, "--level", "company", "--short", "夜班办法")
    assert result.exit_code == 0
    assert "new law, counts from its passing, 2024-03-05" in result.stdout
    assert "1 kept; a running bot answers with them after its next start" in result.stdout
    assert [head.short for head in library.heads()] == ["夜班办法"]


def test_a_dry_run_changes_nothing(terminal: Terminal, library: LibraryFile) -> None:
    file = terminal.file("night(2024-03-05).md", RULE)
    result = terminal.types("laws", "import", file, "--level", "company", "--dry-run")
    assert "1 to keep; nothing was changed (--dry-run)" in result.stdout
    assert not library.path.exists()


def test_an_older_text_with_other_articles_says_which(terminal: Terminal, kept: LibraryFile) -> None:
    changed = terminal.file("again(2024-03-05).md", RULE.replace("天亮", "收工"))
    assert "1 changed: 2" in terminal.types("laws", "import", changed).stdout
    older = terminal.file("older(2020-03-05).md", RULE)
    assert "new version, older" in terminal.types("laws", "import", older).stdout


def test_a_plan_is_there_for_machines(terminal: Terminal, kept: LibraryFile) -> None:
    file = terminal.file("again(2024-03-05).md", RULE)
    value = json.loads(terminal.types("laws", "import", file, "--json").stdout)
    (text,) = value["texts"]
    assert (text["outcome"], text["passed"], text["articles"]) == ("unchanged", "2024-03-05", 2)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("gap(2024-03-05).md", RULE.replace("第二条", "第三条"), "gap, 第1条之后是第3条"),
        ("twice(2024-03-05).md", RULE.replace("第二条", "第一条"), "twice, 第1条"),
        ("broken.docx", b"PK\x03\x04", "broken"),
        ("notice.md", "# 通知\n\n周三休息。", "no_articles"),
        ("undated.md", RULE, "no_date: the file does not say when"),
        (
            "injury(2010-12-20).md",
            RULE.replace(NIGHT, "工伤条例"),
            "the catalogue promises 67, the file has 2",
        ),
    ],
)
def test_a_bad_file_is_one_line_and_keeps_the_library(
    terminal: Terminal, kept: LibraryFile, name: str, content: str | bytes, words: str
) -> None:
    before = kept.path.read_bytes()
    good = terminal.file("good(2025-03-05).md", RULE)
    line = terminal.line("laws", "import", good, terminal.file(name, content), "--level", "company")
    assert name in line
    assert words in line
    assert kept.path.read_bytes() == before


def test_a_law_that_nobody_listed_asks_for_its_level(terminal: Terminal, library: LibraryFile) -> None:
    line = terminal.line("laws", "import", terminal.file("night(2024-03-05).md", RULE))
    assert "level_needed" in line
    assert "--level" in line


@pytest.mark.parametrize("option", ["--passed", "--in-force"])
def test_a_day_is_written_in_one_way(terminal: Terminal, library: LibraryFile, option: str) -> None:
    file = terminal.file("night.md", RULE)
    assert terminal.line("laws", "import", file, option, "5.3.2024").startswith(f"{option}: was '5.3.2024'")


def test_an_article_is_shown_as_it_stood_on_a_day(terminal: Terminal, kept: LibraryFile) -> None:
    terminal.types("laws", "import", terminal.file("new(2025-03-05).md", RULE.replace("开灯", "点灯")))
    old = terminal.types("laws", "show", NIGHT, "1", "--as-of", "2024-06-01").stdout
    assert f"《{NIGHT}》第一条" in old
    assert "夜里先开灯。" in old
    assert "通过 2024-03-05，施行 未核对，来源 night(2024-03-05).md；2024-06-01 当日有效" in old
    assert "夜里先点灯。" in terminal.types("laws", "show", NIGHT, "第一条").stdout


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("劳动法", "400"), "劳动法: there is no article 400; it has 1 to 107"),
        (("工伤条例", "14"), "工伤保险条例: the text is not in the library; bring it with"),
        (("海底法", "1"), "海底法: no law of this name is known"),
        (("劳动法", "[red]"), "article: was '[red]'; it is written 14"),
    ],
)
def test_what_cannot_be_shown_is_one_line(
    terminal: Terminal, library: LibraryFile, words: tuple[str, str], line: str
) -> None:
    assert terminal.line("laws", "show", *words).startswith(line)


def test_the_list_tells_levels_apart(terminal: Terminal, kept: LibraryFile) -> None:
    every = terminal.types("laws", "list").stdout
    company = terminal.types("laws", "list", "--level", "company").stdout
    assert "劳动法" in every and NIGHT in every
    assert "劳动法" not in company and "imported" in company


def test_a_text_is_removed_only_after_a_yes(terminal: Terminal, kept: LibraryFile) -> None:
    words = ["laws", "remove", NIGHT, "--passed", "2024-03-05", "--settings", str(terminal.settings)]
    assert CliRunner().invoke(app, words, input="n\n").exit_code == 1
    assert len(kept.heads()) == 1
    assert CliRunner().invoke(app, words, input="y\n").exit_code == 0
    assert kept.heads() == []


def test_what_is_brought_in_or_taken_out_is_in_the_audit(terminal: Terminal, kept: LibraryFile) -> None:
    terminal.types("laws", "import", terminal.file("again(2024-03-05).md", RULE))
    terminal.types("laws", "remove", NIGHT, "--passed", "2024-03-05", "--yes")
    lines = map(json.loads, terminal.types("audit", "show", "--json").stdout.splitlines())
    text = f"law:{NIGHT}@2024-03-05"
    assert [(line["subject"], line["facts"]["what"]) for line in lines] == [
        (text, "import"),
        (text, "remove"),
    ]


@pytest.mark.parametrize(
    ("url", "told"),
    [("sqlite:///nowhere/x.db", ""), ("postgresql://x:y@127.0.0.1:1/x", "audit: laws was done")],
)
def test_laws_are_brought_in_where_there_is_no_audit(
    terminal: Terminal, library: LibraryFile, url: str, told: str
) -> None:
    words = terminal.settings.read_text(encoding="utf-8").replace(terminal.url, url)
    terminal.settings.write_text(words, encoding="utf-8")
    result = terminal.types("laws", "import", terminal.file("a(2024-03-05).md", RULE), "--level", "company")
    assert result.exit_code == 0
    assert "1 kept" in result.stdout
    assert result.stderr.startswith(told) and len(result.stderr.splitlines()) == bool(told)


def test_what_was_not_imported_is_not_removed(terminal: Terminal, kept: LibraryFile) -> None:
    line = terminal.line("laws", "remove", NIGHT, "--passed", "2024-03-06", "--yes")
    assert line.endswith("of it there are 2024-03-05")
    assert "nothing of it was imported" in terminal.line("laws", "remove", "劳动法", "--passed", "2018-12-29")


def test_the_audit_ends_with_its_totals(terminal: Terminal, kept: LibraryFile) -> None:
    result = terminal.types("laws", "audit")
    assert result.exit_code == 0
    assert "2 laws in 2 texts, 109 articles" in result.stdout
    assert "工伤保险条例" in result.stdout and "not imported" in result.stdout
    assert NIGHT not in result.stdout
    assert NIGHT in terminal.types("laws", "audit", "--all").stdout


def test_a_law_lost_to_a_fault_is_exit_code_one(
    terminal: Terminal, library: LibraryFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert LABOUR
    wrong = Catalogue(law=(LABOUR.model_copy(update={"articles": 108}),))
    monkeypatch.setattr("bot.commands.law.laws.load_catalogue", lambda: wrong)
    result = terminal.types("laws", "audit", "--json")
    assert result.exit_code == laws.LOST
    value = json.loads(result.stdout)
    assert value["totals"]["lost"] == 1
    assert value["lines"][0]["faults"] == [{"code": "count", "detail": "107 != 108"}]


@pytest.mark.parametrize(
    "words", [("audit",), ("list",), ("show", "劳动法", "1"), ("remove", "劳动法", "--passed", "2024-01-01")]
)
def test_a_library_that_is_no_library_is_one_line(
    terminal: Terminal, library: LibraryFile, words: tuple[str, ...]
) -> None:
    library.path.write_bytes(b"no database at all" * 100)
    assert "law_library_broken" in terminal.line("laws", *words)


@pytest.mark.skipif(not SHARED_LAWS.is_dir(), reason="the folder of official texts is not here")
def test_an_official_regulation_is_imported_under_its_short_title(
    terminal: Terminal, library: LibraryFile
) -> None:
    file: Path = next(SHARED_LAWS.rglob("工伤保险条例*.md"))
    assert terminal.types("laws", "import", file).exit_code == 0
    (head,) = library.heads()
    assert (head.short, head.passed) == ("工伤保险条例", date(2010, 12, 20))
    shown = terminal.types("laws", "show", "工伤条例", "14", "--as-of", "2012-01-01").stdout
    assert "《工伤保险条例》第十四条" in shown
    assert "2012-01-01 当日有效" in shown
