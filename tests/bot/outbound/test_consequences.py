"""What follows from a letter that was sent, refused or could not be brought: the store knows it."""

import asyncio
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.outbound.outgoing import Card, Copy
from bot.outbound.sender import Rejected, TryLater
from mediation.model.cases.content import Place
from storage.tables import CampaignRow
from tests.bot.outbound.conftest import ELSE_CHAT, GROUP, LAWYER_CHAT, OWNER_CHAT, Office
from tests.builders import a_content, a_picture

CAMPAIGN = "may-2026"


async def campaign(office: Office) -> None:
    """Three people opted in, and it has been started."""

    def start(records: Any) -> None:
        for person in (office.owner, office.lawyer, office.someone):
            records.campaigns.subscribe(person)
        row = CampaignRow(id=CAMPAIGN, title="民法典", text="…", started_at=records.now)
        records.campaigns.start(row, records.bot)

    await office.do(start)


async def test_a_relayed_message_is_put_on_the_map(office: Office) -> None:
    await office.claimed()
    said = await office.story(lambda s: s.add("考核表能要到吗", owner=office.owner))
    await office.deliver()
    ((message, outgoing),) = office.sender.chats[LAWYER_CHAT].items()
    assert isinstance(outgoing, Copy)
    there = Place(bot=office.database.bot, chat=LAWYER_CHAT, message=message)
    assert (await office.do(lambda r: r.talk.at(there))).id == said.id


async def test_ten_changes_of_a_case_are_one_edit_of_its_card(office: Office) -> None:
    await office.file()
    await office.post("card", None, case_number=office.number, key=f"card:{office.number}")
    await office.deliver()
    for _ in range(10):
        await office.post("card", None, case_number=office.number, key=f"card:{office.number}")
    await office.deliver()
    assert len(office.sender.chats[GROUP]) == 1
    assert len(office.sender.edits) == 1


async def test_a_card_that_changes_while_it_is_sent_is_edited_afterwards(office: Office) -> None:
    await office.file()
    gate = office.sender.hold(GROUP)
    await office.post("card", None, case_number=office.number, key=f"card:{office.number}")
    delivering = asyncio.create_task(office.deliver())
    while not office.sender.calls:
        await asyncio.sleep(0)
    await office.post("card", None, case_number=office.number, key=f"card:{office.number}")
    gate.set()
    await delivering
    assert (len(office.sender.chats[GROUP]), len(office.sender.edits)) == (1, 1)


async def test_a_card_that_somebody_deleted_is_posted_again(office: Office) -> None:
    await office.file()
    for _ in range(2):
        await office.post("card", None, case_number=office.number, key=f"card:{office.number}")
        await office.deliver()
        office.sender.chats[GROUP].clear()
    cards = [outgoing for chat, outgoing in office.sender.calls if isinstance(outgoing, Card)]
    assert len(cards) == 2
    assert office.sender.edits == []


async def test_pictures_of_an_album_go_together(office: Office) -> None:
    await office.claimed()
    for text in ("一", "", "三"):
        await office.story(lambda s, text=text: s.add(a_picture("A", text), owner=office.owner))
    await office.deliver()
    assert office.sender.texts(LAWYER_CHAT) == []
    office.clock.forward(seconds=1)
    await office.deliver()
    assert len(office.sender.calls) == 1
    assert len(office.sender.chats[LAWYER_CHAT]) == 3


async def test_the_result_counts_as_delivered_when_it_has_arrived(office: Office) -> None:
    await office.claimed()
    office.sender.trouble(OWNER_CHAT, TryLater("line"))
    await office.story(lambda s: s.pull("record_result", office.as_lawyer, result="补发"))
    await office.deliver()
    assert (await office.story(lambda s: s.case)).result_delivered_at is None
    office.clock.forward(seconds=5)
    await office.deliver()
    assert (await office.story(lambda s: s.case)).result_delivered_at == office.clock()


async def test_the_receipt_code_is_nowhere_once_it_has_been_sent(office: Office) -> None:
    await office.file()
    facts = {"code": "1234 5678 9012 3456", "filed_at": office.clock().isoformat()}
    await office.post("receipt", office.owner, case_number=office.number, facts=facts)
    await office.deliver()
    assert "1234 5678 9012 3456" in "".join(office.sender.texts(OWNER_CHAT))
    assert await office.rows("CAST(facts AS TEXT)") == [("{}",)]


