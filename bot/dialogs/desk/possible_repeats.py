"""The desk: cases of other people that are likely the same matter, without their names or words."""

from functools import partial
from typing import NamedTuple

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.desk.comparison import case_line, likely
from bot.dialogs.shared.context import Alike, Guest
from bot.dialogs.shared.filters import Pressed, Private
from bot.dialogs.shared.refusals import refusal_words
from bot.dialogs.shared.replies import change_message, say_here, toast
from mediation.errors import Refused
from mediation.model.cases.case import CaseFields
from mediation.model.links import LinkKind
from mediation.related.repeats import LOOKED_BACK, judge_likely, linked, open_to
from storage.related.repeats import Story
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


class _Candidates(NamedTuple):
    """What is compared, and what staff have decided already."""

    text: str
    others: list[Story]
    confirmed: list[CaseFields]


async def show_possible_repeats(
    query: CallbackQuery, guest: Guest, database: Database, alike: Alike, press: Press
) -> None:
    """Number, alias, category and state of likely repeats; a person decides."""
    try:
        html, rows = await _page(guest, database, alike, press.number)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query)
    await say_here(query, html, rows)


async def judge_repeat(
    query: CallbackQuery, guest: Guest, database: Database, alike: Alike, press: Press
) -> None:
    """Keeps and audits whether it is the same matter; the other button changes it again."""
    same = press.do == "likely_yes"
    try:
        await database.once(guest.ticket, partial(_judge, guest=guest, press=press, same=same))
        html, rows = await _page(guest, database, alike, press.number)
    except Refused as error:
        await toast(query, refusal_words(guest, error), alert=True)
        return
    await toast(query, guest.plain("likely-noted"))
    await change_message(query, html, rows)


def _judge(records: SqlRecords, *, guest: Guest, press: Press, same: bool) -> bool:
    return judge_likely(records, guest.actor, press.number, press.value, same).holds


async def _page(guest: Guest, database: Database, alike: Alike, number: str) -> tuple[str, Keyboard]:
    looked = await database.run(partial(_candidates, guest=guest, number=number))
    found = await likely(guest, alike, looked.text, looked.others)
    lines = [case_line(guest, "likely-line-confirmed", case) for case in looked.confirmed]
    lines += [case_line(guest, "likely-line", case) for case in found]
    rows = [[_button(guest, "button-likely-no", "likely_no", number, case)] for case in looked.confirmed]
    rows += [
        [
            _button(guest, "button-likely-yes", "likely_yes", number, case),
            _button(guest, "button-likely-no", "likely_no", number, case),
        ]
        for case in found
    ]
    rows.append([guest.button("button-open-case", "open", number), guest.button("button-desk", "desk")])
    if not lines:
        return guest.words("likely-none", number=number), rows
    return guest.words("likely-list", number=number, lines_html="\n".join(lines)), rows


def _button(guest: Guest, key: str, do: str, number: str, other: CaseFields) -> Button:
    return Button(guest.plain(key, number=other.number), Press(do, number, other.number))


def _candidates(records: SqlRecords, *, guest: Guest, number: str) -> _Candidates:
    me = guest.me.person_id
    case = open_to(records, guest.actor, number)
    records.audit.write("read", number, me, what="likely")
    known = [one for one in linked(records, number, me) if one.link.kind is LinkKind.LIKELY]
    decided = {one.case.number for one in known}
    others = records.stories.of_others(case.owner_id, me, records.now - LOOKED_BACK)
    return _Candidates(
        records.stories.of_case(number),
        [story for story in others if story.case.number not in decided],
        [one.case for one in known if one.link.holds],
    )


def possible_repeats_router() -> Router:
    """A fresh router."""
    router = Router(name="possible_repeats")
    router.callback_query.filter(Private())
    router.callback_query.register(show_possible_repeats, Pressed("likely"))
    router.callback_query.register(judge_repeat, Pressed("likely_yes", "likely_no"))
    return router
