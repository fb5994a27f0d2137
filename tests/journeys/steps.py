"""Small shared steps of the stories; each waits for what it causes."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import TypeVar

from bot.app.composition import build
from bot.commands.service.demo import enrol
from bot.sandbox import Person, Seen
from mediation.model.cases.case import CaseFields
from storage.unit_of_work.records import SqlRecords
from tests.house import GROUP, House, house_settings

T = TypeVar("T")

STORY = "上个月队长在车间扣了我的夜班费，找过人事没人管，希望补发"
"""Tells when, where, who, what is wished and what was tried: the intake asks nothing more."""

BARE = "我受委屈了"
"""Leaves every question open."""

_new_ids = count(500_001)


def newcomer(house: House, name: str = "新来的") -> Person:
    """Somebody who is not in the cast."""
    return house.sandbox.add_person(next(_new_ids), name)


@asynccontextmanager
async def restarted(house: House, folder: Path, **changes: object) -> AsyncIterator[None]:
    """The program is stopped and started again on the same database; ``changes`` as in ``house_settings``."""
    await house.app.stop()
    settings = house_settings(house.sandbox.base_url, folder, **changes)
    old, house.app = house.app, build(settings, house.sandbox.token)
    await house.app.start()
    try:
        yield
    finally:
        await house.app.stop()
        house.app = old


async def ask(house: House, work: Callable[[SqlRecords], T]) -> T:
    """Look into the store."""
    return await house.app.database.run(work)


async def case_of(house: House, number: str) -> CaseFields:
    return await ask(house, lambda r: r.cases.get(number))


async def person_of(house: House, who: Person) -> int:
    """The id under which the store knows them."""
    found = await ask(house, lambda r: r.people.find(who.id))
    assert found is not None
    return found


async def on_roster(house: House, who: Person, duty: str = "lawyer") -> None:
    await ask(house, lambda r: enrol(r, who.id, duty, who.name))


async def push(who: Person, words: str, *, chat: int | None = None, message_id: int | None = None) -> str:
    """Press a button and wait for the answer to the press."""
    return await who.notice(await who.presses(words, chat=chat, message_id=message_id))


async def forge(who: Person, data: str, *, chat: int | None = None) -> str:
    """Send callback data that no button of ours carries here; the words of the answer."""
    below = next(seen.id for seen in reversed(who.sees(chat)) if seen.from_bot)
    return await who.notice(await who.forges(data, below, chat=chat))


async def settled(house: House) -> None:
    """Everything sent so far has been handled, and its letters have gone out."""
    await house.sandbox.until(lambda: not house.sandbox.pending_updates)
    await house.app.updates.drain()
    while await ask(house, lambda r: [one for one in r.outbox.due(r.now, 1)]):
        await house.sandbox.world.changes.until(lambda: False, 0.01)


async def tells(who: Person, *story: str) -> Seen:
    """Through the first door, telling this; ends where the story can be finished."""
    start = (await who.says("/tell")).id
    window = await who.waits_for("用您自己的话说", after=start)
    for part in story:
        sent = await who.says(part)
        window = await who.waits_for("收到，一共", after=sent.id)
    return window


async def to_read_back(
    who: Person,
    *story: str,
    category: str = "工资·加班·绩效",
    helper: str = "都可以",
    name: str | None = None,
) -> Seen:
    """All the way to the read-back; the story must leave no question open."""
    window = await tells(who, *(story or (STORY,)))
    await push(who, "说完了", message_id=window.id)
    if not window_has(who, window.id, category):
        await push(who, "看全部", message_id=window.id)
    await push(who, category, message_id=window.id)
    await push(who, "就这些", message_id=window.id)
    await push(who, helper, message_id=window.id)
    await push(who, "留名字" if name else "匿名", message_id=window.id)
    if name:
        window = await who.says(name)
    return await who.waits_for("请您读一遍", after=window.id - 1)


async def to_read_back_after_staying(who: Person, story: str) -> Seen:
    """An accusation that is filed here all the same, although the sealed way was offered."""
    window = await tells(who, story)
    await push(who, "说完了", message_id=window.id)
    if not window_has(who, window.id, "违纪·报复"):
        await push(who, "看全部", message_id=window.id)
    await push(who, "违纪·报复", message_id=window.id)
    await push(who, "就这些", message_id=window.id)
    await push(who, "就在这里登记", message_id=window.id)
    await push(who, "都可以", message_id=window.id)
    await push(who, "匿名", message_id=window.id)
    return await who.waits_for("请您读一遍", after=window.id - 1)


def window_has(who: Person, message_id: int, words: str) -> bool:
    seen = next(one for one in who.sees() if one.id == message_id)
    return seen.button(words) is not None


async def files(who: Person, *story: str, **choices: str | None) -> str:
    """A filed concern; its number."""
    window = await to_read_back(who, *story, **choices)  # type: ignore[arg-type]
    await push(who, "登记", message_id=window.id)
    if window_has(who, window.id, "是新的事"):  # they have told the same before
        await push(who, "是新的事", message_id=window.id)
    receipt = await who.waits_for("已登记", after=window.id)
    return receipt.text.partition("编号：")[2].split()[0]


def cards(house: House, number: str) -> list[Seen]:
    """The messages in the group that carry the number as a card does."""
    return [seen for seen in house.lawyer.sees(GROUP) if seen.text.startswith(f"📌 {number}")]


async def card(house: House, number: str, words: str = "") -> Seen:
    """The card once it says this."""
    return await house.lawyer.waits_for(
        lambda seen: seen.text.startswith(f"📌 {number}") and words in seen.text, chat=GROUP
    )


async def claims(house: House, who: Person, number: str) -> Seen:
    """Claimed from the card; the panel in private."""
    if not who.sees():
        await who.starts()
    shown = await card(house, number)
    await push(who, "我来接", chat=GROUP, message_id=shown.id)
    return await who.waits_for(lambda seen: number in seen.text and "登记" in seen.text and bool(seen.rows))


async def a_conversation(house: House, owner: Person, helper: Person, *story: str) -> str:
    """Filed and claimed, the owner knows it; both are in the conversation."""
    number = await files(owner, *story)
    await claims(house, helper, number)
    await owner.waits_for("接手了您的事")
    return number


async def relays(helper: Person, owner: Person, text: str) -> Seen:
    """A note, passed on; the copy that the owner sees."""
    note = await helper.says(text)
    noted = await helper.waits_for("内部备注（", after=note.id)
    await push(helper, "转给当事人", message_id=noted.id)
    return await owner.waits_for(lambda seen: seen.text == text)


async def sends_result(helper: Person, result: str = "补发三个月夜班费") -> None:
    """Written, read back, sent."""
    await push(helper, "写结果")
    asked = await helper.waits_for("谈成了什么")
    await helper.says(result)
    shown = await helper.waits_for("还没有发出去", after=asked.id)
    await push(helper, "发给当事人", message_id=shown.id)
