"""For supervisors: the check of the organisation, and the register of matters as a file."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.dialogs.shared.context import Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.replies import say, toast
from bot.views.case_csv import csv_text
from bot.views.case_rows import CaseLine, case_lines
from knowledge.triage.taxonomy import Taxonomy
from mediation.deadlines.rules import ClockTable
from mediation.model.organisation import Organisation
from mediation.organisation.check import Finding, check, entry_of
from mediation.routing.rules import load_routing
from mediation.standing.case_recusal import is_recused
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

FINDINGS_SHOWN = 25


def oversees(guest: Guest) -> bool:
    """Whether this is an active supervisor."""
    return guest.me.staff is not None and guest.me.staff.supervises


async def org_command(message: Message, guest: Guest, database: Database, taxonomy: Taxonomy) -> None:
    """``/org``: the findings of ``xinqiao org check``."""
    if not oversees(guest):
        await say(message, guest.words("overseeing-only"))
        return
    organisation = await database.run(lambda r: r.organisation.read())
    if not organisation.units:
        await say(message, guest.words("org-empty"))
        return
    found = check(organisation, load_routing(), guest.today)
    if not found:
        await say(message, guest.words("org-fine"))
        return
    lines = [_line(guest, taxonomy, organisation, one) for one in found[:FINDINGS_SHOWN]]
    if more := len(found) - len(lines):
        lines.append(guest.words("org-more", count=more))
    await say(message, guest.words("org", count=len(found), lines_html="\n".join(lines)))


def _line(guest: Guest, taxonomy: Taxonomy, organisation: Organisation, found: Finding) -> str:
    words = guest.plain(f"org-found-{found.code.replace('_', '-')}")
    entry = _entry_name(guest, taxonomy, entry_of(organisation, found))
    other = "、".join(_entry_name(guest, taxonomy, one) for one in found.other.split("、"))
    return guest.words("org-line", entry=entry, found=words, other=other or "none")


def _entry_name(guest: Guest, taxonomy: Taxonomy, key: str) -> str:
    """The name of a category; any other entry as it is."""
    return guest.plain(f"category-{key}") if key in taxonomy.codes else key


async def send_register(
    query: CallbackQuery, guest: Guest, database: Database, clock_table: ClockTable
) -> None:
    """Sends the register as ``xinqiao cases export`` writes it, without cases they are recused from."""
    if not oversees(guest) or not isinstance(query.message, Message):
        await toast(query, guest.plain("overseeing-only"), alert=True)
        return
    lines = await database.run(lambda r: _export_lines(r, guest, clock_table))
    await toast(query, "" if lines else guest.plain("register-none"), alert=not lines)
    if lines:
        file = BufferedInputFile(csv_text(lines).encode("utf-8-sig"), f"{guest.today.isoformat()}.csv")
        await query.message.answer_document(file, caption=guest.words("register-caption", count=len(lines)))


def _export_lines(records: SqlRecords, guest: Guest, clock_table: ClockTable) -> list[CaseLine]:
    me = guest.me.person_id
    every = case_lines(records, clock_table, guest.today)
    lines = [one for one in every if not is_recused(records, one.number, me)]
    if lines:
        records.audit.write("exported", "store", me, what="cases", rows=len(lines))
    return lines


def oversight_router() -> Router:
    """A fresh router."""
    router = Router(name="oversight")
    router.message.filter(Private())
    router.callback_query.filter(Private())
    router.message.register(org_command, Command("org"))
    router.callback_query.register(send_register, Pressed("register"))
    return router
