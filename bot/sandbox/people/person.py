"""One person as an object that acts and waits, for tests and for the scripted demo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.sandbox.people.people import People, PersonError
from bot.sandbox.people.person_inline import PersonInline
from bot.sandbox.people.samples import SAMPLE_SECONDS, poll, sample_file
from bot.sandbox.shared.cast import PersonEntry
from bot.sandbox.shared.types import Json
from bot.sandbox.world.callbacks import Press
from bot.sandbox.world.changes import WAIT, ChangeSignal
from bot.sandbox.world.seen import Seen
from bot.sandbox.world.world import World


class Person:
    """One person at a phone. `chat` is a chat id; without one it is the private chat with the bot."""

    def __init__(self, world: World, people: People, entry: PersonEntry) -> None:
        self._world = world
        self._people = people
        self.inline = PersonInline(people, entry.id)
        self.id = entry.id
        self.name = entry.name

    async def starts(self, payload: str = "") -> Seen:
        """Press Start, with the payload of a deep link if there is one."""
        return await self.says(f"/start {payload}".strip())

    async def says(
        self,
        text: str,
        *,
        chat: int | None = None,
        reply_to: int | None = None,
        entities: list[Json] | None = None,
    ) -> Seen:
        """Send a text, exactly as it is given."""
        body = self._people.say(self.id, text, chat_id=chat, reply_to=reply_to, entities=entities)
        return Seen.of(body)

    async def sends(
        self,
        kind: str,
        *,
        name: str = "",
        content: bytes | None = None,
        caption: str = "",
        chat: int | None = None,
        reply_to: int | None = None,
        size: int | None = None,
    ) -> Seen:
        """Send a photo, document, voice, video, audio, animation, video_note or sticker.

        Without content a small sample is sent; `size` in bytes makes the file seem larger than it is.
        """
        upload = sample_file(kind, name, content)
        body = self._people.send_file(
            self.id,
            kind,
            upload,
            chat_id=chat,
            caption=caption,
            reply_to=reply_to,
            size=size,
            details={"duration": SAMPLE_SECONDS},
        )
        return Seen.of(body)

    async def sends_album(
        self, kinds: Sequence[str] = ("photo", "photo"), *, caption: str = "", chat: int | None = None
    ) -> list[Seen]:
        """Send several files as one album; the caption is under the first."""
        album = self._world.new_album()
        sent = []
        for index, kind in enumerate(kinds):
            words = caption if index == 0 else ""
            body = self._people.send_file(
                self.id, kind, sample_file(kind), chat_id=chat, caption=words, album=album
            )
            sent.append(Seen.of(body))
        return sent

    async def sends_contact(self, phone: str = "13800000000", *, chat: int | None = None) -> Seen:
        """Send the own contact card."""
        contact = {"phone_number": phone, "first_name": self.name, "user_id": self.id}
        return Seen.of(self._people.send_other(self.id, {"contact": contact}, chat_id=chat))

    async def sends_location(self, latitude: float = 31.2, longitude: float = 121.5) -> Seen:
        """Send a place."""
        location = {"latitude": latitude, "longitude": longitude}
        return Seen.of(self._people.send_other(self.id, {"location": location}))

    async def sends_poll(self, question: str = "去哪儿?", options: Sequence[str] = ("东", "西")) -> Seen:
        """Send a poll."""
        return Seen.of(self._people.send_other(self.id, {"poll": poll(question, options)}))

    async def edits(self, message_id: int, text: str, *, chat: int | None = None) -> Seen:
        """Change an own message."""
        return Seen.of(self._people.edit(self.id, message_id, text, chat_id=chat))

    async def deletes(self, message_id: int, *, chat: int | None = None) -> None:
        """Delete an own message."""
        self._people.delete(self.id, message_id, chat_id=chat)

    async def reacts(self, message_id: int, emoji: str, *, chat: int | None = None) -> None:
        """Put a reaction on a message."""
        self._people.react(self.id, message_id, emoji, chat_id=chat)

    async def blocks(self) -> None:
        """Block the bot."""
        self._people.block(self.id)

    async def unblocks(self) -> None:
        """Unblock the bot."""
        self._people.unblock(self.id)

    async def presses(
        self,
        text: str = "",
        *,
        callback: str | None = None,
        chat: int | None = None,
        message_id: int | None = None,
        within: float = WAIT,
    ) -> Press:
        """Press the newest inline button with these words, or with this callback data, once it appears."""
        found: list[tuple[int, str]] = []

        def there() -> bool:
            found[:] = [
                (seen_id, data)
                for seen_id, data in self._buttons(text, chat, message_id)
                if callback in (None, data)
            ]
            return bool(found)

        if not await self._changes(chat).until(there, within):
            raise PersonError(
                f"{self.name} sees no button {text or callback!r}; there is:\n{self.screen(chat)}"
            )
        return self._people.press(self.id, found[0][0], found[0][1], chat_id=chat)

    async def forges(self, data: str, message_id: int, *, chat: int | None = None) -> Press:
        """Send any callback data under any message of the chat, as a patched app could."""
        return self._people.press(self.id, message_id, data, chat_id=chat, forged=True)

    async def taps(self, text: str, *, chat: int | None = None, within: float = WAIT) -> Seen:
        """Tap a button of the reply keyboard, waiting for it to appear; sends its words."""
        there = self._people.chat_of(self.id, chat)
        if not await there.changes.until(lambda: text in keyboard_words(there.keyboard), within):
            raise PersonError(f"{self.name} has no key {text!r}: {keyboard_words(there.keyboard)}")
        return await self.says(text, chat=chat)

    async def notice(self, press: Press, within: float = WAIT) -> str:
        """The words with which the bot answered a press; waits for the answer."""
        if not await self._world.chats[press.chat_id].changes.until(lambda: press.answer is not None, within):
            raise PersonError(f"the bot has not answered {self.name}'s press of {press.data!r}")
        return press.notice

    async def waits_for(
        self,
        wanted: str | Callable[[Seen], bool],
        *,
        chat: int | None = None,
        after: int = 0,
        within: float = WAIT,
    ) -> Seen:
        """The newest message of the bot with these words, or that fits; `after` skips up to a message id."""
        fits = (lambda seen: wanted in seen.text) if isinstance(wanted, str) else wanted
        found: list[Seen] = []

        def there() -> bool:
            found[:] = [s for s in self.sees(chat) if s.from_bot and s.id > after and fits(s)]
            return bool(found)

        if not await self._changes(chat).until(there, within):
            raise PersonError(f"{self.name} waited for {wanted!r}; there is:\n{self.screen(chat)}")
        return found[-1]

    def sees(self, chat: int | None = None) -> list[Seen]:
        """All messages of a chat, oldest first."""
        there = self._people.chat_of(self.id, chat)
        return [Seen.of(there.view(message_id)) for message_id in there.messages]

    def last(self, chat: int | None = None) -> Seen:
        """The newest message of a chat; raises `PersonError` in an empty one."""
        if not (seen := self.sees(chat)):
            raise PersonError(f"{self.name} sees nothing yet")
        return seen[-1]

    def keyboard(self, chat: int | None = None) -> list[str]:
        """The words on the reply keyboard, row by row; empty when there is none."""
        return keyboard_words(self._people.chat_of(self.id, chat).keyboard)

    def commands(self, chat: int | None = None) -> list[str]:
        """The commands in the menu, without the slash."""
        language = self._world.people[self.id].language
        found = self._world.profile.commands_for(chat or self.id, self.id, language)
        return [command["command"] for command in found]

    def screen(self, chat: int | None = None, last: int = 6) -> str:
        """The newest messages and their buttons as plain lines, for a report or a terminal."""
        lines = []
        for seen in self.sees(chat)[-last:]:
            lines.append(f"#{seen.id} {seen.raw['from']['first_name']}: {seen.text or f'[{seen.kind}]'}")
            lines += ["   " + " ".join(f"[{button.text}]" for button in row) for row in seen.rows]
        return "\n".join(lines) or "(empty)"

    def _changes(self, chat: int | None) -> ChangeSignal:
        return self._people.chat_of(self.id, chat).changes

    def _buttons(self, text: str, chat: int | None, message_id: int | None) -> list[tuple[int, str]]:
        """The newest button with the very words, or else the newest whose words contain them."""
        screen = [seen for seen in reversed(self.sees(chat)) if message_id in (None, seen.id)]
        buttons = [(seen.id, button) for seen in screen for button in seen.buttons if button.data is not None]
        found = [pair for pair in buttons if pair[1].text == text]
        found += [pair for pair in buttons if text in pair[1].text]
        return [(seen_id, str(button.data)) for seen_id, button in found]


def keyboard_words(keyboard: Json | None) -> list[str]:
    """The words on the keys of a reply keyboard."""
    return [key["text"] for row in (keyboard or {}).get("keyboard", []) for key in row]
