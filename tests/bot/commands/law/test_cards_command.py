"""``xinqiao cards check``: what it lists and when it fails."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from knowledge.cards import CARDS_FOLDER, CardCollection, Problem, load_cards
from knowledge.errors import BadData
from knowledge.laws.texts.store import LawStore
from tests.bot.commands.conftest import Terminal
from tests.statutes import statutes

CARDS = load_cards()
LAST_CHECKED = max(card.checked for card in CARDS)
TODAY = ("--as-of", str(LAST_CHECKED))


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    store = statutes().store
    monkeypatch.setattr("bot.commands.law.cards.open_store", lambda *_: store)
    monkeypatch.setattr("bot.commands.law.cards.open_cards", lambda held: CardCollection(CARDS, held))


def test_texts_that_were_not_imported_are_listed_and_do_not_fail(terminal: Terminal) -> None:
    result = terminal.types("cards", "check", *TODAY)
    assert result.exit_code == 0, result.stdout
    assert "basis_missing" in result.stdout
    assert "工伤保险条例 14" in result.stdout
    assert f"of {len(CARDS)} cards hold on {LAST_CHECKED}" in result.stdout


def test_strict_fails_for_any_finding(terminal: Terminal) -> None:
    assert terminal.types("cards", "check", "--strict", *TODAY).exit_code == 1


def test_cards_past_their_date_fail(terminal: Terminal) -> None:
    past = max(card.until for card in CARDS) + timedelta(days=1)
    result = terminal.types("cards", "check", "--as-of", str(past))
    assert result.exit_code == 1
    assert Problem.EXPIRED.value in result.stdout
    assert f"0 of {len(CARDS)} cards hold" in result.stdout


def test_json_counts_every_category(terminal: Terminal) -> None:
    value = json.loads(terminal.types("cards", "check", "--json", *TODAY).stdout)
    assert sum(one["all"] for one in value["coverage"].values()) == value["totals"]["cards"] == len(CARDS)
    assert sum(one["valid"] for one in value["coverage"].values()) == value["totals"]["valid"]
    assert len(value["findings"]) == value["totals"]["findings"] > 0


def test_a_card_that_is_wrong_is_one_line(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(_: LawStore) -> CardCollection:
        raise BadData(file=str(Path(CARDS_FOLDER.name) / "night.md"), place="basis", problem="unknown")

    monkeypatch.setattr("bot.commands.law.cards.open_cards", wrong)
    line = terminal.line("cards", "check")
    assert "night.md" in line
    assert "basis" in line


def test_a_day_that_is_no_day_is_one_line(terminal: Terminal) -> None:
    assert terminal.line("cards", "check", "--as-of", "soon").startswith("--as-of: was 'soon'")
