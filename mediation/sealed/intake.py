"""Telling a sealed report in several messages, filing it, and being asked later whether anything changed."""

from datetime import timedelta
from enum import StrEnum

from mediation.errors import NotFound
from mediation.model.cases.content import Content
from mediation.model.cases.numbers import Choose, choose_securely
from mediation.sealed.model import LetterKind, Named, SealedDraft, SealedLetter, SealedRecords
from mediation.sealed.reports import add_sealed, file_sealed

ASKED_AFTER = (30, 90)
"""Days after which somebody who agreed is asked whether anything changed at work; internal target."""


class Change(StrEnum):
    """What may be pressed under the question; the words of YES follow in a message."""

    NO = "no"
    YES = "yes"
    STOP = "stop"


def name_concerned(records: SealedRecords, teller: str, named: Named) -> SealedDraft:
    """One more whom it is about."""
    draft = records.drafts.of(teller) or SealedDraft()
    if named not in draft.about:
        draft = draft._replace(about=(*draft.about, named))
        records.drafts.save(teller, draft)
    return draft


def turn_asking(records: SealedRecords, teller: str) -> SealedDraft:
    """May be asked later, or not after all."""
    draft = records.drafts.of(teller)
    if draft is None:
        raise NotFound
    draft = draft._replace(ask=not draft.ask)
    records.drafts.save(teller, draft)
    return draft


def file_draft(
    records: SealedRecords, teller: str, chat: int, language: str, choose: Choose = choose_securely
) -> str:
    """File what was told; returns the code. Until ``shown`` the same code comes again, so that a crash in
    between costs nobody the way back. Raises ``Refused`` (``nothing_told``).
    """
    draft = records.drafts.of(teller) or SealedDraft()
    if draft.code:
        return draft.code
    code = file_sealed(records, list(draft.parts), choose, draft.about)
    report = records.of_code(code)
    assert report is not None, "it was filed just now"
    if draft.ask:
        for days in ASKED_AFTER:
            letter = SealedLetter("", LetterKind.CHANGED, report.id, chat, language, days=days)
            records.letters.add(letter, records.today + timedelta(days=days))
    records.drafts.save(teller, SealedDraft(code=code))
    return code


def shown(records: SealedRecords, teller: str) -> None:
    """The code has been shown; it is kept nowhere from now on."""
    records.drafts.drop(teller)


def changed(records: SealedRecords, letter_id: str, chat: int, answer: Change, words: str) -> str:
    """The answer to the question, as a part for the officers (``words``); returns the report's id.

    NO and YES are kept, STOP ends all asking. Raises ``NotFound`` for somebody who was not asked.
    """
    letter = records.letters.get(letter_id)
    if letter is None or letter.kind is not LetterKind.CHANGED or letter.chat != chat:
        raise NotFound
    records.letters.drop(letter_id)
    if answer is Change.STOP:
        records.letters.drop_all(letter.report, LetterKind.CHANGED)
    else:
        add_sealed(records, letter.report, Content(text=words), once=letter_id)
    return letter.report
