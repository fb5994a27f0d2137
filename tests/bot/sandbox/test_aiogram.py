"""What aiogram really sends is taken and understood."""

from __future__ import annotations

from io import BytesIO

from aiogram import Bot, types
from aiogram.client.default import DefaultBotProperties
from aiogram.types import BufferedInputFile

from bot.sandbox import Person, Sandbox

GROUP = -1001000000001


def keyboard(*data: str) -> types.InlineKeyboardMarkup:
    row = [types.InlineKeyboardButton(text=word, callback_data=word) for word in data]
    return types.InlineKeyboardMarkup(inline_keyboard=[row])


async def test_the_bot_introduces_itself(aio: Bot) -> None:
    me = await aio.get_me()
    assert (me.id, me.username, me.first_name) == (7000000001, "xinqiao_bot", "信桥")
    assert me.supports_inline_queries


async def test_a_formatted_text_with_buttons_arrives(aio: Bot, zhang: Person) -> None:
    sent = await aio.send_message(
        1001, "<b>你好</b>😀<i>!</i>", parse_mode="HTML", reply_markup=keyboard("a")
    )
    assert [(e.type, e.offset, e.length) for e in sent.entities or []] == [("bold", 0, 2), ("italic", 4, 1)]
    assert zhang.last().button("a") is not None


async def test_default_properties_of_the_bot_are_understood(aio: Bot, zhang: Person) -> None:
    aio.default = DefaultBotProperties(parse_mode="HTML", protect_content=True, link_preview_is_disabled=True)
    sent = await aio.send_message(1001, "<code>x</code>")
    assert sent.text == "x" and sent.has_protected_content
    assert sent.link_preview_options and sent.link_preview_options.is_disabled


async def test_every_kind_of_file_arrives(aio: Bot, zhang: Person, png: bytes) -> None:
    file = BufferedInputFile(png, "甲.bin")
    await aio.send_photo(1001, file, caption="图")
    await aio.send_document(1001, file, caption="<b>文</b>", parse_mode="HTML")
    await aio.send_voice(1001, file, duration=3)
    await aio.send_video(1001, file, duration=4, width=10, height=20)
    await aio.send_audio(1001, file, title="歌")
    await aio.send_animation(1001, file)
    await aio.send_video_note(1001, file, length=240)
    await aio.send_sticker(1001, file)
    kinds = [seen.kind for seen in zhang.sees() if seen.from_bot]
    expected = ["photo", "document", "voice", "video", "audio", "animation", "video_note", "sticker"]
    assert kinds == expected


async def test_contact_and_place_arrive(aio: Bot, zhang: Person) -> None:
    await aio.send_contact(1001, "12348", "法律援助")
    await aio.send_location(1001, 31.2, 121.5)
    assert [seen.kind for seen in zhang.sees()[-2:]] == ["contact", "location"]


async def test_an_album_stays_together(aio: Bot, zhang: Person, png: bytes) -> None:
    media = [
        types.InputMediaPhoto(media=BufferedInputFile(png, f"{i}.png"), caption=str(i)) for i in range(3)
    ]
    sent = await aio.send_media_group(1001, media)
    assert len({message.media_group_id for message in sent}) == 1
    assert [seen.text for seen in zhang.sees()[-3:]] == ["0", "1", "2"]


async def test_a_file_goes_to_the_bot_and_back_by_its_id(aio: Bot, zhang: Person) -> None:
    await zhang.sends("document", name="合同.pdf", content=b"words")
    [update] = await aio.get_updates()
    assert update.message and update.message.document
    document = update.message.document
    assert document.file_name == "合同.pdf"
    loaded = await aio.download(document, BytesIO())
    assert loaded is not None and loaded.read() == b"words"
    await aio.send_document(1001, document.file_id)
    assert zhang.last().raw["document"]["file_id"] == document.file_id


async def test_copies_show_no_sender_and_forwards_do(aio: Bot, zhang: Person, sandbox: Sandbox) -> None:
    told = await zhang.says("只给你看")
    await sandbox.person("李律师").starts()
    await aio.copy_message(2001, 1001, told.id, reply_markup=keyboard("接"))
    await aio.copy_messages(2001, 1001, [told.id, 99])
    await aio.forward_message(2001, 1001, told.id)
    copied, again, forwarded = sandbox.person(2001).sees()[-3:]
    assert "小张" not in str(copied.raw) and again.text == "只给你看"
    assert forwarded.raw["forward_origin"]["sender_user"]["id"] == 1001


async def test_every_edit_is_seen(aio: Bot, zhang: Person, png: bytes) -> None:
    text = await aio.send_message(1001, "一", reply_markup=keyboard("a"))
    await aio.edit_message_text("二", chat_id=1001, message_id=text.message_id)
    await aio.edit_message_reply_markup(chat_id=1001, message_id=text.message_id, reply_markup=keyboard("b"))
    photo = await aio.send_photo(1001, BufferedInputFile(png, "a.png"), caption="旧")
    await aio.edit_message_caption(chat_id=1001, message_id=photo.message_id, caption="新")
    media = types.InputMediaDocument(media=BufferedInputFile(b"x", "b.txt"), caption="换")
    await aio.edit_message_media(media, chat_id=1001, message_id=photo.message_id)
    first, second = zhang.sees()[-2:]
    assert (first.text, first.edited, first.buttons[0].text) == ("二", True, "b")
    assert (second.kind, second.text) == ("document", "换")


