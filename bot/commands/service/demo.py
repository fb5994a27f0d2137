"""``xinqiao demo``: everything on this machine, with a page on which one person plays everybody."""

import asyncio
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from pydantic import SecretStr

from bot.app.composition import build
from bot.app.lifecycle import App, CannotStart
from bot.app.store import NoStore
from bot.commands.service.story import play
from bot.commands.shared.logs import start_log
from bot.commands.shared.options import fail
from bot.sandbox import Sandbox
from bot.settings import BadSetting, DatabaseSettings, Http, Log, SealedSettings, Settings, Telegram, checked
from mediation.model.cases.case import StaffMember
from storage.unit_of_work.records import SqlRecords
from storage.vault.keys import new_key, write_key

ROSTER = {
    2001: ("lawyer", "李律师"),
    2002: ("counsellor", "王老师"),
    2003: ("union", "赵姐"),
    2004: ("policy", "孙姐"),
    3001: ("supervisor", "周主任"),
    3002: ("triage", "登记小林"),
    3003: ("head", "马经理"),
    3004: ("reviewer", "吴老师"),
    3006: ("administrator", "管理员老郑"),
    3007: ("administrator", "管理员小冯"),
}
"""Matches the cast of the sandbox."""

OFFICER = (3005, "纪检老钱")
"""Reads sealed reports; on no ordinary roster."""

GROUP = -1001000000001


def demo_settings(api: str, database: Path, quiet: bool = False) -> Settings:
    """The settings of a demo: the real ones, only the addresses are local. Raises ``BadSetting``."""
    beside = database.with_name(f"{database.stem}-sealed.db")
    return checked(
        Settings,
        telegram=Telegram(api=api, group_chat=GROUP, poll_seconds=25),
        http=Http(port=0),
        database=DatabaseSettings(url=f"sqlite:///{database}"),
        vault_keys=SecretStr(demo_key(database)),
        sealed=SealedSettings(database=f"sqlite:///{beside}"),
        sealed_keys=SecretStr(demo_key(beside)),
        log=Log(level="error" if quiet else "warning"),
    )


def demo_key(database: Path) -> str:
    """A key in a file beside the database, made where there is none; for data that is thrown away."""
    file = database.with_suffix(".key")
    if not file.exists():
        write_key(file, new_key())
    return file.read_text(encoding="ascii")


def enrol(records: SqlRecords, user: int, duty: str, name: str) -> None:
    """Put somebody on the roster of a demo; in production two people grant a role."""
    person = records.people.meet(user, records.now)
    records.people.set_staff(StaffMember(person_id=person, duty=duty, name=name))
    records.audit.write("staff", f"person:{person}", None, what="start", duty=duty)


def fill_roster(records: SqlRecords) -> None:
    """Everybody of the cast who works here."""
    for user, (duty, name) in ROSTER.items():
        enrol(records, user, duty, name)


async def fill_office(app: App) -> None:
    """The discipline office of the cast, in the sealed store alone."""
    if app.sealed is not None:
        user, name = OFFICER
        await app.sealed.run(lambda r: r.set_officer(user, r.today, date(r.today.year + 5, 12, 31), name))


@asynccontextmanager
async def running_demo(port: int, folder: Path, quiet: bool = False) -> AsyncIterator[tuple[Sandbox, App]]:
    """Sandbox and bot, running; both are stopped at the end."""
    sandbox = Sandbox()
    await sandbox.start(port)
    try:
        settings = demo_settings(sandbox.base_url, folder / "demo.db", quiet)
        start_log(settings)
        app = build(settings, sandbox.token)
        await app.database.run(fill_roster)
        await fill_office(app)
        await app.watch_out()
        await app.start()
        try:
            yield sandbox, app
        finally:
            await app.stop()
    finally:
        await sandbox.stop()


def demo(
    port: Annotated[int, typer.Option(help="网页端口，0 为任意 / port of the page")] = 8081,
    script: Annotated[
        bool, typer.Option("--script", help="自动演一遍并打印 / play the story and print it")
    ] = False,
    keep: Annotated[
        Path | None, typer.Option(help="把数据留在这个文件夹 / keep the data in this folder")
    ] = None,
) -> None:
    """在本机试用，不要账号、不要令牌 / try it here: no token, no account."""
    with tempfile.TemporaryDirectory(prefix="xinqiao-") as scratch:
        folder = keep or Path(scratch)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            fail(f"--keep: {folder}: {error.strerror}")
        try:
            asyncio.run(_script(folder) if script else _serve(port, folder))
        except (BadSetting, CannotStart, NoStore) as error:
            fail(str(error))
        except OSError as error:
            fail(f"--port: was {port}; {error.strerror}; try --port 0")


async def _serve(port: int, folder: Path) -> None:
    told_to_stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for signum in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signum, told_to_stop.set)
    async with running_demo(port, folder) as (sandbox, _app):
        typer.echo(f"信桥演示 / demo: {sandbox.base_url}/")
        typer.echo("在浏览器里打开这个地址；按 Ctrl+C 结束 / open it in a browser; Ctrl+C ends it")
        await told_to_stop.wait()
    typer.echo("再见 / bye")


async def _script(folder: Path) -> None:
    async with running_demo(0, folder, quiet=True) as (sandbox, app):
        await play(sandbox, app, typer.echo)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(demo)
