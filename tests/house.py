"""The whole house for a test: sandbox and bot, running, with the cast on the roster and no limits."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.app.composition import App, build, utc_now
from bot.commands.service.demo import GROUP, demo_settings, fill_office, fill_roster
from bot.sandbox import Limits, Person, Sandbox, SandboxOptions
from bot.settings import Law, Sending, Settings
from bot.settings import Limits as PersonLimits

UNPACED = Sending(overall_per_second=0, group_per_minute=0, chat_burst=0, at_once=64)
"""No pacing: the sandbox has no limits here, and tests do not wait."""

BOUNDLESS = PersonLimits(
    messages_a_minute=0, presses_a_minute=0, group_messages_a_minute=0, law_questions_a_minute=0,
    files_an_hour=0, filings_a_day=0, sealed_reports_a_day=0, same_text_minutes=0,
)  # fmt: skip
"""What one person may do in a while is the matter of a few tests alone."""


@dataclass
class House:
    """Who lives here, by name."""

    sandbox: Sandbox
    app: App

    group: int = GROUP

    @property
    def zhang(self) -> Person:
        """An employee."""
        return self.sandbox.person("小张")

    @property
    def chen(self) -> Person:
        """Another employee."""
        return self.sandbox.person("老陈")

    @property
    def lawyer(self) -> Person:
        """李律师."""
        return self.sandbox.person("李律师")

    @property
    def counsellor(self) -> Person:
        """王老师."""
        return self.sandbox.person("王老师")

    @property
    def union(self) -> Person:
        """赵姐."""
        return self.sandbox.person("赵姐")

    @property
    def supervisor(self) -> Person:
        """周主任."""
        return self.sandbox.person("周主任")

    @property
    def officer(self) -> Person:
        """纪检老钱, of the discipline office."""
        return self.sandbox.person("纪检老钱")


def house_settings(api: str, folder: Path, **changes: object) -> Settings:
    """The settings of a demo, unpaced; ``changes`` replace whole sections."""
    settings = demo_settings(api, folder / "house.db", quiet=True)
    return settings.model_copy(
        update={"sending": UNPACED, "law": Law(warm=False), "limits": BOUNDLESS, **changes}
    )


def without_decoys(app: App) -> None:
    """No letters to the sealed office but those that a report causes."""
    if app.sealed_worker is not None:
        app.sealed_worker.decoy_day = lambda: False


@asynccontextmanager
async def open_house(
    folder: Path,
    clock: Callable[[], datetime] = utc_now,
    limits: Limits | None = None,
    per_person: PersonLimits = BOUNDLESS,
    **changes: object,
) -> AsyncIterator[House]:
    """Everything running; closed at the end."""
    sandbox = Sandbox(SandboxOptions(limits=limits or Limits.off()))
    async with sandbox:
        app = build(
            house_settings(sandbox.base_url, folder, limits=per_person, **changes), sandbox.token, clock
        )
        await app.database.run(fill_roster)
        await fill_office(app)
        without_decoys(app)
        await app.start()
        try:
            yield House(sandbox, app)
        finally:
            await app.stop()
