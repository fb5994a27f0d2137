"""The list of promises names what is there, and leaves no folder of tests out."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMED = set(re.findall(r"`(tests/[\w/.]+)`", (ROOT / "docs" / "tests.md").read_text(encoding="utf-8")))


def test_every_place_that_the_list_names_is_there() -> None:
    assert len(NAMED) > 40
    assert [name for name in sorted(NAMED) if not (ROOT / name).exists()] == []


def test_every_folder_of_tests_is_named_or_stands_below_one_that_is() -> None:
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / "tests").rglob("test_*.py")}
    named = {Path(name) for name in NAMED}
    covered = {name.parent if name.suffix else name for name in named}
    alone = [str(one) for one in folders - {Path("tests")} if not covered & {one, *one.parents}]
    assert sorted(alone) == []


def test_every_module_with_a_long_run_is_named() -> None:
    mark = "@pytest.mark." + "deep"
    files = (path for path in (ROOT / "tests").rglob("test_*.py") if mark in path.read_text(encoding="utf-8"))
    assert {str(path.relative_to(ROOT)) for path in files} <= NAMED
