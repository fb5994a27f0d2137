"""Every way in of the dialogs, the command line and the addresses stands in the table of rights."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import typer
from aiogram import Router
from aiogram.filters import Command, CommandStart, StateFilter
from aiogram.fsm.state import State
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, Chat, Message, MessageEntity, User

from bot.__main__ import make_app
from bot.dialogs.access.gate import way_in
from bot.dialogs.dispatcher import make_dispatcher
from bot.dialogs.features import BEFORE_WINDOWS, FEATURES
from bot.dialogs.related.owner import DEEP_LINK
from bot.dialogs.shared.filters import Pressed
from bot.wording.catalogue import Wording
from mediation.access.rights import rights

GROUPS = {group for one in (*BEFORE_WINDOWS, *FEATURES) for group in one.states}
ANY = "*"


def _dispatcher() -> Any:
    class Watch:
        async def __call__(self, handler: Any, event: Any, data: Any) -> Any:
            return await handler(event, data)

    everything = dict.fromkeys(name for one in (*BEFORE_WINDOWS, *FEATURES) for name in one.needs)
    passes: Any = Watch()
    return make_dispatcher(MemoryStorage(), BEFORE_WINDOWS, FEATURES, everything, passes, passes)


def _filters(router: Router) -> Iterator[Any]:
    for one in router.chain_tail:
        for observer in one.observers.values():
            for handler in observer.handlers:
                yield from (found.callback for found in handler.filters or ())


def _ways(found: Any) -> Iterator[str]:
    if isinstance(found, Pressed):
        yield from found._names
    elif isinstance(found, CommandStart) and found.deep_link:
        yield f"start:{DEEP_LINK}"
    elif isinstance(found, Command):
        yield from (f"/{name}" for name in found.commands)
    elif isinstance(found, State | StateFilter):
        states = found.states if isinstance(found, StateFilter) else (found,)
        named = (one.state for one in states if isinstance(one, State))
        yield from (f"words {one}" for one in named if one not in (None, ANY))


DIALOGS = sorted({way for found in _filters(_dispatcher()) for way in _ways(found)})
STATES = sorted(f"words {one.state}" for group in GROUPS for one in group.__states__)


def _commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    below = getattr(command, "commands", {})
    if not below:
        yield "$ " + " ".join(path)
    for name, one in below.items():
        yield from _commands(one, (*path, name))


LINES = sorted(_commands(typer.main.get_command(make_app())))


def test_the_ways_in_were_found() -> None:
    assert {"/desk", "claim", "start:join_", "words Expecting:result", "sealed_read"} <= set(DIALOGS)
    assert {"$ staff end", "$ vault rotate"} <= set(LINES)


def test_every_way_in_is_named_in_the_table() -> None:
    unnamed = [way for way in (*DIALOGS, *STATES, *LINES) if rights().of_way(way) is None]
    assert unnamed == [], "say in mediation/access/rights.toml who may come in by these"


def test_the_table_names_no_way_that_is_not_there() -> None:
    others = {"inline", "member", "words", "edited", "window", "GET /health", "GET /ready", "POST webhook"}
    named = {way for right in rights().all for way in right.ways}
    assert named - {*DIALOGS, *STATES, *LINES} == others


def test_every_answer_to_whoever_may_not_has_its_words() -> None:
    words = Wording()
    assert all(words.has(key) for right in rights().all for key in (right.denied, right.own) if key)


SOMEBODY = User(id=1, is_bot=False, first_name="张")


def _message(text: str) -> Message:
    slash = [MessageEntity(type="bot_command", offset=0, length=len(text.split()[0]))]
    return Message(
        message_id=1, date=datetime.now(UTC), chat=Chat(id=1, type="private"), from_user=SOMEBODY, text=text,
        entities=slash if text.startswith("/") else None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "state", "way"),
    [
        ("/desk", None, "/desk"),
        ("/desk@our_bot", None, "/desk"),
        ("/nothing", None, "/nothing"),
        ("/start", "Expecting:result", "/start"),
        ("/start join_ABCDEF", None, "start:join_"),
        ("/start from_inline", None, "/start"),
        ("工资没发", None, "words"),
        ("工资没发", "Expecting:result", "words Expecting:result"),
    ],
)
def test_the_way_in_is_read_off_the_message(text: str, state: str | None, way: str) -> None:
    assert way_in(_message(text), state) == way


@pytest.mark.parametrize(("data", "way"), [("x|claim|K7QF-2MRD", "claim"), ("aBc\x1dgo_on", "window")])
def test_the_way_in_is_read_off_the_button(data: str, way: str) -> None:
    assert way_in(CallbackQuery(id="1", from_user=SOMEBODY, chat_instance="1", data=data), None) == way
