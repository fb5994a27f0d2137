"""The crisis line before every handler: reads each private message, opens the line, and relays its words."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram import BaseMiddleware
from aiogram.fsm.state import State
from aiogram.types import Message, TelegramObject
from sqlalchemy.exc import SQLAlchemyError

from bot.callbacks import Keyboard
from bot.dialogs.shared.awaited_answers import TELLING_SEALED, is_sealed
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import AnswersACase
from bot.dialogs.shared.message_content import Unfit, read_content
from bot.dialogs.shared.replies import say
from bot.dialogs.updates.admission import part
from knowledge.crisis import Alarm, CrisisDetector, Danger
from knowledge.reference.hotlines import Hotlines
from mediation.crisis import calls
from mediation.errors import NotFound
from mediation.model.cases.content import Content
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
QUESTIONS_PER_HOUR = 2
"""A caring question is asked again only after a while; it must not become a refrain."""

CALLED, PASSED = "called", "passed"
"""What the crisis line does with an update is kept apart from what a handler does; a replay does neither."""

TALK_LINK = "talk"
"""What the link ``?start=talk`` carries: pressing it brings a person, as a cry does."""

BY_LINK = f"/start {TALK_LINK}"


class CrisisLineWatch(BaseMiddleware):
    """Outer middleware for private messages. ``watch`` gives the detector, ``hotlines`` the checked numbers.

    In the states ``at_work`` staff write about somebody else. Who is on the line is kept in memory, read from
    the store once after a start.
    """

    def __init__(
        self,
        watch: Callable[[], CrisisDetector],
        hotlines: Hotlines,
        database: Database,
        max_file_bytes: int,
        at_work: frozenset[State] = frozenset(),
    ) -> None:
        self._watch = watch
        self._hotlines = hotlines
        self._database = database
        self._max_file_bytes = max_file_bytes
        self._at_work = frozenset(one.state for one in at_work)
        self._busy: set[int] | None = None

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Relays words of the line; opens it for a sure alarm; asks one question after a doubtful one."""
        guest: Guest = data["guest"]
        if not isinstance(event, Message) or event.chat.type != "private" or guest.visitor is None:
            return await handler(event, data)
        state = data.get("raw_state")
        if await self._is_for_the_line(event, guest, state) and await self._pass_on(event, guest):
            return None
        alarm = await self._alarm_of(event, guest, state)
        if alarm is None:
            return await handler(event, data)
        if alarm.sure:
            return await self._open_line_first(handler, event, data, alarm)
        result = await handler(event, data)
        await self._ask_how_they_are(event, guest, alarm)
        return result

    async def _alarm_of(self, message: Message, guest: Guest, state: str | None) -> Alarm | None:
        """The alarm of a message. Of staff at work only a cry about themselves is sure."""
        if _by_link(message):
            return Alarm(Danger.SUICIDE, about_other=False, sure=True)
        text = _text_of(message)
        alarm = self._watch().detect(text) if text else None
        if alarm is None or not await _is_working(guest, self._database, state, self._at_work):
            return alarm
        if not alarm.sure:
            return None
        own = not alarm.about_other and self._watch().of_self(text)
        return alarm if own else replace(alarm, sure=False)

    async def _open_line_first(
        self, handler: Handler, event: Message, data: dict[str, Any], alarm: Alarm
    ) -> Any:
        """Opens the line before anything else; what the sender was being asked stays as it was.

        Words of an open case are handled as well, and so is an edit. A responder called out of a sealed
        conversation gets none of its words; the conversation is left.
        """
        guest: Guest = data["guest"]
        state: str | None = data.get("raw_state")
        wants_to_talk = Content(text=guest.plain("crisis-wants-to-talk"))
        if not is_sealed(state):
            await self._open_line(event, guest, alarm, wants_to_talk if _by_link(event) else None)
            heard = state is None and guest.me.current_case is not None
            return await handler(event, data) if heard or _is_edit(event) else None
        await self._open_line(event, guest, alarm, wants_to_talk)
        result = await handler(event, data) if state in TELLING_SEALED else None
        await data["state"].clear()  # from now on they talk with whoever comes
        return result

    def is_urgent(self, raw: dict[str, Any], person_id: int | None) -> bool:
        """Whether an update may not wait: a cry for help, or a word of somebody on the line."""
        press = part(raw, "callback_query")
        if press:
            return str(press.get("data", "")).startswith("x|crisis_")
        if self._busy is not None and person_id in self._busy:
            return True
        message = part(raw, "message") or part(raw, "edited_message")
        asked = part(message, "poll").get("question")
        text = str(message.get("text") or message.get("caption") or asked or "")
        return text == BY_LINK or (bool(text) and self._watch().detect(text) is not None)

    async def _people_on_line(self, guest: Guest) -> set[int]:
        if self._busy is None:
            self._busy = await self._database.run(lambda r: r.calls.busy())
        return self._busy

    def enters(self, person_id: int) -> None:
        """Remembers somebody as on the line, as caller or as responder."""
        if self._busy is not None:
            self._busy.add(person_id)

    async def _is_for_the_line(self, message: Message, guest: Guest, state: str | None) -> bool:
        """Whether a message is for the line: no edit, command, sealed message or reply to a case message."""
        if guest.me.person_id not in await self._people_on_line(guest):
            return False
        if _is_edit(message) or is_sealed(state) or (message.text or "").startswith("/"):
            return False
        return not await AnswersACase()(message, guest, self._database)

    async def _pass_on(self, message: Message, guest: Guest) -> bool:
        """Relays a message to the other side; false when its sender is not on the line any more."""
        try:
            content = read_content(message, self._max_file_bytes)
        except Unfit as unfit:
            await say(message, guest.words(unfit.key, **unfit.facts), reply=True)
            return True
        me = guest.me.person_id

        def work(records: SqlRecords) -> bool:
            if (mine := records.calls.open_of(me)) is not None:
                calls.pass_on(records, mine, content)
                return True
            answering = records.calls.answered_by(me)
            if answering is None or guest.me.current_case is not None:
                return False
            calls.answer(records, answering, content)
            return True

        passed = bool(await self._database.once(guest.ticket, work, part=PASSED))
        if not passed and self._busy is not None and guest.me.current_case is None:
            self._busy.discard(me)
        return passed

    async def _open_line(
        self,
        message: Message,
        guest: Guest,
        alarm: Alarm,
        instead: Content | None = None,
    ) -> None:
        content = instead or _content(message, guest, self._max_file_bytes)
        me, danger = guest.me.person_id, str(alarm.kind)
        try:
            await self._database.once(
                guest.ticket,
                lambda r: calls.raise_alarm(r, me, danger, alarm.about_other, content).id,
                part=CALLED,
            )
        except SQLAlchemyError:
            await self._say_first_words(message, guest, alarm)  # a number needs no store
            raise
        self.enters(me)
        await self._say_first_words(message, guest, alarm)

    async def _say_first_words(self, message: Message, guest: Guest, alarm: Alarm) -> None:
        if not guest.ticket.cry_answered:
            await say(message, self.first_words(guest, alarm), way_out(guest))
            guest.ticket.cry_answered = True

    def first_words(self, guest: Guest, alarm: Alarm) -> str:
        """At most three short sentences: care, safety, one telephone number, and that somebody is coming."""
        shown = self.number(alarm, guest) or "none"
        key = "crisis-about-other" if alarm.about_other else f"crisis-{str(alarm.kind).replace('_', '-')}"
        return guest.words(key, hotline=shown)

    def number(self, alarm: Alarm, guest: Guest) -> str | None:
        """The telephone number for that danger; ``None`` once its check has expired."""
        number = calls.crisis_rules().numbers[str(alarm.kind)]
        return number if self._hotlines.line(number, guest.today) is not None else None

    def cry(self, text: str) -> Alarm | None:
        """The sure alarm of a text that was not sent yet (inline mode); nobody is called."""
        alarm = self._watch().detect(text)
        return alarm if alarm is not None and alarm.sure else None

    async def _ask_how_they_are(self, message: Message, guest: Guest, alarm: Alarm) -> None:
        me = guest.me.person_id
        asked = await self._database.run(lambda r: r.people.count_try(me, "care_question", r.now))
        if asked > QUESTIONS_PER_HOUR:
            return
        rows = [
            [guest.button("button-crisis-talk", "crisis_talk", "", str(alarm.kind))],
            [guest.button("button-crisis-fine", "crisis_fine")],
        ]
        await say(message, guest.words("crisis-are-you-well"), rows)


