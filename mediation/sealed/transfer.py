"""A case that is an accusation goes over to the sealed store; then nothing of it is left where it was.

Two databases have no transaction in common. So it is copied first, then removed, then let go of; each step
may be taken again, and whoever stops in between finds the case in one of the two places, or in both.
"""

from collections.abc import Sequence
from typing import NamedTuple

from mediation.model.cases.content import Content
from mediation.model.cases.numbers import Choose, choose_securely
from mediation.sealed.model import LetterKind, Named, SealedLetter, SealedRecords, Side
from mediation.sealed.reports import file_sealed


class Traces(NamedTuple):
    """Where it stands in chats: the card in the group, and copies in the chats of staff (chat, message)."""

    card: tuple[int, int] | None = None
    copies: tuple[tuple[int, int], ...] = ()


def copy_in(
    records: SealedRecords,
    number: str,
    parts: Sequence[Content],
    about: tuple[Named, ...],
    owner: tuple[int, str] | None,
    traces: Traces,
    choose: Choose = choose_securely,
) -> str:
    """Keep it here as a report, with what has to be sent once it is gone there; returns its id.

    Copied again, its parts are replaced. ``owner`` is the chat and the language of who gets the code.
    """
    report = records.of_origin(number)
    if report is not None:
        records.empty(report.id)
        for content in parts:
            records.add(report.id, Side.REPORTER, content)
        return report.id
    code = file_sealed(records, list(parts), choose, about, origin=number)
    report = records.of_code(code)
    assert report is not None, "it was filed just now"
    waiting: list[SealedLetter] = []
    if owner is not None:
        waiting.append(SealedLetter("", LetterKind.CODE, report.id, owner[0], owner[1], code=code))
    if traces.card is not None:
        chat, message = traces.card
        waiting.append(SealedLetter("", LetterKind.PUT_AWAY, report.id, chat, message=message))
    for chat, message in traces.copies:
        waiting.append(SealedLetter("", LetterKind.TAKE_BACK, report.id, chat, message=message))
    for letter in waiting:
        records.letters.add(letter, None)
    return report.id


def let_go(records: SealedRecords, number: str) -> bool:
    """It is gone from where it was: the code goes out, cards and copies go, and nobody knows the number here.

    False when there is no such report on its way.
    """
    report = records.of_origin(number)
    if report is None:
        return False
    records.letters.release(report.id)
    records.forget_origin(report.id)
    return True