async def test_reply_react_pin_unpin_and_delete(aio: Bot, zhang: Person) -> None:
    told = await zhang.says("在吗")
    answer = await aio.send_message(1001, "在", reply_parameters=types.ReplyParameters(message_id=told.id))
    await aio.set_message_reaction(1001, told.id, [types.ReactionTypeEmoji(emoji="👍")])
    assert zhang.sees()[-2].reactions == ("👍",) and zhang.last().reply_to == told.id
    await aio.pin_chat_message(1001, answer.message_id)
    assert (await aio.get_chat(1001)).pinned_message
    await aio.unpin_chat_message(1001)
    await aio.delete_message(1001, answer.message_id)
    await aio.delete_messages(1001, [told.id])
    assert {told.id, answer.message_id}.isdisjoint(seen.id for seen in zhang.sees())


async def test_a_pressed_button_is_answered(aio: Bot, zhang: Person) -> None:
    await aio.send_message(1001, "选", reply_markup=keyboard("甲", "乙"))
    press = await zhang.presses("乙")
    [update] = await aio.get_updates()
    assert update.callback_query and update.callback_query.data == "乙"
    await aio.answer_callback_query(update.callback_query.id, "好", show_alert=True)
    assert await zhang.notice(press) == "好"


def article(result_id: str, text: str, *data: str) -> types.InlineQueryResultArticle:
    return types.InlineQueryResultArticle(
        id=result_id,
        title=f"第{result_id}条",
        description=text,
        input_message_content=types.InputTextMessageContent(message_text=text, parse_mode="HTML"),
        reply_markup=keyboard(*data) if data else None,
    )


async def test_an_inline_query_is_answered_and_a_line_of_it_sent(aio: Bot, zhang: Person) -> None:
    query = await zhang.inline.types("民法典1254")
    [update] = await aio.get_updates()
    assert update.inline_query and update.inline_query.query == "民法典1254"
    assert (update.inline_query.from_user.id, update.inline_query.chat_type) == (1001, "sender")
    button = types.InlineQueryResultsButton(text="去聊", start_parameter="law")
    lines = [article("1254", "<b>抛物</b>"), article("1253", "脱落")]
    assert await update.inline_query.as_(aio).answer(lines, cache_time=0, is_personal=True, button=button)
    sent = await zhang.inline.chooses(query, "1254")
    message = (await aio.get_updates())[-1].message
    assert message and message.via_bot and message.via_bot.id == aio.id
    assert (message.from_user and message.from_user.id, message.text) == (1001, "抛物")
    assert sent.via_bot and not sent.from_bot and sent.raw["entities"][0]["type"] == "bold"


async def test_the_bot_edits_what_was_sent_via_it_by_its_inline_message_id(
    aio: Bot, sandbox: Sandbox
) -> None:
    lawyer = sandbox.person("李律师")
    query = await lawyer.inline.types(chat=GROUP)
    await aio.answer_inline_query(query.query_id, [article("1", "短", "更多")])
    await lawyer.inline.chooses(query)
    await sandbox.person("赵姐").presses("更多", chat=GROUP)
    pressed = (await aio.get_updates())[-1].callback_query
    assert pressed and pressed.message is None and pressed.inline_message_id
    edited = await aio.edit_message_text("很长", inline_message_id=pressed.inline_message_id)
    assert edited is True
    seen = lawyer.last(GROUP)
    assert (seen.text, seen.edited, seen.via_bot, seen.buttons) == ("很长", True, True, ())


async def test_the_bot_says_who_it_is(aio: Bot, zhang: Person) -> None:
    commands = [types.BotCommand(command="tell", description="说一件事")]
    await aio.set_my_commands(commands, scope=types.BotCommandScopeAllPrivateChats(), language_code="zh")
    assert zhang.commands() == ["tell"]
    await aio.delete_my_commands(scope=types.BotCommandScopeAllPrivateChats(), language_code="zh")
    assert zhang.commands() == [] == await aio.get_my_commands()
    await aio.set_my_description("你好")
    await aio.set_my_short_description("信桥")
    assert (await aio.get_my_description()).description == "你好"
    await aio.set_chat_menu_button(menu_button=types.MenuButtonCommands())
    assert (await aio.get_chat_menu_button()).type == "commands"


async def test_groups_are_known(aio: Bot) -> None:
    assert (await aio.get_chat(GROUP)).title == "调解员工作群"
    assert (await aio.get_chat_member(GROUP, 2001)).status == "member"
    assert (await aio.get_chat_member(GROUP, 1001)).status == "left"
    admins = await aio.get_chat_administrators(GROUP)
    assert {admin.user.id for admin in admins} == {3001, 7000000001}
    assert await aio.get_chat_member_count(GROUP) == 6
    await aio.leave_chat(GROUP)


async def test_typing_is_taken(aio: Bot, zhang: Person) -> None:
    assert await aio.send_chat_action(1001, "typing")