async def _is_working(
    guest: Guest, database: Database, state: str | None, at_work: frozenset[str | None]
) -> bool:
    """Whether staff are in somebody else's case, or in a state in which they write about one."""
    staff, number = guest.me.staff, guest.me.current_case
    if staff is None or not staff.active:
        return False
    if state is not None or number is None:
        return state in at_work
    return await database.run(lambda r: _is_of_another(r, guest, number))


def _is_of_another(records: SqlRecords, guest: Guest, number: str) -> bool:
    try:
        return records.cases.get(number).owner_id != guest.me.person_id
    except NotFound:
        return False


def _is_edit(message: Message) -> bool:
    return message.edit_date is not None


def _by_link(message: Message) -> bool:
    """Whether they came through the link that inline mode offers after a cry."""
    return message.text == BY_LINK


def _text_of(message: Message) -> str:
    """Text, caption or the question of a poll."""
    asked = message.poll.question if message.poll is not None else None
    return message.text or message.caption or asked or ""


def _content(message: Message, guest: Guest, max_file_bytes: int) -> Content:
    try:
        return read_content(message, max_file_bytes)
    except Unfit:
        return Content(text=_text_of(message))


def way_out(guest: Guest) -> Keyboard:
    """The button that leaves the line."""
    return [[guest.button("button-crisis-safe", "crisis_safe")]]