@pytest.mark.parametrize("ending", ["blocked", "refused"])
async def test_who_wrote_what_did_not_arrive_is_told_so(office: Office, ending: str) -> None:
    await office.claimed()
    if ending == "blocked":
        office.sender.blocked.add(OWNER_CHAT)
    else:
        office.sender.trouble(OWNER_CHAT, Rejected("wrong"))
    said = await office.story(lambda s: s.note(office.as_lawyer, a_content("三天内答复您")))
    await office.story(lambda s: s.relay(office.as_lawyer, said))
    await office.deliver()
    told = "".join(office.sender.texts(LAWYER_CHAT))
    assert "三天内答复您" in told
    assert ("not_delivered", "sent") in await office.rows()


async def test_a_campaign_goes_after_the_conversation(office: Office) -> None:
    await office.file()
    await campaign(office)
    await office.say("现在说的话", to=office.someone)
    await office.deliver()
    first, second = office.sender.texts(ELSE_CHAT)
    assert "现在说的话" in first
    assert "民法典" in second


async def test_the_ledger_has_one_row_for_each_recipient_with_what_became_of_it(office: Office) -> None:
    await campaign(office)
    office.sender.blocked.add(OWNER_CHAT)
    office.sender.trouble(LAWYER_CHAT, Rejected("wrong"))
    await office.deliver()
    counts = await office.do(lambda r: r.campaigns.counts(CAMPAIGN))
    assert counts == {"unreachable": 1, "failed": 1, "sent": 1}
    assert (await office.do(lambda r: r.campaigns.get(CAMPAIGN))).state == "done"


async def test_a_restart_in_the_middle_of_a_campaign_sends_the_rest_and_nothing_twice(office: Office) -> None:
    await campaign(office)
    gate = office.sender.hold(ELSE_CHAT)
    old = office.outbox_worker
    delivering = asyncio.create_task(office.deliver(old))
    while len(await office.do(lambda r: r.campaigns.counts(CAMPAIGN))) < 2:
        await asyncio.sleep(0)
    delivering.cancel()
    for task in old._tasks:
        task.cancel()
    gate.set()
    await office.deliver(office.new_worker())
    assert await office.do(lambda r: r.campaigns.counts(CAMPAIGN)) == {"sent": 3}
    assert [len(office.sender.chats[chat]) for chat in (OWNER_CHAT, LAWYER_CHAT, ELSE_CHAT)] == [1, 1, 1]


async def test_a_stopped_campaign_is_silent_at_once(office: Office) -> None:
    await campaign(office)
    await office.do(lambda r: r.campaigns.stop(CAMPAIGN))
    await office.deliver()
    assert office.sender.calls == []


async def test_a_store_that_fails_after_the_sending_is_waited_for(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.outbound.outbox_worker.NOTE_PAUSES", (0, 0))
    failures = [OperationalError("COMMIT", {}, Exception("disk full"))] * 2
    really = office.database.run

    async def run(work: Any) -> Any:
        if failures and office.sender.chats[OWNER_CHAT]:
            raise failures.pop()
        return await really(work)

    monkeypatch.setattr(office.database, "run", run)
    await office.say("①", "②")
    await office.deliver()
    assert len(office.sender.chats[OWNER_CHAT]) == 2
    assert {row[1] for row in await office.rows()} == {"sent"}


async def test_a_consequence_that_cannot_be_noted_does_not_send_the_letter_for_ever(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await office.claimed()

    def broken(*_: Any) -> None:
        raise LookupError

    monkeypatch.setattr("bot.outbound.letters.cases.result_delivered", broken)
    await office.story(lambda s: s.pull("record_result", office.as_lawyer, result="补发"))
    await office.say("②")
    await office.deliver()
    assert len(office.sender.chats[OWNER_CHAT]) == 2


async def test_the_postman_outlives_a_store_that_does_not_answer(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.outbound.outbox_worker.RETRY_SECONDS", 0)
    failures = [OperationalError("SELECT", {}, Exception("locked"))] * 3
    really = office.database.run

    async def run(work: Any) -> Any:
        if failures:
            raise failures.pop()
        return await really(work)

    await office.say("①")
    monkeypatch.setattr(office.database, "run", run)
    running = asyncio.create_task(office.outbox_worker.run())
    while not office.sender.chats[OWNER_CHAT]:
        await asyncio.sleep(0)
    office.outbox_worker.stop()
    await running
    assert failures == []


async def test_a_letter_that_arrives_after_its_case_was_taken_out_leads_nowhere(
    office: Office,
) -> None:
    number = await office.file()
    gate = office.sender.hold(GROUP)
    await office.post("card", None, case_number=number, key=f"card:{number}")
    delivering = asyncio.create_task(office.deliver())
    while not office.sender.calls:
        await asyncio.sleep(0)
    await office.do(lambda r: r.case_removal.case(number))
    gate.set()
    await delivering
    assert await office.do(lambda r: r.places.card(number)) is None
    assert await office.rows() == []
