"""Steps of stories about seeing a name: the organisation knows 小张 under another name."""

from pathlib import Path
from typing import Any

from bot.app.store import open_database
from bot.sandbox import Person, Seen
from storage.unit_of_work.records import SqlRecords
from tests.house import House, house_settings
from tests.journeys import steps
from tests.organisations import person, small

NAME, STAFF_NUMBER = "欧阳金雀", "ZG-889901"
WHY = "仲裁要写申请书"
ZHANG = 1001


def know_zhang(records: SqlRecords) -> None:
    """The imported organisation has 小张 with name and staff number."""
    records.organisation.replace(small(person("top"), person(STAFF_NUMBER, "top", name=NAME, telegram=ZHANG)))


async def known_before(folder: Path) -> None:
    """Imported before the house is opened, so that the file has each word once, where it belongs."""
    database = open_database(house_settings("http://127.0.0.1:1", folder), 1)
    await database.run(know_zhang)
    database.close()


async def asks(house: House, number: str, who: Person | None = None, why: str = WHY) -> None:
    """From the panel: a ground, a sentence."""
    who = who or house.lawyer
    await house.supervisor.starts()
    panel = await who.waits_for(lambda seen: number in seen.text and seen.button("看真实姓名") is not None)
    await steps.push(who, "看真实姓名", message_id=panel.id)
    page = await who.waits_for("能用代号办，就用代号")
    await steps.push(who, "文书上要写名字", message_id=page.id)
    asked = await who.waits_for("写一句为什么")
    await who.says(why)
    await who.waits_for("等另一位同事定", after=asked.id)


async def letter(house: House) -> Seen:
    """What the supervisor was asked."""
    return await house.supervisor.waits_for("想看")


async def agrees(house: House) -> None:
    wanted = await letter(house)
    await steps.push(house.supervisor, "✅ 同意", message_id=wanted.id)
    await house.lawyer.waits_for("姓名可以看了")


async def looks(house: House) -> Seen:
    """The message that shows it."""
    granted = await house.lawyer.waits_for("姓名可以看了")
    await steps.push(house.lawyer, "看一次", message_id=granted.id)
    return await house.lawyer.waits_for(NAME)


async def whole_story(house: House) -> tuple[str, Seen]:
    """Filed, claimed, asked, granted, seen."""
    number = await steps.a_conversation(house, house.zhang, house.lawyer)
    await asks(house, number)
    await agrees(house)
    shown = await looks(house)
    await house.zhang.waits_for("看过您的姓名")
    return number, shown


async def lines(house: House) -> list[Any]:
    """What became of each unmasking."""
    text = "SELECT state, looks FROM unmaskings ORDER BY id"
    return await steps.ask(house, lambda r: [tuple(row) for row in r.connection.exec_driver_sql(text)])
