"""``/duty``: who is on call for the crisis line, for the staff."""

from datetime import datetime, timedelta

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Private
from bot.dialogs.shared.replies import say
from mediation.crisis.calls import Shift
from mediation.crisis.duty import gaps
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

WEEK = timedelta(days=7)


async def duty_command(message: Message, guest: Guest, database: Database) -> None:
    """``/duty``: who is on call now, and the gaps of the coming week; refuses everybody but staff."""
    if guest.me.staff is None or not guest.me.staff.active:
        await say(message, guest.words("desk-staff-only"))
        return
    now = guest.now

    def look(records: SqlRecords) -> tuple[list[str], list[Shift]]:
        names = {one.person_id: one.name for one in records.people.colleagues()}
        here_now = [names[one.person_id] for one in records.calls.shifts(now) if one.person_id in names]
        return here_now, records.calls.shifts_between(now, now + WEEK)

    people, shifts = await database.run(look)
    lines = [guest.words("on-call", people="、".join(people)) if people else guest.words("on-call-nobody")]
    if shifts:
        empty = [
            guest.words("on-call-gap", first=_local(guest, first), last=_local(guest, last))
            for first, last in gaps(shifts, now, now + WEEK)
        ]
        lines.append(
            guest.words("on-call-gaps", lines_html="\n".join(empty))
            if empty
            else guest.words("on-call-no-gaps")
        )
    await say(message, "\n".join(lines))


def _local(guest: Guest, moment: datetime) -> str:
    return moment.astimezone(guest.zone).strftime("%m-%d %H:%M")


def duty_router() -> Router:
    """A fresh router."""
    router = Router(name="duty")
    router.message.filter(Private())
    router.message.register(duty_command, Command("duty"))
    return router
