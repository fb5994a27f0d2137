"""Steps of the stories about questions without an answer; each waits for what it causes."""

from datetime import timedelta
from typing import Any

from bot.sandbox import Person, Seen
from mediation.questions import answering
from tests.house import House
from tests.journeys import steps

ASKED = "休息日加班怎么算钱"
ANSWER = "先安排补休；安排不了，按两倍付。依据是第四十四条。"


def officer(house: House) -> Person:
    return house.sandbox.person("孙姐")


async def noted(house: House, text: str = ASKED, who: Person | None = None) -> int:
    """A question that found nothing; ``who`` wishes to be told."""
    person = None
    if who is not None:
        await who.starts()
        await who.waits_for("我是信桥")
        person = await steps.person_of(house, who)
    return await steps.ask(house, lambda r: answering.note_question(r, text, "nothing", "WAGE", person).id)


async def opens(who: Person, words: str = ASKED) -> Seen:
    """The question, from the list."""
    sent = await who.says("/questions")
    shown = await who.waits_for("没答上来的问题", after=sent.id)
    await steps.push(who, words, message_id=shown.id)
    return await who.waits_for(lambda seen: seen.id == shown.id and "问过" in seen.text)


async def begins(who: Person, answer: str = ANSWER) -> Seen:
    """Title and answer are written, from the open question; now the source is asked for."""
    await steps.push(who, "写答复")
    await who.waits_for("先起个标题")
    await who.says("休息日加班的钱")
    await who.waits_for("再写答复")
    sent = await who.says(answer)
    return await who.waits_for("出自哪几条", after=sent.id)


async def submits(house: House) -> None:
    """The policy officer's draft waits for somebody else."""
    await opens(officer(house))
    await begins(officer(house))
    await officer(house).says("劳动法 44")
    await officer(house).waits_for("多久以后")
    await steps.push(officer(house), "半年")
    shown = await officer(house).waits_for("还没有提交")
    await steps.push(officer(house), "提交审核", message_id=shown.id)
    await officer(house).waits_for("提交了")


async def kept(house: House, question_id: int) -> Any:
    return await steps.ask(house, lambda r: r.questions.find(question_id))


async def cards(house: House) -> list[Any]:
    here = timedelta(hours=8)
    return await steps.ask(house, lambda r: r.questions.cards((r.now + here).date()))
