"""A whole story goes through the house; then its files are searched for it, byte by byte."""

from pathlib import Path

import pytest

from bot.commands.service.story import play
from bot.settings import VaultSettings
from tests.house import open_house

SAID = (
    "队长把我三个月", "考核表", "排班表", "先问劳资要", "三天内答复您", "补发九月至", "律师您好",
    "小张", "夜班费",
)  # fmt: skip


def in_files(folder: Path) -> list[str]:
    """Words that are in the database or its journal, in any of the ways in which they are written there."""
    there = b"".join(file.read_bytes() for file in sorted(folder.glob("house.db*")))
    forms = {word: (word.encode(), word.encode("unicode_escape"), word.encode("utf-16-le")) for word in SAID}
    return [word for word, written in forms.items() if any(form in there for form in written)]


async def test_nobodys_words_are_in_the_files_before_during_and_after(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []
    async with open_house(folder) as house:
        await play(house.sandbox, house.app, said.append)
        assert in_files(folder) == []
    assert in_files(folder) == []
    assert [word for word in SAID if word not in "".join(said)] == [], "they were said"
    assert not any(word in capsys.readouterr().err for word in SAID)


async def test_without_a_key_the_same_search_finds_them(folder: Path) -> None:
    async with open_house(folder, vault_keys=None, vault=VaultSettings(require=False)) as house:
        await play(house.sandbox, house.app, lambda _line: None)
    assert set(in_files(folder)) >= {"队长把我三个月", "先问劳资要", "补发九月至"}
