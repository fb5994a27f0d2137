"""The page in a real browser: one person plays two, live."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from bot.sandbox import Sandbox
from tests.bot.sandbox.conftest import Call

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run"
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason=f"no browser: {CHROMIUM} is missing (apt install chromium)"
    ),
]


@pytest.fixture
async def page(sandbox: Sandbox) -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", *QUIET.split()]
        )
        page = await browser.new_page(viewport={"width": 1400, "height": 900})
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
        await page.goto(f"{sandbox.base_url}/#1001,-1001000000001,2001")
        await page.wait_for_selector("body[data-ready]")
        yield page
        await browser.close()
        assert problems == []


async def test_a_person_starts_writes_and_presses(page: Page, call: Call, sandbox: Sandbox) -> None:
    pane = page.locator("[data-chat='1001']")
    await pane.get_by_role("button", name="开始 Start").click()
    await pane.get_by_role("textbox").fill("<b>工资</b> 没发")
    await pane.get_by_role("textbox").press("Enter")
    await expect(pane.locator(".message.own").last).to_contain_text("<b>工资</b> 没发")
    keyboard = {"inline_keyboard": [[{"text": "对", "callback_data": "yes"}]]}
    await call("sendMessage", chat_id=1001, text="<b>是</b>这样吗", parse_mode="HTML", reply_markup=keyboard)
    await expect(pane.locator("strong")).to_have_text("是")
    await pane.get_by_role("button", name="对", exact=True).click()
    await sandbox.until(lambda: sandbox.world.callbacks.presses)
    [query] = sandbox.world.callbacks.presses
    await call("answerCallbackQuery", callback_query_id=query, text="记下了", show_alert=True)
    await expect(pane.get_by_role("alertdialog")).to_contain_text("记下了")


async def test_edits_and_deletions_are_live(page: Page, call: Call, sandbox: Sandbox) -> None:
    await sandbox.person(2001).starts()
    pane = page.locator("[data-chat='2001']")
    sent = (await call("sendMessage", chat_id=2001, text="旧"))["result"]["message_id"]
    await call("editMessageText", chat_id=2001, message_id=sent, text="新")
    await expect(pane.locator(".message.other")).to_contain_text("新")
    await expect(pane.locator(".message.other")).to_contain_text("已编辑")
    await call("deleteMessage", chat_id=2001, message_id=sent)
    await expect(pane.locator(".message.other")).to_have_count(0)


async def test_in_the_group_the_chosen_member_acts(page: Page, sandbox: Sandbox) -> None:
    pane = page.locator("[data-chat='-1001000000001']")
    await pane.get_by_title("以王老师的身份").click()
    await pane.get_by_role("textbox").fill("我来看看")
    await pane.get_by_role("button", name="发送").click()
    await expect(pane.locator(".message.own")).to_contain_text("我来看看")
    assert sandbox.person("王老师").last(-1001000000001).sender_id == 2002


async def test_files_and_albums_can_be_sent_and_are_shown(page: Page, sandbox: Sandbox) -> None:
    await sandbox.person(1001).starts()
    pane = page.locator("[data-chat='1001']")
    for choice in ("示例相册", "示例语音", "示例文件"):
        await pane.get_by_role("button", name="附件").click()
        await pane.get_by_role("button", name=choice).click()
    await expect(pane.locator(".album img")).to_have_count(3)
    await expect(pane.locator(".sound")).to_have_count(1)
    await expect(pane.locator(".card")).to_contain_text("工资条.txt")


async def test_on_a_phone_there_is_one_pane_and_a_switcher(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await expect(page.locator(".pane:visible")).to_have_count(1)
    await page.locator(".chip", has_text="李律师").click()
    await expect(page.locator("[data-chat='2001']")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
