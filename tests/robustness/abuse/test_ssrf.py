"""Nothing that people send makes this program open an address or a file of its own machine."""

import ast
from pathlib import Path
from typing import Any

import pytest

from bot.outbound.outgoing import Album, Copy
from bot.outbound.sender import Rejected
from knowledge.laws.reading import read_law
from mediation.model.cases.content import Content
from tests.house import House
from tests.journeys import steps

ROOT = Path(__file__).parents[3]
PLACES = (
    "/etc/passwd",
    "file:///etc/passwd",
    "http://169.254.169.254/latest",
    "https://x.example/a.jpg",
    "../a",
    "",
)
FETCHES = {"get_file", "download", "download_file", "urlopen", "urlretrieve", "download_to_drive"}


@pytest.mark.parametrize("file", PLACES)
@pytest.mark.parametrize("kind", ["photo", "document"])
async def test_a_file_that_is_a_path_or_an_address_is_never_sent(house: House, file: str, kind: str) -> None:
    await house.zhang.starts()
    content = Content(kind=kind, file=file)
    for outgoing in (Copy(1, content), Album([(1, content), (2, content)])):
        with pytest.raises(Rejected, match="not a file of Telegram"):
            await house.app.sender.send(house.zhang.id, outgoing)


async def test_files_go_from_chat_to_chat_and_are_never_fetched(house: House) -> None:
    await steps.a_conversation(house, house.zhang, house.lawyer)
    trap = house.sandbox.faults.add("error", method="getFile")
    await house.zhang.sends("photo", caption="http://127.0.0.1:1/看这里")
    await house.lawyer.waits_for("看这里")
    await steps.settled(house)
    assert trap in list(house.sandbox.faults)


def test_no_line_of_the_program_fetches_what_somebody_names() -> None:
    found = {
        (file.name, node.attr)
        for folder in ("bot", "mediation", "storage", "knowledge")
        for file in (ROOT / folder).rglob("*.py")
        if "sandbox" not in file.parts
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in FETCHES
    }
    assert found == set()


def test_a_page_that_is_imported_is_read_and_nothing_in_it_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_line(*_: Any, **__: Any) -> None:
        raise AssertionError("somebody opened a line")

    monkeypatch.setattr("socket.socket.connect", no_line)
    page = tmp_path / "规定.html"
    loads = '<img src="http://127.0.0.1:1/a"><link href="http://127.0.0.1:1/b"><iframe src="file:///etc/passwd"></iframe>'
    page.write_text(
        f"<html><head>{loads}</head><h1>车间规定</h1><p>第一条 夜班费照发。</p></html>", encoding="utf-8"
    )
    assert "root:" not in str(read_law(page).articles)
