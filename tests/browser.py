"""A real Chromium for the tests that look at a page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run"
)
IN_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason=f"no browser: {CHROMIUM} is missing (apt install chromium)"
    ),
]
"""The `pytestmark` of a module whose tests need the browser."""


@asynccontextmanager
async def sandbox_page(base_url: str, *chats: int) -> AsyncIterator[tuple[Page, list[str]]]:
    """The sandbox's page, drawn, with these chats open; and the errors of its scripts, as they come."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", *QUIET.split()]
        )
        page = await browser.new_page(viewport={"width": 1400, "height": 900})
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
        await page.goto(f"{base_url}/#{','.join(map(str, chats))}")
        await page.wait_for_selector("body[data-ready]")
        yield page, problems
        await browser.close()
