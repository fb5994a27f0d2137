"""Rooms that can be overlooked: at most fifteen modules a folder, and tests stand where the code does."""

from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
LAYERS = ("bot", "knowledge", "mediation", "storage")
MOST = 15
NOT_COUNTED = {"__init__.py", "conftest.py"}


def modules(*tops: str) -> list[Path]:
    found = (path for top in tops for path in (ROOT / top).rglob("*.py"))
    return [path.relative_to(ROOT) for path in found if path.name not in NOT_COUNTED]


def test_no_folder_holds_more_than_fifteen_modules() -> None:
    counted = Counter(path.parent for path in modules(*LAYERS, "tests"))
    assert {str(folder): count for folder, count in counted.items() if count > MOST} == {}


def test_tests_of_a_layer_stand_in_folders_that_the_layer_has() -> None:
    folders = {
        path.parent for top in LAYERS for path in modules(f"tests/{top}") if path.name.startswith("test_")
    }
    strange = [str(one) for one in folders if not (ROOT / one.relative_to("tests")).is_dir()]
    assert sorted(strange) == []
