"""The crisis line, before everything else: from any point of any dialog a person can be reached."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram import BaseMiddleware
from aiogram.fsm.state import State
from aiogram.types import Message, TelegramObject
from sqlalchemy.exc import SQLAlchemyError

from bot.callbacks import Keyboard
from bot.dialogs.shared.awaited_answers import TOLD_AWAY, is_away
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import AnswersACase
from bot.dialogs.shared.message_content import Unfit, read
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
    """Looks at every private message first. ``watch`` gives the detector; ``hotlines`` the checked numbers.

    Who is on the line right now is remembered here; after a start it is read from the store once.
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
        """On the line, words go to the other side; an alarm opens it; a doubt asks one question."""
        guest: Guest = data["guest"]
        if not isinstance(event, Message) or event.chat.type != "private" or guest.visitor is None:
            return await handler(event, data)
        state = data.get("raw_state")
        if await self._is_for_the_line(event, guest, state) and await self._pass_on(event, guest):
            return None
        alarm = await self._notice(event, guest, state)
        if alarm is None:
            return await handler(event, data)
        if alarm.sure:
            return await self._call_first(handler, event, data, alarm)
        result = await handler(event, data)
        await self._ask(event, guest, alarm)
        return result

    async def _notice(self, message: Message, guest: Guest, state: str | None) -> Alarm | None:
        """What staff write at work mostly tells of somebody else: only their own cry is sure there."""
        if _by_link(message):
            return Alarm(Danger.SUICIDE, about_other=False, sure=True)
        text = _words(message)
        alarm = self._watch().detect(text) if text else None
        if alarm is None or not await _is_working(guest, self._database, state, self._at_work):
            return alarm
        if not alarm.sure:
            return None
        own = not alarm.about_other and self._watch().of_self(text)
        return alarm if own else replace(alarm, sure=False)

    async def _call_first(self, handler: Handler, event: Message, data: dict[str, Any], alarm: Alarm) -> Any:
        """The line is opened before anything else; what was half told stays as it was.

        Whoever is talking with somebody in a case is heard there as well, and an edit is still followed.
        Out of a sealed conversation somebody is called who gets no word of it; it stays where it belongs.
        """
        guest: Guest = data["guest"]
        state: str | None = data.get("raw_state")
        wants_to_talk = Content(text=guest.plain("crisis-wants-to-talk"))
        if not is_away(state):
            await self._open(event, guest, alarm, wants_to_talk if _by_link(event) else None)
            heard = state is None and guest.me.current_case is not None
            return await handler(event, data) if heard or _is_edit(event) else None
        await self._open(event, guest, alarm, wants_to_talk)
        result = await handler(event, data) if state in TOLD_AWAY else None
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

    async def _now_busy(self, guest: Guest) -> set[int]:
        if self._busy is None:
            self._busy = await self._database.run(lambda r: r.calls.busy())
        return self._busy

    def enters(self, person_id: int) -> None:
        """Somebody is on the line, or answers in it, from now on."""
        if self._busy is not None:
            self._busy.add(person_id)

    async def _is_for_the_line(self, message: Message, guest: Guest, state: str | None) -> bool:
        """Words of somebody in it; no edit, command, word of a report, or answer to a message of a case."""
        if guest.me.person_id not in await self._now_busy(guest):
            return False
        if _is_edit(message) or is_away(state) or (message.text or "").startswith("/"):
            return False
        return not await AnswersACase()(message, guest, self._database)

    async def _pass_on(self, message: Message, guest: Guest) -> bool:
        """True when the message was the crisis line's; False when the line is not theirs any more."""
        try:
            content = read(message, self._max_file_bytes)
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

    async def _open(
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
            await self._say_first(message, guest, alarm)  # a number needs no store
            raise
        self.enters(me)
        await self._say_first(message, guest, alarm)

    async def _say_first(self, message: Message, guest: Guest, alarm: Alarm) -> None:
        if not guest.ticket.cry_answered:
            await say(message, self.first_words(guest, alarm), ways(guest))
            guest.ticket.cry_answered = True

    def first_words(self, guest: Guest, alarm: Alarm) -> str:
        """At most three short sentences: care, whether they are safe, one number, and that somebody comes."""
        shown = self.number(alarm, guest) or "none"
        key = "crisis-about-other" if alarm.about_other else f"crisis-{str(alarm.kind).replace('_', '-')}"
        return guest.words(key, hotline=shown)

    def number(self, alarm: Alarm, guest: Guest) -> str | None:
        """The number for that danger, while it is known to be right."""
        number = calls.crisis_rules().numbers[str(alarm.kind)]
        return number if self._hotlines.line(number, guest.today) is not None else None

    def cry(self, text: str) -> Alarm | None:
        """A cry that nobody sent yet: it is only looked at."""
        alarm = self._watch().detect(text)
        return alarm if alarm is not None and alarm.sure else None

    async def _ask(self, message: Message, guest: Guest, alarm: Alarm) -> None:
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
    """Staff in a case of somebody else, or in the middle of something that they do for one."""
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
    """They come through the link that an inline cry offers."""
    return message.text == BY_LINK


def _words(message: Message) -> str:
    """What they wrote, wherever Telegram puts it."""
    asked = message.poll.question if message.poll is not None else None
    return message.text or message.caption or asked or ""


def _content(message: Message, guest: Guest, max_file_bytes: int) -> Content:
    try:
        return read(message, max_file_bytes)
    except Unfit:
        return Content(text=_words(message))


def ways(guest: Guest) -> Keyboard:
    """The way out, whenever they want."""
    return [[guest.button("button-crisis-safe", "crisis_safe")]]
