"""The bots that are compared, each in a process of its own: ``-m tests.bench.bots NAME API PORT DIR``."""

import asyncio
import os
import sys
from pathlib import Path

os.environ["PTB_TIMEDELTA"] = "1"
TOKEN = "7000000001:bench"
SECRET = "bench-secret"


async def bare_aiogram(api: str, port: int) -> None:
    """Answers "ok" in the background, as aiogram's own handler does."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import Message
    from aiogram.webhook.aiohttp_server import SimpleRequestHandler
    from aiohttp import web

    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    dispatcher = Dispatcher()

    async def ok(message: Message) -> None:
        await message.answer("ok")

    dispatcher.message.register(ok)
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=SECRET).register(app, path="/telegram")
    await _serve(app, port)


async def bare_ptb(api: str, port: int) -> None:
    """Answers "ok"; updates go into PTB's queue from a webhook of ours, as its documentation shows."""
    from aiohttp import web
    from telegram import Update
    from telegram.ext import Application, MessageHandler, filters

    application = (
        Application.builder()
        .token(TOKEN)
        .base_url(f"{api}/bot")
        .concurrent_updates(64)
        .connection_pool_size(64)
        .updater(None)
        .build()
    )

    async def ok(update: Update, _context: object) -> None:
        await update.effective_chat.send_message("ok")

    application.add_handler(MessageHandler(filters.ALL, ok))
    await application.initialize()
    await application.start()

    async def receive(request: web.Request) -> web.Response:
        if request.headers.get("X-Telegram-Bot-Api-Secret-Token") != SECRET:
            return web.Response(status=403)
        await application.update_queue.put(Update.de_json(await request.json(), application.bot))
        return web.Response()

    app = web.Application()
    app.router.add_post("/telegram", receive)
    await _serve(app, port)


async def _serve(app: object, port: int) -> None:
    from aiohttp import web

    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


async def xinqiao(api: str, port: int, folder: Path, with_law: bool, plain: bool) -> None:
    """The product, nothing volatile: inbox, message map and outbox on disk, every commit waited for."""
    from pydantic import SecretStr

    from bot.app.composition import build
    from bot.commands.shared.logs import start_log
    from bot.settings import (
        DatabaseSettings,
        Http,
        Law,
        Limits,
        Log,
        Sending,
        Settings,
        Telegram,
        VaultSettings,
        Webhook,
    )
    from tests.bench.filling import KEY

    settings = Settings(
        webhook_secret=SecretStr(SECRET),
        vault_keys=None if plain else SecretStr(KEY),
        vault=VaultSettings(require=not plain),
        telegram=Telegram(api=api, mode="webhook", group_chat=-1001),
        webhook=Webhook(url=f"http://127.0.0.1:{port}/telegram"),
        http=Http(port=port),
        database=DatabaseSettings(url=f"sqlite:///{folder}/bench.db"),
        # Telegram's own limits, or ours for one person, would be the only thing measured
        limits=Limits(messages_a_minute=0, presses_a_minute=0, same_text_minutes=0),
        sending=Sending(overall_per_second=0, group_per_minute=0, chat_burst=0, at_once=64),
        law=Law(database="" if with_law else str(folder / "none.db"), warm=with_law),
        log=Log(level="error"),
    )
    start_log(settings)
    await build(settings, TOKEN).run_until_signal()


def main() -> None:
    """Run the named bot until it is killed."""
    name, api, port, folder = sys.argv[1:5]
    match name:
        case "aiogram":
            asyncio.run(bare_aiogram(api, int(port)))
        case "ptb":
            asyncio.run(bare_ptb(api, int(port)))
        case "xinqiao" | "xinqiao-law" | "xinqiao-plain":
            law, plain = name == "xinqiao-law", name == "xinqiao-plain"
            asyncio.run(xinqiao(api, int(port), Path(folder), law, plain))


if __name__ == "__main__":
    main()
