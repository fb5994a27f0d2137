"""What each room of the dialogs publishes is what its handlers name, and the list of rooms holds together."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from aiogram import Router
from aiogram.fsm.storage.memory import MemoryStorage

import bot.dialogs
from bot.dialogs.dispatcher import NotProvided, make_dispatcher
from bot.dialogs.features import BEFORE_WINDOWS, FEATURES, menu_commands
from bot.dialogs.shared.feature import Feature, MenuCommand
from bot.wording.catalogue import LANGUAGES, Wording

ROOMS = Path(bot.dialogs.__file__).parent
ALL = (*BEFORE_WINDOWS, *FEATURES)
PROVIDED = frozenset[str]().union(*(one.needs for one in ALL))
WITHOUT_FEATURE = {"shared", "limits", "updates"}
"""What all rooms share, what is counted, and the way in: nobody is answered from there."""


def functions(room: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for file in sorted((ROOMS / room).glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name != "__init__":
                yield node


def parameters(room: str) -> Iterator[ast.arg]:
    for function in functions(room):
        yield from (*function.args.args, *function.args.kwonlyargs)


def named_by_filters(feature: Feature) -> set[str]:
    def below(router: Router) -> Iterator[Any]:
        for one in router.chain_tail:
            for observer in one.observers.values():
                for handler in observer.handlers:
                    yield from (found.callback for found in handler.filters or ())

    found = [one for router in feature.routers() for one in below(router)]
    return {name for one in found if callable(one) for name in signature(one).parameters}


def passing() -> Any:
    async def handle(handler: Any, event: Any, data: Any) -> Any:
        return await handler(event, data)

    return handle


def test_every_room_that_answers_has_one_feature_of_its_name() -> None:
    rooms = {path.parent.name for path in ROOMS.glob("*/__init__.py")} - WITHOUT_FEATURE
    assert Counter(one.name for one in ALL) == Counter(rooms)


@pytest.mark.parametrize("feature", ALL, ids=lambda one: one.name)
def test_a_feature_says_it_needs_what_its_handlers_name_and_nothing_more(feature: Feature) -> None:
    named = {one.arg for one in parameters(feature.name)} | named_by_filters(feature)
    assert named & PROVIDED == feature.needs


def test_what_is_named_is_of_one_type_wherever_it_is_named() -> None:
    types = defaultdict(set)
    for feature in ALL:
        for one in parameters(feature.name):
            if one.arg in PROVIDED and one.annotation is not None:
                types[one.arg].add(ast.unparse(one.annotation).removesuffix(" | None"))
    assert {name: kinds for name, kinds in types.items() if len(kinds) > 1} == {}


def test_nothing_starts_while_somebody_needs_what_nobody_provides() -> None:
    lost = Feature("lost", lambda: (), needs=frozenset({"a_thing"}))
    with pytest.raises(NotProvided, match=r"lost.*a_thing"):
        make_dispatcher(MemoryStorage(), (), (lost,), {}, passing(), passing())


def test_a_command_stands_in_the_menu_where_its_feature_puts_it() -> None:
    high, low = (Feature(n, lambda: (), (MenuCommand(n, place),)) for n, place in (("high", 1), ("low", 9)))
    assert menu_commands((low, high)) == ["high", "low"]


def test_every_command_of_the_menu_has_one_place_and_its_help_line_in_each_language() -> None:
    places = [command.place for one in ALL for command in one.commands]
    assert len(places) == len(set(places)) == len(menu_commands(ALL))
    words = Wording()
    assert all(
        words.plain(language, f"command-{name}") for language in LANGUAGES for name in menu_commands(ALL)
    )
