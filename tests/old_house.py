"""A house as the program left it before its rooms were made, opened again by the program of today.

What was left is in ``tests/data/before_the_house``: both databases, and what Telegram keeps of the chats.
"""

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Any

from bot.app.composition import App, build
from bot.sandbox import Limits, Person, Sandbox, SandboxOptions
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from storage.operations.backup import back_up, restore_from
from tests.house import House, house_settings, without_decoys

KEPT = Path(__file__).parent / "data" / "before_the_house"
KEYS = {
    "house": "b2xkIGhvdXNlLCBub3QgYSByZWFsIGtleSAoMzJCISk=",
    "house-sealed": "c2VhbGVkIG9sZCBob3VzZSwgbm90IGEga2V5ICgzMik=",
}
"""Of the two databases; they were made for this house and open nothing else."""


@cache
def left() -> dict[str, Any]:
    """What Telegram kept, and the numbers and codes that people wrote down (``facts``)."""
    return dict(json.loads((KEPT / "telegram.json").read_text(encoding="utf-8")))


def fact(name: str) -> str:
    """The number of a case by its state then, ``code`` of the sealed report, ids of unfinished updates."""
    return str(left()["facts"][name])


class ClockSince:
    """Goes on from the moment at which the old program ended; moved on by hand."""

    def __init__(self) -> None:
        self._began, self._ahead = monotonic(), timedelta()

    def __call__(self) -> datetime:
        since = timedelta(seconds=monotonic() - self._began)
        return datetime.fromisoformat(left()["now"]) + since + self._ahead

    def forward(self, **parts: float) -> None:
        self._ahead += timedelta(**parts)


def lay_out(folder: Path) -> Path:
    """Both databases at their old schema, and their keys; returns the file of the ordinary one."""
    for name, script in (("house", "database.sql"), ("house-sealed", "sealed.sql")):
        (folder / f"{name}.key").write_text(KEYS[name], encoding="ascii")
        with closing(sqlite3.connect(folder / f"{name}.db")) as connection:
            connection.executescript((KEPT / script).read_text(encoding="utf-8"))
    return folder / "house.db"


def move_to(url: str, folder: Path) -> None:
    """The ordinary database, brought to the schema of today, into the empty one at this URL."""
    old, new = open_engine(f"sqlite:///{folder / 'house.db'}"), open_engine(url)
    upgrade(old)
    back_up(old, folder / "house.zip")
    restore_from(new, folder / "house.zip")
    old.dispose()
    new.dispose()


def show_again(sandbox: Sandbox) -> None:
    """Put the people, their chats and the buttons below old messages where they stood."""
    for key, name in left()["people"].items():
        sandbox.add_person(int(key), name)
    world = sandbox.world
    for kind, name, mime, size, details in left()["files"]:
        world.files.add(kind, name, mime, b"", size, details)
    world.started.update(left()["started"])
    world.updates._next_id = left()["next_update"]
    for key, there in left()["chats"].items():
        chat = world.chats[int(key)]
        chat.next_id, chat.pinned, chat.keyboard = there["next_id"], list(there["pinned"]), there["keyboard"]
        for body in there["messages"]:
            chat.messages[body["message_id"]] = body | {"from": world.user(body["from"]), "chat": chat.card}
        for body in chat.messages.values():
            for nested in {"reply_to_message", "pinned_message"} & body.keys():
                at = body[nested]
                body[nested] = chat.messages.get(at, {"message_id": at, "date": 0, "chat": chat.card})


def rebuilt(sandbox: Sandbox, folder: Path, clock: ClockSince, **changes: object) -> App:
    """The program of today on the databases in ``folder``; ``changes`` as in ``house_settings``."""
    app = build(house_settings(sandbox.base_url, folder, **changes), sandbox.token, clock)
    without_decoys(app)
    return app


@asynccontextmanager
async def reopened(folder: Path, clock: ClockSince, **changes: object) -> AsyncIterator[House]:
    """The program of today on the old databases in ``folder``, in the Telegram that was left."""
    options = SandboxOptions(limits=Limits.off(), clock=lambda: clock().timestamp())
    async with Sandbox(options) as sandbox:
        show_again(sandbox)
        house = House(sandbox, rebuilt(sandbox, folder, clock, **changes))
        await house.app.start()
        try:
            yield house
        finally:
            await house.app.stop()


def old_message(who: Person, words: str, chat: int | None = None) -> int:
    """Where words stand that were there before; the newest, if there are several."""
    found = [seen.id for seen in who.sees(chat) if words in seen.text]
    assert found, f"nothing old says {words!r}"
    return found[-1]
