"""The one file that knows python-telegram-bot, against the sandbox: what is sent, what refusals become."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.callbacks import Button, Press
from bot.outbound.outgoing import Album, Card, Copy, Edit, TakeBack, Words
from bot.outbound.sender import Rejected, Sender, TryLater, Unreachable
from bot.sandbox import Limits, Person, Sandbox, SandboxOptions, Seen
from mediation.model.cases.content import Content

GROUP = -1001000000001
BOLD = [{"type": "bold", "offset": 0, "length": 2}]
BUTTONS = [[Button("我来接", Press("claim", "K7QF-2MRD"))], [Button("网页", url="https://example.org/")]]


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(SandboxOptions(limits=Limits.off())) as running:
        yield running


@pytest.fixture
async def zhang(sandbox: Sandbox) -> Person:
    person = sandbox.person("小张")
    await person.starts()
    return person


@pytest.fixture
async def sender(sandbox: Sandbox) -> AsyncIterator[Sender]:
    new = Sender(sandbox.token, sandbox.base_url, 0, 0)
    await new.start()
    yield new
    await new.stop()


def copied(seen: Seen) -> Copy:
    """What a person sent, as a outgoing for another."""
    body: Any = seen.raw[seen.kind]
    file = body[-1]["file_id"] if seen.kind == "photo" else body["file_id"]
    return Copy(1, Content(kind=seen.kind, text=seen.text, file=file))


async def test_words_arrive_with_markup_buttons_and_the_reply(sender: Sender, zhang: Person) -> None:
    question = await zhang.says("在吗")
    (message,) = await sender.send(zhang.id, Words("<b>在</b> &lt;3", BUTTONS, question.id))
    seen = zhang.last()
    assert (seen.id, seen.text, seen.reply_to) == (message, "在 <3", question.id)
    assert seen.raw["entities"][0]["type"] == "bold"
    assert [button.text for button in seen.buttons] == ["我来接", "网页"]
    assert seen.buttons[0].data == Press("claim", "K7QF-2MRD").pack()
    assert seen.buttons[1].url == "https://example.org/"


async def test_a_reply_to_a_message_that_is_gone_is_sent_all_the_same(sender: Sender, zhang: Person) -> None:
    await sender.send(zhang.id, Words("到了", reply_to=4711))
    assert (zhang.last().text, zhang.last().reply_to) == ("到了", None)


async def test_a_text_is_copied_with_its_formatting_and_never_read_as_markup(
    sender: Sender, zhang: Person
) -> None:
    await sender.send(zhang.id, Copy(1, Content(text="粗体 <b>不是</b>", entities=BOLD)))
    assert zhang.last().text == "粗体 <b>不是</b>"
    assert zhang.last().raw["entities"] == BOLD
    assert "forward_origin" not in zhang.last().raw


@pytest.mark.parametrize("kind", ["photo", "document", "voice", "video", "audio", "animation", "video_note"])
async def test_every_kind_of_file_is_copied(sender: Sender, zhang: Person, kind: str) -> None:
    sent = await zhang.sends(kind, caption="" if kind == "video_note" else "看这个")
    (message,) = await sender.send(zhang.id, copied(sent))
    seen = zhang.last()
    assert (seen.id, seen.kind, seen.text) == (message, kind, sent.text)
    assert "forward_origin" not in seen.raw


async def test_an_album_stays_one_album(sender: Sender, zhang: Person) -> None:
    sent = await zhang.sends_album(("photo", "photo", "video"), caption="三张")
    items = [(number, copied(seen).content) for number, seen in enumerate(sent)]
    messages = await sender.send(zhang.id, Album(items))
    copies = zhang.sees()[-3:]
    assert [seen.id for seen in copies] == messages
    assert len({seen.album for seen in copies}) == 1
    assert copies[0].text == "三张"


async def test_an_edit_changes_the_copy(sender: Sender, zhang: Person) -> None:
    (text,) = await sender.send(zhang.id, Copy(1, Content(text="明天")))
    assert await sender.send(zhang.id, Edit(1, Content(text="后天"), text)) == []
    assert (zhang.last().text, zhang.last().edited) == ("后天", True)
    (photo,) = await sender.send(zhang.id, copied(await zhang.sends("photo", caption="旧")))
    await sender.send(zhang.id, Edit(1, Content(kind="photo", text="新", file="x"), photo))
    assert zhang.last().text == "新"


async def test_an_edit_that_changes_nothing_is_no_trouble(sender: Sender, zhang: Person) -> None:
    (message,) = await sender.send(zhang.id, Copy(1, Content(text="明天")))
    assert await sender.send(zhang.id, Edit(1, Content(text="明天"), message)) == []


async def test_a_card_is_edited_where_it_stands_and_posted_again_when_it_is_gone(
    sender: Sender, sandbox: Sandbox
) -> None:
    lawyer = sandbox.person("李律师")
    (first,) = await sender.send(GROUP, Card("待接手", BUTTONS, None))
    assert await sender.send(GROUP, Card("在办", [], first)) == []
    assert (lawyer.last(GROUP).text, lawyer.last(GROUP).buttons) == ("在办", ())
    sandbox.world.remove(sandbox.world.chats[GROUP], first)
    (again,) = await sender.send(GROUP, Card("已办结", [], first))
    assert (lawyer.last(GROUP).id, lawyer.last(GROUP).text) == (again, "已办结")


async def test_a_panel_is_pinned_and_a_pin_that_fails_is_no_trouble(
    sender: Sender, sandbox: Sandbox, zhang: Person
) -> None:
    (message,) = await sender.send(zhang.id, Words("面板"))
    await sender.pin(zhang.id, message)
    assert sandbox.world.chats[zhang.id].pinned == [message]
    await sender.pin(zhang.id, 4711)


@pytest.mark.parametrize("who", ["blocked", "never started", "unknown"])
async def test_who_cannot_be_reached_is_unreachable(sender: Sender, sandbox: Sandbox, who: str) -> None:
    chen = sandbox.person("老陈")
    if who == "blocked":
        await chen.starts()
        await chen.blocks()
    with pytest.raises(Unreachable):
        await sender.send(4711 if who == "unknown" else chen.id, Words("在吗"))


@pytest.mark.parametrize("html", ["<b>", "<marquee>x</marquee>", "字" * 4097, ""])
async def test_what_telegram_will_never_take_is_rejected(sender: Sender, zhang: Person, html: str) -> None:
    with pytest.raises(Rejected):
        await sender.send(zhang.id, Words(html))


async def test_a_wait_is_obeyed_before_it_is_sent_again(sandbox: Sandbox, zhang: Person) -> None:
    sender = Sender(sandbox.token, sandbox.base_url, 0, 0)
    await sender.start()
    sandbox.faults.add("flood", method="sendMessage", seconds=1)
    before = asyncio.get_running_loop().time()
    await sender.send(zhang.id, Words("到了"))
    assert asyncio.get_running_loop().time() - before >= 1
    assert zhang.last().text == "到了"
    await sender.stop()


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_server_error_is_for_later(
    sender: Sender, sandbox: Sandbox, zhang: Person, status: int
) -> None:
    sandbox.faults.add("error", method="sendMessage", status=status)
    with pytest.raises(TryLater) as caught:
        await sender.send(zhang.id, Words("在吗"))
    assert caught.value.seconds is None
    await sender.send(zhang.id, Words("到了"))


async def test_a_broken_line_is_for_later(sender: Sender, sandbox: Sandbox, zhang: Person) -> None:
    sandbox.faults.add("drop", method="sendMessage")
    with pytest.raises(TryLater):
        await sender.send(zhang.id, Words("在吗"))


async def test_nobody_there_is_for_later() -> None:
    sender = Sender("7000000001:abc", "http://127.0.0.1:1", 0, 0)
    with pytest.raises(TryLater):
        await sender.start()
    await sender.stop()


async def test_a_wrong_token_is_rejected_without_being_shown(sandbox: Sandbox) -> None:
    sender = Sender("7000000002:very-secret", sandbox.base_url, 0, 0)
    with pytest.raises(Rejected) as caught:
        await sender.start()
    assert "very-secret" not in str(caught.value)
    await sender.stop()


async def test_what_is_taken_back_is_gone_and_taken_back_again_is_no_error(
    sender: Sender, zhang: Person
) -> None:
    messages = [(await sender.send(zhang.id, Words(text)))[0] for text in ("名字", "别的")]
    for _ in range(2):
        assert await sender.send(zhang.id, TakeBack((messages[0],), "收回了")) == []
    assert [seen.text for seen in zhang.sees() if seen.id >= messages[0]] == ["别的"]


async def test_what_is_too_old_to_be_deleted_says_no_more_than_that_it_was_taken_back(
    sandbox: Sandbox, sender: Sender, zhang: Person
) -> None:
    (message,) = await sender.send(zhang.id, Words("名字"))
    kept = sandbox.world.chats[zhang.id].messages[message]
    kept["date"] -= 49 * 3600
    await sender.send(zhang.id, TakeBack((message,), "收回了"))
    assert zhang.last().text == "收回了"
