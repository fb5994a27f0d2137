"""A bot that kills itself (SIGKILL) once, right after the step that its first argument names.

``mark`` is a file that says that it has happened already. See ``processes.py``: it imports this module once
and forks each bot from there, so that what never changes is read before, and not by each of them.
"""

import asyncio
import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.app.composition import build
from bot.commands.service.demo import demo_settings
from bot.commands.shared.logs import start_log
from bot.dialogs.updates.update_queue import UpdateQueue
from bot.outbound.outbox_worker import OutboxWorker
from bot.outbound.sender import Sender
from bot.settings import Law, Sending, Settings
from mediation.model.cases.content import Content
from storage.unit_of_work.database import Database
from tests.read_once import READ_ONCE, put, read_sparingly
from tests.statutes import statutes

TOKEN = "7000000001:killed"


def read_once() -> None:
    """Dictionary, laws, wording and the watch, for every bot that is forked."""
    for name, give in READ_ONCE.items():
        put(name, give)
    read_sparingly(pytest.MonkeyPatch())
    statutes().warm(datetime.now(UTC).date())
    READ_ONCE["knowledge.load_crisis_detector"]()
    READ_ONCE["composition.Wording"]()
    READ_ONCE["composition.load_taxonomy"]()


def die_once(mark: Path) -> None:
    """Die the first time; live afterwards."""
    if not mark.exists():
        mark.write_text("died here")
        os.kill(os.getpid(), signal.SIGKILL)


def after(owner: type, name: str, mark: Path, when: Callable[[Any, tuple[Any, ...]], bool]) -> None:
    """Die right after a method, once it was called with something that fits."""
    original = getattr(owner, name)

    async def dying(self: Any, *args: Any, **kwargs: Any) -> Any:
        result = await original(self, *args, **kwargs)
        if when(result, args):
            die_once(mark)
        return result

    setattr(owner, name, dying)


def _is_marked(raw: Any) -> bool:
    return "KILL" in str(raw)


def arm(step: str, mark: Path) -> None:  # noqa: C901 - one case for each step
    """Put the trap in place."""
    match step:
        case "stored":  # the update is in the inbox, nothing has been done about it
            original = UpdateQueue._enqueue

            def dying(self: Any, raw: Any, *args: Any, **kwargs: Any) -> None:
                if _is_marked(raw):
                    die_once(mark)
                original(self, raw, *args, **kwargs)

            UpdateQueue._enqueue = dying  # type: ignore[method-assign]
        case "effect":  # the effect is committed, the answer has not been given
            after(Database, "once", mark, lambda value, args: isinstance(value, dict) and "side" in value)
        case "filed":  # the case is committed, the person has not been told
            original_file = Database.once

            async def dying_file(self: Any, ticket: Any, work: Any, **kwargs: Any) -> Any:
                value = await original_file(self, ticket, work, **kwargs)
                if "_file" in str(work):
                    die_once(mark)
                return value

            Database.once = dying_file  # type: ignore[method-assign]
        case "claimed":  # the claim is committed, nobody has been told
            after(Database, "once", mark, lambda value, args: value == "claimed")
        case "handled":  # everything about the update is done, its letters wait
            after(UpdateQueue, "_handle", mark, lambda value, args: _is_marked(args[0]))
        case "taken":  # the letters have been taken out of the store, none has been sent
            after(OutboxWorker, "_take_due", mark, lambda value, args: False)
            original_deliver = OutboxWorker._deliver

            async def dying_deliver(self: Any, letter: Any, addressed: Any) -> Any:
                if _relays_the_mark(addressed.outgoing):
                    die_once(mark)
                return await original_deliver(self, letter, addressed)

            OutboxWorker._deliver = dying_deliver  # type: ignore[method-assign]
        case "sent":  # Telegram has the message, we have not noted it
            after(Sender, "send", mark, lambda value, args: _relays_the_mark(args[1]))


def _relays_the_mark(outgoing: Any) -> bool:
    content = getattr(outgoing, "content", None)
    return isinstance(content, Content) and "KILL" in content.text


def run(step: str, mark: str, api: str, database: str) -> None:
    """Run until killed or told to stop."""
    arm(step, Path(mark))
    settings = demo_settings(api, Path(database), quiet=True)
    unpaced = Sending(overall_per_second=0, group_per_minute=0, chat_burst=0)
    settings = settings.model_copy(update={"sending": unpaced, "law": Law(warm=False)})
    start_log(settings)
    asyncio.run(_run(settings, grace=0.5 if step == "impatient" else 10))


async def _run(settings: Settings, grace: float) -> None:
    app = build(settings, TOKEN)
    app.grace = grace
    await app.run_until_signal()
