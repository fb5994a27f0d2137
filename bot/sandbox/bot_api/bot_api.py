"""Every method of the table with the function that does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from bot.sandbox.bot_api import chats_and_profile, editing, sending
from bot.sandbox.bot_api.inline_answers import answer_inline_query
from bot.sandbox.bot_api.method_table import Arguments, MethodTable
from bot.sandbox.bot_api.webhook import Webhook
from bot.sandbox.shared.errors import Refusal, bad_request, conflict
from bot.sandbox.shared.types import Json, Upload
from bot.sandbox.world.world import World

Handler = Callable[[World, Arguments], Any]

HANDLERS: Mapping[str, Handler] = {
    "getMe": chats_and_profile.get_me,
    "sendMessage": sending.send_message,
    "sendPhoto": partial(sending.send_media, kind="photo"),
    "sendDocument": partial(sending.send_media, kind="document"),
    "sendVoice": partial(sending.send_media, kind="voice"),
    "sendVideo": partial(sending.send_media, kind="video"),
    "sendAudio": partial(sending.send_media, kind="audio"),
    "sendAnimation": partial(sending.send_media, kind="animation"),
    "sendVideoNote": partial(sending.send_media, kind="video_note"),
    "sendSticker": partial(sending.send_media, kind="sticker"),
    "sendContact": sending.send_contact,
    "sendLocation": sending.send_location,
    "sendMediaGroup": sending.send_media_group,
    "sendChatAction": sending.send_chat_action,
    "copyMessage": sending.copy_message,
    "copyMessages": sending.copy_messages,
    "forwardMessage": sending.forward_message,
    "editMessageText": editing.edit_text,
    "editMessageCaption": editing.edit_caption,
    "editMessageMedia": editing.edit_media,
    "editMessageReplyMarkup": editing.edit_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "setMessageReaction": editing.set_reaction,
    "pinChatMessage": editing.pin,
    "unpinChatMessage": editing.unpin,
    "answerCallbackQuery": editing.answer_callback,
    "answerInlineQuery": answer_inline_query,
    "setMyCommands": chats_and_profile.set_commands,
    "getMyCommands": chats_and_profile.get_commands,
    "deleteMyCommands": chats_and_profile.delete_commands,
    "setMyDescription": chats_and_profile.set_description,
    "getMyDescription": chats_and_profile.get_description,
    "setMyShortDescription": chats_and_profile.set_short_description,
    "getMyShortDescription": chats_and_profile.get_short_description,
    "setChatMenuButton": chats_and_profile.set_menu_button,
    "getChatMenuButton": chats_and_profile.get_menu_button,
    "getChat": chats_and_profile.get_chat,
    "getChatMember": chats_and_profile.get_member,
    "getChatAdministrators": chats_and_profile.get_administrators,
    "getChatMemberCount": chats_and_profile.member_count,
    "leaveChat": chats_and_profile.leave_chat,
    "getFile": chats_and_profile.get_file,
}
UPDATE_METHODS = frozenset({"getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo"})
_WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class BotApi:
    """Does what a bot calls: parse by the table, then the method."""

    def __init__(self, world: World, table: MethodTable) -> None:
        self.world = world
        self.table = table
        options = world.options
        self.webhook = Webhook(
            world.updates, options.clock, options.sleep, options.webhook_backoff, self._answer_in_webhook
        )

    async def call(self, method: str, raw: Mapping[str, object], uploads: Mapping[str, Upload]) -> Any:
        """The result of a method under its proper name; raises `Refusal`."""
        call = self.table.parse(method, raw, uploads)
        if method in UPDATE_METHODS:
            return await self._updates(method, call)
        return HANDLERS[method](self.world, call)

    async def _answer_in_webhook(self, call: Json) -> None:
        """As on Telegram, the bot never learns whether a call in a webhook answer went well."""
        with suppress(Refusal):
            method = self.table.name(str(call.pop("method")))
            await self.call(method, call, {})

    async def _updates(self, method: str, call: Arguments) -> Any:
        values, queue = call.values, self.world.updates
        if method == "getUpdates":
            return await self._get_updates(values)
        if method == "getWebhookInfo":
            return self._webhook_info()
        if values.get("drop_pending_updates"):
            queue.clear()
        if method == "deleteWebhook" or not values["url"]:
            await self.webhook.remove()
            return True
        queue.allowed = values.get("allowed_updates", queue.allowed)
        connections = values.get("max_connections", 40)
        if not 1 <= connections <= 100:
            raise bad_request("max_connections must be 1-100")
        secret = chats_and_profile.checked_secret(values.get("secret_token"))
        await self.webhook.set(values["url"], secret, connections)
        return True

    async def _get_updates(self, values: Json) -> list[Json]:
        if self.webhook.info.url:
            raise conflict(_WEBHOOK_ACTIVE)
        queue = self.world.updates
        queue.allowed = values.get("allowed_updates", queue.allowed)
        limit = min(max(values.get("limit", 100), 1), 100)
        timeout = min(max(values.get("timeout", 0), 0), 50)
        return await queue.poll(values.get("offset", 0), limit, timeout)

    def _webhook_info(self) -> Json:
        info = self.webhook.info
        answer: Json = {
            "url": info.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.world.updates.waiting),
        }
        if info.url:
            answer["max_connections"] = info.max_connections
        if self.world.updates.allowed:
            answer["allowed_updates"] = self.world.updates.allowed
        if info.last_error_date is not None:
            answer["last_error_date"] = info.last_error_date
            answer["last_error_message"] = info.last_error_message
        return answer
