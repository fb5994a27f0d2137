"""Follows an update on its real way: which modules have it in hand, from the webhook to the letter."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from types import FrameType
from typing import Any

import pytest

from storage.mail.outbox import SqlOutbox
from storage.unit_of_work.database import Database

OURS = ("bot.", "mediation.", "storage.")
TRANSACTION = "storage.unit_of_work"
"""Wraps the work of a stop in one transaction and hands nothing on."""


def in_hand(frame: FrameType | None) -> list[str]:
    """Modules of ours on the stack, the outermost first: each called the next one."""
    names: list[str] = []
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if name.startswith(OURS) and not name.startswith(TRANSACTION):
            names.append(name)
        frame = frame.f_back
    return list(dict.fromkeys(reversed(names)))


@dataclass
class Way:
    """Where somebody's next update went: each module once, in the order in which it had it in hand."""

    kind: str
    came: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    posted: list[str] = field(default_factory=list)

    @property
    def stops(self) -> list[str]:
        return list(dict.fromkeys([*self.came, *self.asked, *self.posted]))


@contextmanager
def followed(monkeypatch: pytest.MonkeyPatch, kind: str) -> Iterator[Way]:
    """The way of the update that posts the first letter of this kind."""
    way = Way(kind)
    run, post = Database.run, SqlOutbox.post

    async def seen_run(self: Database, work: Any) -> Any:
        stack = in_hand(sys._getframe(1))
        if stack and stack[0].endswith(".webhook"):
            way.came = way.came or stack
        elif any(name.startswith("bot.dialogs.") for name in stack) and not way.posted:
            way.asked = stack
        return await run(self, work)

    def seen_post(self: SqlOutbox, notice: Any) -> None:
        if notice.kind == kind and not way.posted:
            way.posted = in_hand(sys._getframe(1))
            way.posted.append(SqlOutbox.__module__)
        post(self, notice)

    with monkeypatch.context() as patch:
        patch.setattr(Database, "run", seen_run)
        patch.setattr(SqlOutbox, "post", seen_post)
        yield way


def drawn(way: Way) -> str:
    """As lines of ARCHITECTURE.md: the number, the module, and what its docstring says of it."""
    lines = []
    for number, name in enumerate(way.stops, 1):
        said = (import_module(name).__doc__ or "").strip().splitlines()[0].replace("``", "`")
        lines.append(f"{number}. `{name.replace('.', '/')}`: {said}")
    return "\n".join(lines)
