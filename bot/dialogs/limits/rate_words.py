"""What one person may do in a while, and the kind words for whoever is over it."""

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


def moment(guest: Guest, at: datetime) -> str:
    """The time of day, with the day where it is another one."""
    there = at.astimezone(guest.zone)
    return there.strftime("%H:%M" if there.date() == guest.today else "%m-%d %H:%M")


def check_filings(records: SqlRecords, guest: Guest, allowances: Allowances) -> None:
    """Raises ``Refused("too_many_filings")``; the draft stays as it is."""
    most = allowances.filings_a_day
    if not most:
        return
    filed = [case.filed_at for case in records.cases.of_owner(guest.me.person_id, limit=most)]
    until = room_again(filed, most, DAY, records.now)
    if until is not None:
        raise Refused("too_many_filings", limit=most, time=moment(guest, until))


async def has_to_wait(
    message: Message, guest: Guest, allowances: Allowances, content: Content, later: Press
) -> bool:
    """Over the files of an hour: the file stays where it is in the chat until they press ``later``."""
    if content.file is None:
        return False
    until = allowances.files.take(guest.me.person_id, guest.now)
    if until is not None:
        rows = [[Button(guest.plain("button-take-it-in"), later)]]
        await say(message, guest.words("limit-files", time=moment(guest, until)), rows, reply=True)
    return until is not None


def still_waits(guest: Guest, allowances: Allowances, content: Content) -> str | None:
    """The words for who presses ``later`` too early; ``None`` when there is room, which is taken then."""
    if content.file is None:
        return None
    until = allowances.files.take(guest.me.person_id, guest.now)
    return guest.plain("limit-files-still", time=moment(guest, until)) if until is not None else None
