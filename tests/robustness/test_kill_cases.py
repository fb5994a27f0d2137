"""kill -9 right after a case is filed or claimed, and a stop while Telegram makes us wait."""

import asyncio
import signal
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.service.demo import GROUP, fill_roster
from bot.sandbox import Limits, Sandbox, SandboxOptions
from storage.database.engine import open_engine
from storage.unit_of_work.database import Database
from tests.journeys import steps
from tests.robustness.processes import running
from tests.robustness.test_kill import counted


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(SandboxOptions(limits=Limits.off(), callback_lifetime=60)) as local:
        yield local


@pytest.fixture
async def path(tmp_path: Path, upgraded_sqlite: Path) -> Path:
    file = tmp_path / "killed.db"
    file.write_bytes(upgraded_sqlite.read_bytes())
    database = Database(open_engine(f"sqlite:///{file}"), 7000000001, lambda: datetime.now(UTC))
    await database.run(fill_roster)
    database.close()
    return file


async def test_killed_after_filing_there_is_one_case_one_card_and_a_receipt(
    sandbox: Sandbox, path: Path, tmp_path: Path
) -> None:
    zhang, lawyer = sandbox.person("小张"), sandbox.person("李律师")
    async with running("filed", tmp_path / "mark", sandbox, path) as first:
        window = await steps.to_read_back(zhang)
        await zhang.presses("登记", message_id=window.id)
        assert await asyncio.wait_for(first.wait(), 20) == -signal.SIGKILL
    async with running("filed", tmp_path / "mark", sandbox, path):
        receipt = await zhang.waits_for("已登记", after=window.id, within=20)
        number = receipt.text.partition("编号：")[2].split()[0]
        await lawyer.waits_for(number, chat=GROUP, within=20)
        await sandbox.until(lambda: not sandbox.pending_updates)
    assert counted(path, "SELECT count(*) FROM cases") == 1
    assert counted(path, "SELECT count(*) FROM drafts") == 0
    assert counted(path, "SELECT count(*) FROM inbox WHERE done_at IS NULL") == 0
    assert sum("回执码" in seen.text for seen in zhang.sees()) == 1


async def test_killed_after_a_claim_there_is_one_claim_and_everybody_is_told(
    sandbox: Sandbox, path: Path, tmp_path: Path
) -> None:
    zhang, lawyer = sandbox.person("小张"), sandbox.person("李律师")
    await lawyer.starts()
    async with running("claimed", tmp_path / "mark", sandbox, path) as first:
        number = await steps.files(zhang)
        await lawyer.waits_for(number, chat=GROUP)
        await lawyer.presses("我来接", chat=GROUP)
        assert await asyncio.wait_for(first.wait(), 20) == -signal.SIGKILL
    async with running("claimed", tmp_path / "mark", sandbox, path):
        await zhang.waits_for("接手了您的事", within=20)
        await lawyer.waits_for("在办", chat=GROUP, within=20)
        await lawyer.waits_for("夜班费", within=20)
    assert counted(path, "SELECT count(*) FROM case_events WHERE trigger = 'claim'") == 1
    assert sum("接手了您的事" in seen.text for seen in zhang.sees()) == 1


async def test_a_stop_does_not_wait_as_long_as_telegram_asks_us_to(
    sandbox: Sandbox, path: Path, tmp_path: Path
) -> None:
    zhang, lawyer = sandbox.person("小张"), sandbox.person("李律师")
    async with running("impatient", tmp_path / "mark", sandbox, path) as first:
        await lawyer.starts()
        await lawyer.waits_for("我是信桥", within=20)
        sandbox.faults.add("flood", method="sendMessage", chat_id=GROUP, seconds=600)
        window = await steps.to_read_back(zhang)
        await zhang.presses("登记", message_id=window.id)
        await sandbox.until(lambda: not list(sandbox.faults), 20)
        first.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(first.wait(), 5) == 0
    sandbox.world.flood.close(0)
    async with running("never", tmp_path / "mark", sandbox, path):
        await lawyer.waits_for("工资", chat=GROUP, within=20)
