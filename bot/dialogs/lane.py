"""The crisis lane, before everything else: from any point of any dialog a person can be reached."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.callbacks import Keyboard, Press
from bot.dialogs.answering import here, say, toast
from bot.dialogs.contents import Unfit, read
from bot.dialogs.expecting import OF_OFFICERS, is_away
from bot.dialogs.filters import Pressed, Private
from bot.dialogs.refusals import refused
from bot.dialogs.tools import Guest
from knowledge.crisis import Alarm, CrisisWatch, Danger
from knowledge.hotlines import Hotlines
from mediation import lane, lane_duty
from mediation.content import Content
from mediation.errors import NotFound, Refused
from storage.records import SqlRecords

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
QUESTIONS_PER_HOUR = 2
"""A caring question is asked again only after a while; it must not become a refrain."""


class LaneWatch(BaseMiddleware):
    """Looks at every private message first. ``watch`` gives the detector; ``hotlines`` the checked numbers.

    Who is in the lane right now is remembered here; after a start it is read from the store once.
    """

    def __init__(self, watch: Callable[[], CrisisWatch], hotlines: Hotlines) -> None:
        self._watch = watch
        self._hotlines = hotlines
        self._busy: set[int] | None = None

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """In the lane, words go to the other side; an alarm opens it; a doubt asks one question."""
        guest: Guest = data["guest"]
        if not isinstance(event, Message) or event.chat.type != "private" or guest.visitor is None:
            return await handler(event, data)
        if guest.me.person_id in await self._now_busy(guest) and await self._pass_on(event, guest):
            return None
        text = event.text or event.caption or ""
        alarm = self._watch().look(text) if text and not _is_working(guest) else None
        if alarm is None:
            return await handler(event, data)
        if alarm.sure and is_away(data.get("raw_state")):
            return await self._open_beside(handler, event, data, alarm)
        if alarm.sure:
            await self._open(event, guest, alarm)
            # whoever is talking with somebody in a case is heard there as well
            return await handler(event, data) if guest.me.current_case is not None else None
        result = await handler(event, data)
        await self._ask(event, guest, alarm)
        return result

    async def _open_beside(self, handler: Handler, event: Message, data: dict[str, Any], alarm: Alarm) -> Any:
        """Out of a sealed conversation somebody is called as well, and gets no word of what is told there.

        It stays where it belongs; from now on they talk with whoever comes.
        """
        if data["raw_state"] in OF_OFFICERS:
            return await handler(event, data)  # an answer tells of somebody else
        guest: Guest = data["guest"]
        result = await handler(event, data)
        await data["state"].clear()
        await self._open(event, guest, alarm, Content(text=guest.plain("crisis-wants-to-talk")))
        return result

    def is_urgent(self, raw: dict[str, Any], person_id: int | None) -> bool:
        """Whether an update may not wait: a cry for help, or a word of somebody in the lane."""
        press = raw.get("callback_query")
        if press is not None:
            return str(press.get("data", "")).startswith("x|crisis_")
        if self._busy is not None and person_id in self._busy:
            return True
        message = raw.get("message") or {}
        text = message.get("text") or message.get("caption") or ""
        return bool(text) and self._watch().look(str(text)) is not None

    async def _now_busy(self, guest: Guest) -> set[int]:
        if self._busy is None:
            self._busy = await guest.tools.database.run(lambda r: r.lane.busy())
        return self._busy

    def enters(self, person_id: int) -> None:
        """Somebody is in the lane, or answers in it, from now on."""
        if self._busy is not None:
            self._busy.add(person_id)

    async def _pass_on(self, message: Message, guest: Guest) -> bool:
        """True when the message was the lane's; False when the lane is not theirs any more."""
        if (message.text or "").startswith("/"):
            return False
        try:
            content = read(message, guest.tools.max_file_bytes)
        except Unfit as unfit:
            await say(message, guest.words(unfit.key, **unfit.facts), reply=True)
            return True
        me = guest.me.person_id

        def work(records: SqlRecords) -> bool:
            if (mine := records.lane.open_of(me)) is not None:
                lane.pass_on(records, mine, content)
                return True
            answering = records.lane.answered_by(me)
            if answering is None or guest.me.current_case is not None:
                return False
            lane.answer(records, answering, content)
            return True

        passed = bool(await guest.once(work))
        if not passed and self._busy is not None and guest.me.current_case is None:
            self._busy.discard(me)
        return passed

    async def _open(
        self, message: Message, guest: Guest, alarm: Alarm, instead: Content | None = None
    ) -> None:
        content = instead or _content(message, guest)
        me, danger = guest.me.person_id, str(alarm.kind)
        await guest.once(lambda r: lane.raise_alarm(r, me, danger, alarm.about_other, content).id)
        self.enters(me)
        await say(message, self.first_words(guest, alarm), _ways(guest))

    def first_words(self, guest: Guest, alarm: Alarm) -> str:
        """At most three short sentences: care, whether they are safe, one number, and that somebody comes."""
        number = lane.lane_rules().numbers[str(alarm.kind)]
        shown = number if self._hotlines.line(number, guest.today) is not None else "none"
        key = "crisis-about-other" if alarm.about_other else f"crisis-{str(alarm.kind).replace('_', '-')}"
        return guest.words(key, hotline=shown)

    async def _ask(self, message: Message, guest: Guest, alarm: Alarm) -> None:
        me = guest.me.person_id
        asked = await guest.tools.database.run(lambda r: r.people.count_try(me, "care_question", r.now))
        if asked > QUESTIONS_PER_HOUR:
            return
        rows = [
            [guest.button("button-crisis-talk", "crisis_talk", "", str(alarm.kind))],
            [guest.button("button-crisis-fine", "crisis_fine")],
        ]
        await say(message, guest.words("crisis-are-you-well"), rows)


