"""Shared steps of the stories of the formal procedure: who presses and answers what."""

from bot.sandbox import Person, Seen
from tests.house import House
from tests.journeys.steps import ask, newcomer, on_roster, push, settled


class Desk:
    """Registry, handler, unit head and reviewers, on the roster, each with a name of their own."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.registry = newcomer(house, "登记小林")
        self.head = newcomer(house, "马经理")
        self.reviewer = newcomer(house, "复查老吴")
        self.higher = newcomer(house, "复核老郑")

    async def sit(self) -> "Desk":
        for who, duty in (
            (self.registry, "triage"), (self.head, "head"),
            (self.reviewer, "reviewer"), (self.higher, "reviewer"),
        ):  # fmt: skip
            await who.starts()
            await on_roster(self.house, who, duty)
        return self


async def stage(house: House, who: Person, number: str) -> Seen:
    """The stage of the matter, from the list of matters."""
    before = (await who.says("/matters")).id
    listed = await who.waits_for("正式办理台账", after=before)
    await push(who, number, message_id=listed.id)
    return await who.waits_for(lambda seen: seen.text.startswith(f"📑 {number}"), after=listed.id)


async def own_stage(owner: Person, number: str) -> Seen:
    """The owner's way to it."""
    before = (await owner.says("/cases")).id
    listed = await owner.waits_for(lambda seen: seen.button(number) is not None, after=before)
    await push(owner, number, message_id=listed.id)
    shown = await owner.waits_for(lambda seen: seen.button("正式办理") is not None, after=listed.id)
    await push(owner, "正式办理", message_id=shown.id)
    return await owner.waits_for(lambda seen: seen.text.startswith(f"📑 {number}"), after=shown.id)


async def takes(house: House, who: Person, shown: Seen, step: str, *answers: str) -> Seen:
    """Press the step, answer what is asked (a button where one says so), read it back, confirm.

    The stage afterwards, or the last thing that was said.
    """
    last = shown
    await push(who, step, message_id=shown.id)
    for answer in answers:
        asked = await who.waits_for(lambda seen: seen.button("先不写了") is not None, after=last.id)
        if asked.button(answer) is not None:
            await push(who, answer, message_id=asked.id)
            last = asked
        else:
            last = await who.says(answer)
    back = await who.waits_for("请再看一遍", after=last.id)
    yes = "签名并发出" if back.button("签名并发出") is not None else "确定"
    await push(who, yes, message_id=back.id)
    done = await who.waits_for("好了，", after=back.id)
    await settled(house)
    return done


async def state_of(house: House, number: str) -> str:
    return await ask(house, lambda r: r.matters.get(number).state)
