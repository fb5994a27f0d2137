"""Small builders: they fill in what a test does not care about."""

from itertools import count
from typing import Any

from mediation.cases.filing import Concern
from mediation.model.cases.actor import Actor
from mediation.model.cases.case import CaseFields, HelperKind, StaffMember
from mediation.model.cases.content import Content, Place
from mediation.model.cases.numbers import ReceiptCode
from tests.fakes.clock import START

BOT = 7000000001
"""The bot that the tests' stores belong to; wider than 32 bits, as Telegram's ids are."""

OWNER = 101
ANOTHER_EMPLOYEE = 102

LAWYER = StaffMember(person_id=201, duty=HelperKind.LAWYER, name="李律师")
COUNSELLOR = StaffMember(person_id=202, duty=HelperKind.COUNSELLOR, name="陈老师")
UNION = StaffMember(person_id=203, duty=HelperKind.UNION, name="工会小王")
SUPERVISOR = StaffMember(person_id=301, duty="supervisor", name="督办老周")
ROSTER = [LAWYER, COUNSELLOR, UNION, SUPERVISOR]

CODE = ReceiptCode("1234 5678 9012 3456", "5a:not-a-real-hash")
"""Hashing takes 50 ms on purpose; where the hash is not the point, this stands in."""

_message = count(10**6)  # above every number that a test names itself


def acts(who: StaffMember | int) -> Actor:
    """An actor: somebody of the roster, or a plain employee."""
    return Actor(who) if isinstance(who, int) else Actor(who.person_id, who)


def a_content(text: str = "加班费三个月没有发", **fields: Any) -> Content:
    return Content(text=text, **fields)


def a_picture(album: str, text: str = "") -> Content:
    return Content(kind="photo", text=text, file=f"file-{next(_message)}", album=album)


def a_place(message: int | None = None, chat: int = 9000000101, bot: int = BOT) -> Place:
    """Where a message stands; a new message unless one is named."""
    return Place(bot=bot, chat=chat, message=message if message is not None else next(_message))


def a_concern(*texts: str, **fields: Any) -> Concern:
    """A told and confirmed concern, anonymous unless ``name`` is given."""
    parts = [(a_content(text), a_place()) for text in texts or ("加班费三个月没有发",)]
    values: dict[str, Any] = {"account": {"when": "今年一月起"}, "category": "pay", "wish": "lawyer"}
    return Concern(parts=parts, **(values | fields))


def a_case(state: str = "submitted", **fields: Any) -> CaseFields:
    """A case in this state, as the life table would have left it."""
    values: dict[str, Any] = {
        "number": "K7QF-2MRD",
        "owner_id": OWNER,
        "alias": "B27",
        "state": state,
        "category": "pay",
        "filed_at": START,
    }
    if state in ("claimed", "resolved", "closed", "reopened", "second_look"):
        values |= {"handler_id": LAWYER.person_id, "claimed_at": START}
    if state in ("resolved", "closed", "second_look"):
        values |= {"result": "补发加班费", "resolved_at": START, "result_delivered_at": START}
    return CaseFields(**(values | fields))
