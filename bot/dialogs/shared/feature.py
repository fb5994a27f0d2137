"""What a folder of the dialogs adds to the bot, as one object; the list is ``bot.dialogs.features``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aiogram import Router
from aiogram.fsm.state import State, StatesGroup


@dataclass(frozen=True)
class MenuCommand:
    """A command in Telegram's own menu; its help line is the wording's ``command-NAME``."""

    name: str
    place: int
    """Where it stands: the smaller, the higher."""


@dataclass(frozen=True)
class Feature:
    """One feature: its routers, its commands, and what its handlers name as parameters.

    The letters it sends stand in ``bot.outbound.letters``, in the module of its name.
    """

    name: str
    routers: Callable[[], tuple[Router, ...]]
    """Fresh ones at each call, in the order in which they are asked: a router can be attached only once."""
    commands: tuple[MenuCommand, ...] = ()
    states: tuple[type[StatesGroup], ...] = ()
    """Where a conversation can stand while something is asked."""
    at_work: frozenset[State] = frozenset()
    """Those of them in which staff may tell of somebody else; elsewhere they are taken at their word."""
    needs: frozenset[str] = frozenset()
    """Names of the dispatcher's data; the composition root provides them."""


def missing(features: tuple[Feature, ...], data: Mapping[str, object]) -> dict[str, list[str]]:
    """What each feature needs and nobody provides; empty where all is provided."""
    lacking = {one.name: sorted(one.needs - data.keys()) for one in features}
    return {name: names for name, names in lacking.items() if names}
