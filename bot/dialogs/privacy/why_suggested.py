"""Why something was suggested: the stored story is judged again, and the words that counted are shown."""

from asyncio import to_thread

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import Press
from bot.dialogs.privacy.correct import case_rows
from bot.dialogs.privacy.page import back_row
from bot.dialogs.shared.context import Guest, Judge
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import say_here, toast
from knowledge.triage.triage import Suggestion
from mediation.access.case_access import own_case
from mediation.errors import Refused
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

WORDS_SHOWN = 6


async def choose_case(query: CallbackQuery, guest: Guest, database: Database) -> None:
    """Lists one's own cases."""
    mine = await database.run(lambda r: r.cases.of_owner(guest.me.person_id))
    await toast(query)
    rows = [*case_rows(guest, mine, "explain_case"), *back_row(guest)]
    await say_here(query, guest.words("explain-which" if mine else "explain-none"), rows)


async def explain_suggestion(
    query: CallbackQuery, guest: Guest, database: Database, judge: Judge, press: Press
) -> None:
    """Categories and department, each with its words, beside what the person chose."""

    def look(records: SqlRecords) -> tuple[str, str]:
        case = own_case(records, guest.me.person_id, press.number)
        return records.stories.of_case(case.number), case.category

    try:
        text, chosen = await database.run(look)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    found = await to_thread(judge, text)
    category = guest.plain(f"category-{chosen}")
    lines = "\n".join(_lines(guest, found))
    await say_here(
        query,
        guest.words("explain", number=press.number, category=category, lines_html=lines),
        back_row(guest),
    )


def _lines(guest: Guest, found: Suggestion) -> list[str]:
    reasons = {reason.about: reason for reason in found.reasons}
    lines = []
    for code in found.codes:
        category = guest.plain(f"category-{code}")
        reason = reasons.get(code)
        words = (*reason.words, *reason.heard)[:WORDS_SHOWN] if reason is not None else ()
        if words:
            lines.append(guest.words("explain-words", category=category, items="、".join(words)))
        else:
            lines.append(guest.words("explain-alike", category=category))
    if found.department_kind is not None:
        office = guest.plain(f"office-{found.department_kind.value}")
        lines.append(guest.words("explain-office", department=office))
    return lines


def why_suggested_router() -> Router:
    """A fresh router."""
    router = Router(name="why_suggested")
    router.callback_query.filter(Private())
    router.callback_query.register(choose_case, Pressed("explain"))
    router.callback_query.register(explain_suggestion, Pressed("explain_case"))
    return router
