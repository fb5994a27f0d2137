"""``xinqiao laws index``: the kept index, and the vectors where there is a model."""

from datetime import date

import pytest

from knowledge.search.vectors import VECTORS_FILE
from tests.bot.commands.conftest import Terminal
from tests.fakes.meaning import Counted, a_store


class Small:
    """A library of four articles."""

    store = a_store()

    def warm(self, _as_of: date) -> "Small":
        return self


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, terminal: Terminal) -> None:
    monkeypatch.setattr("bot.commands.law.index.open_library", lambda *_: Small())
    monkeypatch.setenv("XINQIAO_LAW__INDEX", str(terminal.folder / "index"))


def test_the_vectors_are_made_once_and_only_when_asked(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.search.vectors.open_model", lambda _: Counted())
    file = terminal.folder / "index" / VECTORS_FILE
    assert terminal.types("laws", "index").stdout.endswith("index: 4 articles\n")
    assert not file.exists()
    assert terminal.types("laws", "index", "--vectors").stdout.endswith("index: 4 vectors made\n")
    assert file.stat().st_size
    assert terminal.types("laws", "index", "--vectors").stdout.endswith("index: 0 vectors made\n")


def test_without_the_model_one_line_says_what_to_install(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.search.vectors.open_model", lambda _: None)
    result = terminal.types("laws", "index", "--vectors")
    assert result.exit_code == 2
    assert "pip install 'xinqiao[vectors]'" in result.stderr


def test_without_a_folder_there_is_nothing_to_keep_it_in(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XINQIAO_LAW__INDEX", "")
    assert terminal.line("laws", "index").startswith("law.index: is empty")
