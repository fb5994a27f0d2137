"""Refusing what is over a limit, with the time from which it is allowed again."""

from datetime import datetime, timedelta

from aiogram.types import Message

from bot.callbacks import Button, Press
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.replies import say
from mediation.errors import Refused
from mediation.messages.allowance import room_again
from mediation.model.cases.content import Content
from storage.unit_of_work.records import SqlRecords

DAY = timedelta(days=1)


def local_time(guest: Guest, at: datetime) -> str:
    """The time of day, with the day where it is not today."""
    there = at.astimezone(guest.zone)
    return there.strftime("%H:%M" if there.date() == guest.today else "%m-%d %H:%M")


def check_filings(records: SqlRecords, guest: Guest, allowances: Allowances) -> None:
    """Raises ``Refused("too_many_filings")`` over the limit of a day; the draft stays as it is."""
    most = allowances.filings_a_day
    if not most:
        return
    filed = [case.filed_at for case in records.cases.of_owner(guest.me.person_id, limit=most)]
    until = room_again(filed, most, DAY, records.now)
    if until is not None:
        raise Refused("too_many_filings", limit=most, time=local_time(guest, until))


async def hold_file_back(
    message: Message, guest: Guest, allowances: Allowances, content: Content, later: Press
) -> bool:
    """True where a file is over the limit: says so, with a button ``later`` that takes it in."""
    if content.file is None:
        return False
    until = allowances.files.take(guest.me.person_id, guest.now)
    if until is not None:
        rows = [[Button(guest.plain("button-take-it-in"), later)]]
        await say(message, guest.words("limit-files", time=local_time(guest, until)), rows, reply=True)
    return until is not None


def still_held_back(guest: Guest, allowances: Allowances, content: Content) -> str | None:
    """Why a file that was held back must still wait; ``None`` where it may come, which is counted."""
    if content.file is None:
        return None
    until = allowances.files.take(guest.me.person_id, guest.now)
    return guest.plain("limit-files-still", time=local_time(guest, until)) if until is not None else None
