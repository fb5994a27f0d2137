"""What a supervisor looks at: the organisation, and the register as a file."""

from bot.sandbox import Person, Seen
from tests.house import House
from tests.journeys import steps
from tests.journeys.audit.test_audit import log
from tests.journeys.procedure.procedure_steps import Desk
from tests.organisations import small


async def register_of(house: House, who: Person) -> Seen | None:
    """Presses the button of the list; the file, where one came."""
    before = (await who.says("/matters")).id
    listed = await who.waits_for(lambda seen: "正式办理" in seen.text, after=before)
    await steps.push(who, "导出台账", message_id=listed.id)
    await steps.settled(house)
    files = [one for one in who.sees() if "document" in one.raw and one.id > listed.id]
    return files[-1] if files else None


async def test_a_supervisor_reads_in_the_chat_what_is_missing_in_the_organisation(house: House) -> None:
    await steps.ask(house, lambda r: r.organisation.replace(small()))
    before = (await house.supervisor.says("/org")).id
    said = await house.supervisor.waits_for("组织机构检查", after=before)
    assert "U 一厂：单位没有主要负责人" in said.text
    assert "住房" in said.text and "HOUS" not in said.text


async def test_who_does_not_supervise_learns_nothing_of_the_organisation(house: House) -> None:
    await steps.ask(house, lambda r: r.organisation.replace(small()))
    for who in (house.zhang, house.lawyer):
        before = (await who.says("/org")).id
        assert (await who.waits_for("只给督查", after=before)).text == "这里只给督查。"


async def test_the_register_is_taken_as_a_file_without_names_and_the_audit_keeps_it(house: House) -> None:
    await Desk(house).sit()
    number = await steps.files(house.zhang)
    await steps.settled(house)
    sent = await register_of(house, house.supervisor)
    assert sent is not None
    file = house.sandbox.world.files.by_id(sent.raw["document"]["file_id"])
    text = file.content.decode("utf-8-sig")
    assert number in text and "张" not in text and "夜班" not in text
    (kept,) = [line for line in await log(house) if line.act == "exported"]
    assert kept.actor == str(await steps.person_of(house, house.supervisor))


async def test_a_matter_about_the_supervisor_is_not_in_their_register(house: House) -> None:
    await Desk(house).sit()
    number = await steps.files(house.zhang)
    await steps.settled(house)
    me = await steps.person_of(house, house.supervisor)
    await steps.ask(
        house, lambda r: r.matters.save(r.matters.get(number).model_copy(update={"named": frozenset({me})}))
    )
    assert await register_of(house, house.supervisor) is None
    assert not [line for line in await log(house) if line.act == "exported"]
