"""A new feature comes from outside: its own objects, one line in each list, and words."""

from pathlib import Path
from typing import Any

import pytest
from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from fluent.runtime import FluentResource

from bot.app import composition
from bot.dialogs.access import gate
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.feature import Feature, MenuCommand
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.replies import say, toast
from bot.outbound.letters.every_letter import EVERY_LETTER
from bot.outbound.letters.form import FeatureLetters, Form
from bot.wording.catalogue import LANGUAGES, Wording
from mediation.access.rights import Area, Right, Rights, rights
from mediation.model.cases.case import Notice
from storage.unit_of_work.database import Database
from tests.house import open_house
from tests.journeys import steps

WORDS = FluentResource("""
command-tea = 喝茶
tea = 茶在二楼。
tea-button = 叫我
notice-tea = 茶好了。
""")


async def tea(message: Message, guest: Guest) -> None:
    await say(message, guest.words("tea"), [[guest.button("tea-button", "tea_call")]])


async def called(query: CallbackQuery, guest: Guest, database: Database) -> None:
    notice = Notice(to=guest.me.person_id, kind="tea")
    await database.once(guest.ticket, lambda r: r.outbox.post(notice))
    await toast(query)


def tea_router() -> Router:
    router = Router(name="tea")
    router.message.register(tea, Private(), Command("tea"))
    router.callback_query.register(called, Private(), Pressed("tea_call"))
    return router


TEA = Feature("tea", lambda: (tea_router(),), (MenuCommand("tea", 5),), needs=frozenset({"database"}))
LETTERS = FeatureLetters({"tea": Form(buttons=(("tea-button", "tea_call"),))})
RIGHTS = Area(name="Tea", right=(Right(do="tea", ways=("/tea", "tea_call"), who=frozenset({"employee"})),))


@pytest.fixture
def with_tea(monkeypatch: pytest.MonkeyPatch) -> None:
    words, known = Wording(), rights()
    table = Rights(roles=known.roles, duties=known.duties, area=(*known.area, RIGHTS))
    for language in LANGUAGES:
        words._bundles[language].add_resource(WORDS)
    writer = composition.LetterWriter

    def write(*args: Any) -> Any:
        return writer(*args, features=(*EVERY_LETTER, LETTERS))

    monkeypatch.setattr(composition, "FEATURES", (TEA, *composition.FEATURES))
    monkeypatch.setattr(composition, "Wording", lambda: words)
    monkeypatch.setattr(composition, "LetterWriter", write)
    monkeypatch.setattr(gate, "rights", lambda: table)


async def test_a_feature_from_outside_has_its_command_its_button_its_letter_and_its_line_in_the_menu(
    folder: Path, with_tea: None
) -> None:
    async with open_house(folder) as house:
        await house.zhang.says("/tea")
        await house.zhang.waits_for("茶在二楼")
        await steps.push(house.zhang, "叫我")
        letter = await house.zhang.waits_for("茶好了")
        assert letter.button("叫我")
        assert house.app.menu_commands[0] == "tea"


async def test_a_way_in_that_the_table_of_rights_does_not_name_leads_nowhere(
    folder: Path, with_tea: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "rights", rights)
    async with open_house(folder) as house:
        await house.zhang.says("/tea")
        answer = await house.zhang.waits_for("这个命令")
        assert "茶在二楼" not in answer.text
