"""What is started by hand can be started: a name changed elsewhere is found here, not by who measures."""

from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BY_HAND = ("tests.bench", "tests.fuzz", "tests.soak")


@pytest.mark.parametrize("program", BY_HAND)
def test_every_module_of_it_takes_only_what_is_there(program: str) -> None:
    for path in sorted((ROOT / program.replace(".", "/")).glob("*.py")):
        import_module(f"{program}.{path.stem}" if path.stem != "__init__" else program)
