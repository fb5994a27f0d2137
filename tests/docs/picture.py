"""``python -m tests.docs.picture``: the README's picture, taken anew on a screen of a telephone's size.

The demo's own story is played up to the result; then three of its chats are looked at, each as on a phone.
Needs chromium and a font with emoji (apt install chromium fonts-noto-color-emoji).
"""

import asyncio
import base64
import tempfile
from pathlib import Path

from PIL import Image
from playwright.async_api import Page, async_playwright

from bot.commands.service.demo import running_demo
from bot.commands.service.story import GROUP, play
from tests.browser import CHROMIUM

FILE = Path(__file__).parents[2] / "docs" / "demo.png"
PHONE = {"width": 390, "height": 780}
STOP_BEFORE = "the result and the rating"
SIDE_BY_SIDE = "<body style='margin:0;display:flex;gap:14px;padding:14px;background:#dfe7e8'>{}</body>"
ONE = "<img style='border-radius:18px;width:390px' src='data:image/png;base64,{}'>"


class FarEnough(Exception):
    """The story has come to the part that is not shown."""


def _listen(line: str) -> None:
    if STOP_BEFORE in line:
        raise FarEnough


async def take() -> None:
    """Play, look, and write the file."""
    with tempfile.TemporaryDirectory() as folder:
        async with running_demo(0, Path(folder), quiet=True) as (sandbox, app):
            try:
                await play(sandbox, app, _listen)
            except FarEnough:
                chats = (sandbox.person("小张").id, GROUP, sandbox.person("李律师").id)
                await _look(sandbox.base_url, chats)


async def _look(address: str, chats: tuple[int, ...]) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        seen = [await _phone(await browser.new_page(viewport=PHONE), address, chat) for chat in chats]
        page = await browser.new_page(viewport={"width": 1226, "height": 808})
        await page.set_content(SIDE_BY_SIDE.format("".join(map(ONE.format, seen))))
        await page.screenshot(path=FILE)
        _fewer_colours()
        await browser.close()


def _fewer_colours() -> None:
    """A third of the size, and nobody sees it."""
    with Image.open(FILE) as taken:
        taken.convert("RGB").quantize(128).save(FILE, optimize=True)


async def _phone(page: Page, address: str, chat: int) -> str:
    await page.goto(f"{address}/#{chat}")
    await page.wait_for_selector("body[data-ready]")
    await page.wait_for_timeout(500)  # messages are drawn after the first answer of the page's server
    return base64.b64encode(await page.screenshot()).decode("ascii")


if __name__ == "__main__":
    asyncio.run(take())
