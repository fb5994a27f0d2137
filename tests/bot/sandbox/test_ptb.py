"""What python-telegram-bot really sends is taken and understood."""

from __future__ import annotations

import telegram as tg
from telegram.ext import ExtBot

from bot.sandbox import Person, Sandbox

GROUP = -1001000000001


def keyboard(*data: str) -> tg.InlineKeyboardMarkup:
    return tg.InlineKeyboardMarkup([[tg.InlineKeyboardButton(word, callback_data=word) for word in data]])


async def test_a_formatted_text_with_buttons_arrives(ptb: ExtBot[None], zhang: Person) -> None:
    sent = await ptb.send_message(1001, "😀<b>你好</b>", parse_mode="HTML", reply_markup=keyboard("a"))
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [("bold", 2, 2)]
    assert zhang.last().button("a") is not None


async def test_explicit_entities_arrive(ptb: ExtBot[None], zhang: Person) -> None:
    sent = await ptb.send_message(1001, "😀粗", entities=[tg.MessageEntity("bold", 2, 1)])
    assert sent.parse_entities() == {sent.entities[0]: "粗"}


async def test_every_kind_of_file_arrives(ptb: ExtBot[None], zhang: Person, png: bytes) -> None:
    await ptb.send_photo(1001, png, caption="图")
    await ptb.send_document(1001, b"x", filename="甲.pdf", caption="<b>文</b>", parse_mode="HTML")
    await ptb.send_voice(1001, b"x", duration=3)
    await ptb.send_video(1001, b"x", duration=4, width=10, height=20)
    await ptb.send_audio(1001, b"x", title="歌")
    await ptb.send_animation(1001, b"x")
    await ptb.send_video_note(1001, b"x", length=240)
    await ptb.send_sticker(1001, png)
    kinds = [seen.kind for seen in zhang.sees() if seen.from_bot]
    expected = ["photo", "document", "voice", "video", "audio", "animation", "video_note", "sticker"]
    assert kinds == expected
    assert zhang.sees()[2].raw["document"]["file_name"] == "甲.pdf"


async def test_an_album_of_new_and_known_files_stays_together(
    ptb: ExtBot[None], zhang: Person, png: bytes
) -> None:
    known = (await ptb.send_photo(1001, png)).photo[-1].file_id
    sent = await ptb.send_media_group(
        1001, [tg.InputMediaPhoto(png), tg.InputMediaPhoto(known)], caption="两张"
    )
    assert len({message.media_group_id for message in sent}) == 1
    assert sent[0].caption == "两张" and sent[1].photo[-1].file_id == known


async def test_copies_arrive(ptb: ExtBot[None], zhang: Person, sandbox: Sandbox) -> None:
    told = await zhang.says("你好")
    await sandbox.person(2001).starts()
    copy = await ptb.copy_message(2001, 1001, told.id)
    await ptb.copy_messages(2001, 1001, [told.id])
    await ptb.forward_message(2001, 1001, told.id)
    texts = [seen.text for seen in sandbox.person(2001).sees() if seen.from_bot]
    assert copy.message_id == 2 and texts == ["你好"] * 3


async def test_every_edit_is_seen(ptb: ExtBot[None], zhang: Person, png: bytes) -> None:
    text = await ptb.send_message(1001, "一", reply_markup=keyboard("a"))
    await ptb.edit_message_text("二", 1001, text.message_id)
    await ptb.edit_message_reply_markup(1001, text.message_id, reply_markup=keyboard("b"))
    photo = await ptb.send_photo(1001, png, caption="旧")
    await ptb.edit_message_caption(1001, photo.message_id, caption="新")
    await ptb.edit_message_media(tg.InputMediaDocument(b"x", caption="换"), 1001, photo.message_id)
    assert [(seen.kind, seen.text) for seen in zhang.sees()[-2:]] == [("text", "二"), ("document", "换")]


async def test_reply_react_pin_and_delete(ptb: ExtBot[None], zhang: Person) -> None:
    told = await zhang.says("在吗")
    answer = await ptb.send_message(1001, "在", reply_to_message_id=told.id, allow_sending_without_reply=True)
    assert answer.reply_to_message and answer.reply_to_message.message_id == told.id
    await ptb.set_message_reaction(1001, told.id, "👍")
    await ptb.pin_chat_message(1001, answer.message_id)
    await ptb.unpin_chat_message(1001, answer.message_id)
    await ptb.delete_message(1001, answer.message_id)
    await ptb.delete_messages(1001, [told.id])
    assert await ptb.send_chat_action(1001, "typing")


async def test_a_pressed_button_is_answered(ptb: ExtBot[None], zhang: Person) -> None:
    await ptb.send_message(1001, "选", reply_markup=keyboard("甲"))
    press = await zhang.presses("甲")
    updates = await ptb.get_updates(timeout=1)
    assert updates[0].callback_query
    await updates[0].callback_query.answer("好")
    assert press.notice == "好"


async def test_reply_keyboards_come_and_go(ptb: ExtBot[None], zhang: Person) -> None:
    await ptb.send_message(
        1001, "选", reply_markup=tg.ReplyKeyboardMarkup([["甲", "乙"]], resize_keyboard=True)
    )
    assert zhang.keyboard() == ["甲", "乙"]
    await ptb.send_message(1001, "好", reply_markup=tg.ReplyKeyboardRemove())
    assert zhang.keyboard() == []


async def test_chats_commands_and_files_are_known(ptb: ExtBot[None], zhang: Person) -> None:
    assert (await ptb.get_chat(GROUP)).title == "调解员工作群"
    assert len(await ptb.get_chat_administrators(GROUP)) == 2
    assert (await ptb.get_chat_member(GROUP, 3001)).status == "creator"
    await ptb.set_my_commands([("tell", "说一件事")])
    assert [command.command for command in await ptb.get_my_commands()] == ["tell"]
    sent = await ptb.send_document(1001, b"words")
    assert sent.document
    file = await ptb.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"words"
