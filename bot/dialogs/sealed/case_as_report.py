"""A case as the parts of a sealed report, and every message that shows something of it."""

from bot.dialogs.shared.context import Guest
from bot.papers.flow import lines
from mediation.model.cases.account import ACCOUNT_FIELDS
from mediation.model.cases.case import CaseFields
from mediation.model.cases.content import Content, Privacy
from mediation.sealed.model import Named
from mediation.sealed.transfer import Traces
from storage.unit_of_work.records import SqlRecords

OFFICE_LANGUAGE = "zh-CN"
"""The language of the office."""


def parts_of_case(records: SqlRecords, guest: Guest, case: CaseFields) -> list[Content]:
    """What was registered, told, noted and signed, in that order; files stay files."""
    parts = [Content(text=_registration(records, guest, case))]
    joint = records.joints.get(case.number)
    if joint is not None:
        parts.append(Content(text=joint.statement))
    for said in records.talk.of_case(case.number):
        mark = ""
        if said.author_id != case.owner_id:
            mark = _office_words(guest, "sealed-from-staff")
        if said.privacy is not Privacy.PUBLIC:
            mark = _office_words(guest, "sealed-from-notes")
        text = f"{mark}{said.content.text}"
        parts.append(said.content.model_copy(update={"text": text, "entities": []}))
    for sent in records.papers.of_case(case.number):
        parts.append(Content(text="\n".join(one.text for one in lines(sent.paper))))
    return parts


def _registration(records: SqlRecords, guest: Guest, case: CaseFields) -> str:
    """Category, day, name, and the answers of the intake; never the number, removed with the case."""
    name = records.cases.name(case.number) or _office_words(guest, "anonymous")
    day = case.filed_at.astimezone(guest.zone).date().isoformat()
    category = _office_words(guest, f"category-{case.category}")
    written = [
        guest.wording.plain(OFFICE_LANGUAGE, "sealed-from-case", day=day, category=category, name=name)
    ]
    account = records.cases.account(case.number)
    for field in ACCOUNT_FIELDS:
        if account.get(field):
            written.append(f"{_office_words(guest, f'account-{field}')}：{account[field]}")
    return "\n".join(written)


def _office_words(guest: Guest, key: str) -> str:
    return guest.wording.plain(OFFICE_LANGUAGE, key)


def concerned_of_case(records: SqlRecords, number: str) -> tuple[Named, ...]:
    """The people concerned, with their Telegram ids where the organisation has them."""
    organisation = records.organisation.read()
    people = (organisation.person(key) for key in records.matters.get(number).about)
    return tuple(Named(one.name, one.telegram) for one in people if one is not None)


def traces_of_case(records: SqlRecords, case: CaseFields, group: int) -> Traces:
    """The card in the group, and every message in a chat of staff that shows something of the case."""
    place = records.places.card(case.number)
    card = (place.chat, place.message) if place is not None and place.chat == group else None
    copies: list[tuple[int, int]] = []
    for one in records.people.colleagues():
        chat = records.people.chat_of(one.person_id)
        if chat is not None and one.person_id != case.owner_id:
            copies += [(chat, at) for at in records.places.standing(case.number, records.bot, chat)]
    return Traces(card, tuple(copies))
