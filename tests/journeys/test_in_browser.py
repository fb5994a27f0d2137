"""The story by hand, on the page, in a real browser, with the real bot behind it."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import IN_BROWSER, sandbox_page
from tests.house import House

pytestmark = IN_BROWSER


@pytest.fixture
async def page(house: House) -> AsyncIterator[Page]:
    async with sandbox_page(house.sandbox.base_url, 1001, house.group, 2001) as (page, _):
        page.set_default_timeout(20_000)
        yield page


async def press(pane: Locator, words: str) -> None:
    await pane.get_by_role("button", name=words).last.click()


async def write(pane: Locator, words: str) -> None:
    await pane.get_by_role("textbox").fill(words)
    await pane.get_by_role("textbox").press("Enter")


async def says(pane: Locator, words: str) -> None:
    await expect(pane.get_by_text(words).last).to_be_visible(timeout=20_000)


async def test_a_concern_goes_from_the_first_button_to_the_stars(house: House, page: Page) -> None:
    zhang, group, lawyer = (page.locator(f"[data-chat='{chat}']") for chat in (1001, house.group, 2001))
    for pane in (zhang, lawyer):
        await press(pane, "开始 Start")
        await says(pane, "我是信桥")
    await press(zhang, "我有事要说")
    await says(zhang, "用您自己的话说")
    await write(zhang, "上个月队长在车间扣了我的夜班费，找过人事没人管，希望补发")
    await press(zhang, "说完了")
    for words in ("工资·加班·绩效", "就这些", "律师", "匿名"):
        await press(zhang, words)
    await says(zhang, "请您读一遍")
    await zhang.get_by_role("button", name="✅ 登记").last.click()
    await says(zhang, "回执码")
    await press(group, "我来接")
    await says(zhang, "接手了您的事")
    await write(zhang, "您好，在吗")
    await says(lawyer, "您好，在吗")
    await write(lawyer, "在的，我来问")
    await press(lawyer, "📤 转给当事人")
    await says(zhang, "在的，我来问")
    await press(lawyer, "📋 写结果")
    await says(lawyer, "谈成了什么")
    await write(lawyer, "本月补发")
    await press(lawyer, "📤 发给当事人")
    await says(zhang, "有结果了")
    await zhang.get_by_role("button", name="★★★★★", exact=True).click()
    await says(zhang, "谢谢您")
    await says(group, "已办结")