def _is_working(guest: Guest) -> bool:
    """Staff who write in a case they work on tell of somebody else; the case has its own helpers."""
    staff = guest.me.staff
    return staff is not None and staff.active and guest.me.current_case is not None


def _content(message: Message, guest: Guest) -> Content:
    try:
        return read(message, guest.tools.max_file_bytes)
    except Unfit:
        return Content(text=message.text or message.caption or "")


def _ways(guest: Guest) -> Keyboard:
    return [[guest.button("button-crisis-safe", "crisis_safe")]]


async def talk(query: CallbackQuery, guest: Guest, press: Press, lane_watch: LaneWatch) -> None:
    """After the caring question: yes, somebody."""
    danger = press.value if press.value in set(Danger) else str(Danger.SUICIDE)
    me, words = guest.me.person_id, Content(text=guest.plain("crisis-wants-to-talk"))
    await guest.once(lambda r: lane.raise_alarm(r, me, danger, False, words).id)
    lane_watch.enters(me)
    await toast(query)
    await here(query, lane_watch.first_words(guest, Alarm(Danger(danger), False, True)), _ways(guest))


async def fine(query: CallbackQuery, guest: Guest) -> None:
    """It was nothing; nothing is kept."""
    await toast(query)
    await here(query, guest.words("crisis-glad"))


async def safe(query: CallbackQuery, guest: Guest) -> None:
    """The lane is left; a call tomorrow is offered."""
    try:
        call = await guest.once(lambda r: lane.leave(r, guest.me.person_id).id)
    except NotFound:
        await toast(query, guest.plain("crisis-nothing-open"))
        return
    await toast(query)
    rows = [
        [guest.button("button-crisis-tomorrow", "crisis_tomorrow", "", str(call))],
        [guest.button("button-menu", "menu")],
    ]
    await here(query, guest.words("crisis-left"), rows)


async def tomorrow(query: CallbackQuery, guest: Guest, press: Press) -> None:
    """Somebody may ask tomorrow."""
    call = press.whole or 0
    try:
        await guest.once(lambda r: lane_duty.ask_tomorrow(r, guest.me.person_id, call))
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await here(query, guest.words("crisis-tomorrow"))


async def tell(query: CallbackQuery, guest: Guest, press: Press, lane_watch: LaneWatch) -> None:
    """Who was asked to call back says hello."""
    call_id = press.whole or 0
    try:
        both = await guest.once(lambda r: _both(lane_duty.say_hello(r, guest.me.person_id, call_id)))
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    for person in both:
        lane_watch.enters(person)
    await toast(query)
    await _seated(query, guest)


def _both(call: lane.Call) -> list[int]:
    return [one for one in (call.person_id, call.responder_id) if one is not None]


async def _seated(query: CallbackQuery, guest: Guest) -> None:
    """From now on what they write goes to the one in danger."""
    await guest.tools.database.run(lambda r: r.people.sit_down(guest.me.person_id, None))
    rows = [[guest.button("button-crisis-hand-back", "crisis_hand_back")]]
    await here(query, guest.words("crisis-you-are-there"), rows)


async def take(query: CallbackQuery, guest: Guest, press: Press, lane_watch: LaneWatch) -> None:
    """Somebody on call comes."""
    call_id = press.whole
    try:
        if call_id is None:
            raise NotFound
        drill = await guest.once(lambda r: lane.take(r, call_id, guest.me.person_id).person_id is None)
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    if drill:
        await here(query, guest.words("crisis-drill-thanks"))
        return
    lane_watch.enters(guest.me.person_id)
    await _seated(query, guest)


async def hand_back(query: CallbackQuery, guest: Guest) -> None:
    """Who came lets go."""
    try:
        await guest.once(lambda r: lane.hand_back(r, guest.me.person_id).id)
    except Refused as error:
        await toast(query, refused(guest, error), alert=True)
        return
    await toast(query)
    await here(query, guest.words("crisis-handed-over"))


def lane_router() -> Router:
    """A fresh router."""
    router = Router(name="lane")
    router.callback_query.filter(Private())
    router.callback_query.register(tell, Pressed("crisis_tell"))
    router.callback_query.register(talk, Pressed("crisis_talk"))
    router.callback_query.register(fine, Pressed("crisis_fine"))
    router.callback_query.register(safe, Pressed("crisis_safe"))
    router.callback_query.register(tomorrow, Pressed("crisis_tomorrow"))
    router.callback_query.register(take, Pressed("crisis_take"))
    router.callback_query.register(hand_back, Pressed("crisis_hand_back"))
    return router
