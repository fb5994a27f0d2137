"""Shared steps of the sealed stories: told, come back to, read by the office."""

import re
from collections.abc import Callable
from typing import TypeVar

from bot.sandbox import Person, Seen
from storage.sealed.records import SqlSealedRecords
from tests.house import House
from tests.journeys.steps import push

T = TypeVar("T")
CODE = re.compile(r"\d{4} \d{4} \d{4} \d{4}")
ACCUSED = "钱总收了承包商八万块琥珀"


async def look(house: House, work: Callable[[SqlSealedRecords], T]) -> T:
    """Look into the sealed store."""
    assert house.app.sealed is not None
    return await house.app.sealed.run(work)


async def to_page(who: Person, *story: str, about: str | None = None) -> Seen:
    """Told through the menu's door, as far as the page that is read once more."""
    start = (await who.says("/report")).id
    await who.waits_for("保密反映", after=start)
    await push(who, "现在说")
    await who.waits_for("请用自己的话说", after=start)
    for part in story or (ACCUSED,):
        sent = await who.says(part)
        heard = await who.waits_for("都锁在保密的地方", after=sent.id)
    await push(who, "说完了", message_id=heard.id)
    asked = await who.waits_for("说的是谁", after=heard.id)
    if about is None:
        await push(who, "跳过", message_id=asked.id)
    else:
        await who.says(about)
    return await who.waits_for("请您读一遍", after=asked.id)


async def reports(who: Person, *story: str, about: str | None = None, ask: bool = False) -> str:
    """Filed; the code."""
    page = await to_page(who, *story, about=about)
    if ask:
        await push(who, "⬜", message_id=page.id)
    await push(who, "交上去", message_id=page.id)
    filed = await who.waits_for("取件码", after=page.id)
    return code_in(filed)


def code_in(seen: Seen) -> str:
    found = CODE.search(seen.text)
    assert found is not None, seen.text
    return found[0]


async def comes_back(who: Person, code: str) -> Seen:
    """With the code; whatever is said to it."""
    start = (await who.says("/report")).id
    shown = await who.waits_for("保密反映", after=start)
    await push(who, "我有取件码", message_id=shown.id)
    asked = await who.waits_for("16 位数字", after=shown.id)
    await who.says(code)
    return await who.waits_for(lambda seen: seen.from_bot, after=asked.id + 1)


async def desk(officer: Person) -> Seen:
    """The list of the office."""
    if not officer.sees():
        await officer.starts()
        await officer.waits_for("我是信桥")
    start = (await officer.says("/sealed")).id
    return await officer.waits_for(lambda seen: "有新的保密事项" not in seen.text, after=start)


async def opens(officer: Person) -> Seen:
    """The first report on the list; the page below it."""
    listed = await desk(officer)
    await officer.notice(await officer.presses(listed.rows[0][0].text, message_id=listed.id))
    return await officer.waits_for("接下来", after=listed.id)


async def answers(officer: Person, words: str) -> None:
    """To the first report on the list."""
    page = await opens(officer)
    await push(officer, "答复或提问", message_id=page.id)
    asked = await officer.waits_for("请写给反映的人", after=page.id)
    await officer.says(words)
    await officer.waits_for("写进去了", after=asked.id)
