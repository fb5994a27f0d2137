"""Everything that the vault hides, written once and read back; each word of it is found nowhere else."""

from typing import Any

from mediation.model.care import Agreement
from mediation.model.cases.case import Notice
from storage.mail.outbox import UpdateKey
from tests.builders import BOT, LAWYER, ROSTER, a_content, a_place
from tests.fakes.story import Story

CHAT = 8_123_456_789
WORDS = (
    "夜班费扣光凭证", "张金丝雀", "九月初三丙班", "改口的话", "内部便笺灰", "补发协议蓝", "评价词橙",
    "交还理由紫", "草稿句绿", "草稿称呼白", "对话框键入褐", "更新原文黑", "回执四四一七", "附件名青.pdf",
    "服务意见粉", "意见答复金", "保全缘由银", "解除缘由铜", "关心笔记铁",
    str(CHAT),
)  # fmt: skip
DIALOG = f"{BOT}:{CHAT}:{CHAT}:::"


def confide(records: Any) -> str:
    """A person's story through every table; returns the case's number."""
    for member in ROSTER:
        records.people.set_staff(member)
    person = records.people.meet(CHAT, records.now)
    story = Story(records)
    place = a_place(chat=CHAT)
    number = story.file("先说一句", owner=person, name="张金丝雀", account={"when": "九月初三丙班"})
    said = story.add("夜班费扣光凭证", place, owner=person)
    records.talk.rewrite(said.id, a_content("改口的话"), records.now)
    story.add(a_content("", kind="document", file="f1", file_name="附件名青.pdf"), owner=person)
    story.pull("claim", LAWYER)
    story.note(LAWYER, "内部便笺灰")
    story.pull("give_back", LAWYER, reason="交还理由紫")
    case = records.cases.get(number)
    records.cases.save(case.model_copy(update={"result": "补发协议蓝", "rating_words": "评价词橙"}))
    records.drafts.add_part(person, a_content("草稿句绿"), a_place(message=77, chat=CHAT))
    records.drafts.change(person, account={"where": "草稿句绿"}, name="草稿称呼白", wish="lawyer")
    records.dialog_places.put(DIALOG, "intake:name", {"typed": "对话框键入褐"})
    records.inbox.accept(UpdateKey(BOT, 7), '{"text": "更新原文黑"}')
    records.outbox.post(Notice(to=person, kind="receipt", case_number=number, facts={"code": "回执四四一七"}))
    complaint = records.complaints.add(person, "服务意见粉", records.now)
    records.complaints.answer(complaint, "意见答复金", LAWYER.person_id, records.now)
    records.holds.hold(number, "保全缘由银", records.now)
    records.holds.release(number, "解除缘由铜", records.now)
    care = Agreement(
        id=0, person_id=person, alias="C33", duty="union", often="weekly", until=records.now.date(),
        asked_at=records.now,
    )  # fmt: skip
    records.care.write(records.care.ask(care).id, "note", "关心笔记铁", records.now)
    return number


def recalled(records: Any, number: str) -> dict[str, Any]:
    """All of it as the bot reads it."""
    visitor = records.people.visitor(CHAT)
    case = records.cases.get(number)
    (receipt,) = [one for one in records.outbox.due(records.now, 100) if "回执四四一七" in one.facts.values()]
    draft = records.drafts.get(visitor.person_id)
    return {
        "chat": (visitor.chat, records.people.chat_of(visitor.person_id), records.people.find(CHAT)),
        "name": records.cases.name(number),
        "account": records.cases.account(number),
        "case": case.model_dump(),
        "history": [one.model_dump() for one in records.cases.history(number)],
        "said": [one.model_dump() for one in records.talk.of_case(number)],
        "draft": draft.model_dump(),
        "dialog": records.dialog_places.get(DIALOG),
        "inbox": records.inbox.unfinished(BOT),
        "receipt": (receipt.facts, receipt.chat),
        "holds": [one.model_dump() for one in records.holds.of_case(number)],
        "complaints": [tuple(one) for one in records.complaints.of_person(visitor.person_id)],
        "care": [
            [note.model_dump() for note in records.care.notes(one.id)]
            for one in records.care.of_person(visitor.person_id)
        ],
        "stands": records.talk.at(draft.parts[0][1]),
    }
