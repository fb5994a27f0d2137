"""The page in a real browser: one person plays two, live."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from bot.sandbox import Sandbox
from tests.bot.sandbox.conftest import Call
from tests.browser import IN_BROWSER, sandbox_page

GROUP = -1001000000001
pytestmark = IN_BROWSER


@pytest.fixture
async def page(sandbox: Sandbox) -> AsyncIterator[Page]:
    async with sandbox_page(sandbox.base_url, 1001, GROUP, 2001) as (page, problems):
        yield page
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


def article(title: str, words: str) -> dict[str, object]:
    content = {"message_text": words, "parse_mode": "HTML"}
    return {
        "type": "article",
        "id": title[:8],
        "title": title,
        "description": words,
        "input_message_content": content,
    }


async def test_a_line_of_the_bots_list_is_sent_into_the_group(
    page: Page, call: Call, sandbox: Sandbox
) -> None:
    pane = page.locator(f"[data-chat='{GROUP}']")
    await pane.get_by_role("textbox").fill("@xinqiao_bot 民法典1254")
    await sandbox.until(lambda: sandbox.pending_updates)
    [update] = (await call("getUpdates"))["result"]
    assert update["inline_query"]["query"] == "民法典1254"
    results = [article("民法典 第一千二百五十四条", "禁止从建筑物中抛掷物品。"), article("另一条", "别的")]
    await call("answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=results)
    await pane.locator(".result", has_text="第一千二百五十四条").click()
    await expect(pane.locator(".message.own")).to_contain_text("禁止从建筑物中抛掷物品。")
    await expect(pane.locator(".message.own .via")).to_have_text("via @xinqiao_bot")
    await expect(pane.locator(".results")).to_be_hidden()


async def test_the_button_above_the_list_leads_to_the_private_chat_on_a_phone_too(
    page: Page, call: Call, sandbox: Sandbox
) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.locator(".chip", has_text="调解员工作群").click()
    await page.locator(f"[data-chat='{GROUP}']").get_by_role("textbox").fill("@xinqiao_bot 苦")
    await sandbox.until(lambda: sandbox.pending_updates)
    [update] = (await call("getUpdates"))["result"]
    query, button = update["inline_query"]["id"], {"text": "和我私下说", "start_parameter": "from-inline"}
    results = [article(f"{i} 很长很长的标题" * 4, "很长的一句话，" * 20) for i in range(20)]
    await call("answerInlineQuery", inline_query_id=query, results=results, button=button)
    await expect(page.locator(".results:visible")).to_be_in_viewport(ratio=1)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.get_by_role("button", name="和我私下说").click()
    await expect(page.locator("[data-chat='2001'] .message.own")).to_contain_text("/start from-inline")
