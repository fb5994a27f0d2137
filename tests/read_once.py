"""What never changes while tests run is read once in each process, not once for each house.

Nothing here may change what a house does: the same values are given, only sooner.
"""

import inspect
import pickle
import ssl
from collections.abc import Callable, Hashable
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType, SimpleNamespace
from typing import Any

import pytest
from aiogram.client.session import aiohttp as aiogram_session
from aiogram.dispatcher.event import handler as aiogram_handler

from bot.wording.catalogue import Wording
from knowledge import datafile
from knowledge.crisis import load_crisis_detector
from knowledge.same_matter.comparison import load_same_matter
from knowledge.triage.open_questions import load_open_questions
from knowledge.triage.taxonomy import load_taxonomy
from knowledge.triage.triage import load_triage
from mediation.papers.templates import load_templates
from tests.statutes import ROOT, dictionary, statutes


def _once(make: Callable[..., Any]) -> Callable[..., Any]:
    made: list[Any] = []

    def give(*args: Any, **kwargs: Any) -> Any:
        if not made:
            made.append(make(*args, **kwargs))
        return made[0]

    return give


READ_ONCE: dict[str, Any] = {
    "knowledge.Lexicon": lambda **_: dictionary(),
    "composition.load_taxonomy": cache(load_taxonomy),
    "composition.load_open_questions": cache(load_open_questions),
    "knowledge.load_crisis_detector": _once(load_crisis_detector),
    "knowledge.load_triage": _once(load_triage),
    "knowledge.load_same_matter": _once(load_same_matter),
    "knowledge.open_library": _once(lambda *_: statutes().warm(datetime.now(UTC).date())),
    "composition.Wording": cache(Wording),
    "procedure.load_templates": cache(load_templates),
}
"""Names of ``bot.app`` under which a house asks for what takes long to read."""


def put(name: str, give: Any) -> None:
    """For a program of its own, where nothing has to be put back: ``name`` is one of ``READ_ONCE``."""
    room, _, attribute = name.partition(".")
    setattr(import_module(f"bot.app.{room}"), attribute, give)


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dictionary, laws and their index, taxonomy, wording, templates."""
    for name, give in READ_ONCE.items():
        monkeypatch.setattr(f"bot.app.{name}", give)


async def _no_pause(_seconds: float) -> None:
    return None


def _signatures() -> Callable[[Callable[..., Any]], inspect.Signature]:
    """The parameters of a handler follow from its code: a router that is made anew has the same."""
    known = dict[tuple[CodeType, bool], inspect.Signature]()

    def signature(called: Callable[..., Any]) -> inspect.Signature:
        function = getattr(called, "__func__", called)
        if not isinstance(function, FunctionType) or hasattr(function, "__signature__"):
            return inspect.signature(called)
        key = (function.__code__, function is called)
        if key not in known:
            known[key] = inspect.signature(called)
        return known[key]

    return signature


def _data_of_ours() -> Callable[[Path], Any]:
    """Reads a data file of the project once; whoever asks again gets a copy of their own."""
    read, kept = datafile.read_data, dict[Hashable, bytes]()

    def read_data(path: Path) -> Any:
        if not path.is_relative_to(ROOT) or not path.is_file():
            return read(path)
        state = path.stat()
        key = (path, state.st_mtime_ns, state.st_size)
        if key not in kept:
            kept[key] = pickle.dumps(read(path))
        return pickle.loads(kept[key])

    return read_data


def read_sparingly(patch: pytest.MonkeyPatch) -> None:
    """For a whole run: no certificates are loaded and no pause is made for TLS, which the sandbox does not
    speak; the parameters of a handler and a data file of the project are looked at once.
    """
    plain = SimpleNamespace(create_default_context=cache(ssl.create_default_context))
    quick = SimpleNamespace(sleep=_no_pause, TimeoutError=TimeoutError)
    looks = SimpleNamespace(**vars(inspect) | {"signature": _signatures()})
    patch.setattr(aiogram_session, "ssl", plain)
    patch.setattr(aiogram_session, "asyncio", quick)
    patch.setattr(aiogram_handler, "inspect", looks)
    patch.setattr(datafile, "read_data", _data_of_ours())
