"""The table of methods says all that the sandbox takes, and takes it however it comes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram import methods as aiogram_methods

from bot.sandbox import Person, Sandbox
from bot.sandbox.bot_api.bot_api import HANDLERS, UPDATE_METHODS
from bot.sandbox.bot_api.method_table import MethodTable

TABLE = MethodTable.load()


def test_every_method_of_the_table_is_done_and_no_other() -> None:
    assert set(TABLE.methods) == set(HANDLERS) | UPDATE_METHODS


@pytest.mark.parametrize("method", sorted(TABLE.methods))
def test_every_field_of_the_table_is_one_of_the_bot_api(method: str) -> None:
    real = getattr(aiogram_methods, method[0].upper() + method[1:]).model_fields
    assert set(TABLE.methods[method]) <= set(real)


@pytest.mark.parametrize("method", sorted(TABLE.methods))
def test_every_field_that_the_bot_api_requires_is_required(method: str) -> None:
    real = getattr(aiogram_methods, method[0].upper() + method[1:]).model_fields
    required = {name for name, field in TABLE.methods[method].items() if field.required}
    assert required >= {name for name, field in real.items() if field.is_required()}


def test_a_type_that_does_not_exist_is_found_at_once(tmp_path: Path) -> None:
    wrong = tmp_path / "methods.toml"
    wrong.write_text('[sendX]\ntext = "string!"', encoding="utf-8")
    with pytest.raises(ValueError, match=r"sendX\.text: no such type: string!"):
        MethodTable.load(wrong)


MARKUP = '{"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}'


@pytest.mark.parametrize(
    "request_",
    [
        {"params": {"chat_id": "1001", "text": "x", "disable_notification": "true"}},
        {"data": {"chat_id": "1001", "text": "x", "protect_content": "True", "reply_markup": MARKUP}},
        {"json": {"chat_id": 1001, "text": "x", "protect_content": True, "reply_markup": MARKUP}},
        {"json": {"chat_id": "1001", "text": "x", "entities": None}},
        {"data": aiohttp.FormData({"chat_id": "1001", "text": "x"}, default_to_multipart=True)},
    ],
    ids=["query", "form", "json", "null", "multipart"],
)
async def test_arguments_come_in_every_way(
    sandbox: Sandbox, http: aiohttp.ClientSession, zhang: Person, request_: dict[str, Any]
) -> None:
    address = f"{sandbox.base_url}/bot{sandbox.token}/SENDMESSAGE"
    async with http.post(address, **request_) as response:
        assert response.status == 200, await response.text()
    assert zhang.last().text == "x"
