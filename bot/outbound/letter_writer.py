"""Turns a notice of the outbox into what is sent: looks up what it needs, chooses words and buttons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.callbacks import Keyboard
from bot.outbound.letters.every_letter import EVERY_LETTER
from bot.outbound.letters.form import FeatureLetters, Form, Outcome, Writing, all_forms
from bot.outbound.outgoing import Outgoing, Words
from bot.views.case_card import staff_name
from bot.wording.catalogue import Wording
from mediation.errors import NotFound
from mediation.model.cases.case import CaseFields
from mediation.standing.case_recusal import is_recused, recused_staff
from storage.mail.outbox import Letter
from storage.unit_of_work.records import SqlRecords

CARRIED_BY_BUTTON = ("campaign_id", "call", "of", "grant")
"""Facts of which a button has to know the value; the first that is there."""

SENTENCE = Form()
"""Of a kind that no feature names: words without buttons."""


@dataclass(frozen=True)
class Addressed:
    """A outgoing and the chat it goes to; ``pin`` keeps it in sight."""

    chat: int
    outgoing: Outgoing
    pin: bool = False


class LetterWriter:
    """Writes the letters; ``group_chat`` 0 means that there is no group yet."""

    def __init__(
        self,
        wording: Wording,
        group_chat: int,
        zone: ZoneInfo,
        features: Iterable[FeatureLetters] = EVERY_LETTER,
    ) -> None:
        self._wording = wording
        self._group = group_chat
        self._zone = zone
        self._features = tuple(features)
        self._forms = all_forms(self._features)

    def write(self, records: SqlRecords, letter: Letter) -> Addressed | None:
        """The outgoing, or ``None`` when there is nothing to send (any more) or nobody to send it to."""
        chat = self._group if letter.person_id is None else letter.chat
        if not chat:
            return None
        form = self._form(letter)
        writing = Writing(records, letter, chat, self._group, self._wording, self._zone)
        if not form.knows_readers and _is_kept_from(records, letter):
            withheld = form.withheld(writing) if form.withheld is not None else None
            return Addressed(chat, withheld) if withheld is not None else None
        outgoing = form.write(writing) if form.write is not None else self._notice(writing, form)
        if outgoing is None:
            return None
        return Addressed(chat, outgoing, pin=form.pinned is not None and form.pinned(writing))

    def waits_for_another(self, letter: Letter) -> bool:
        """Whether it changes a message that may still be on its way."""
        return self._form(letter).changes_another

    def ended(self, records: SqlRecords, letter: Letter, outcome: Outcome) -> None:
        """What follows from what became of a letter."""
        if (then := self._form(letter).ended) is not None:
            then(records, letter, outcome)

    def _form(self, letter: Letter) -> Form:
        return self._forms.get(letter.kind, SENTENCE)

    def _notice(self, writing: Writing, form: Form) -> Words:
        records, letter = writing.records, writing.letter
        case = _case(records, letter.case_number)
        if form.prepare is not None and case is not None:
            form.prepare(writing)
        html = writing.html(form.key(letter), **self._facts(writing, case))
        reply_to = None
        if letter.person_id is None and case is not None:
            place = records.places.card(case.number)
            reply_to = place.message if place else None
        return Words(html, _keyboard(writing, form, case), reply_to)

    def _facts(self, writing: Writing, case: CaseFields | None) -> dict[str, str | int]:
        facts = _shared_facts(writing)
        for feature in self._features:
            if feature.facts is not None:
                facts |= feature.facts(writing)
        if "filed_at" in facts:
            moment = datetime.fromisoformat(str(facts["filed_at"])).astimezone(self._zone)
            facts["filed_at"] = moment.strftime("%Y-%m-%d %H:%M")
        if case is not None:
            facts |= {
                "number": case.number,
                "alias": case.alias,
                "category": writing.plain(f"category-{case.category}"),
                "result": case.result,
                "rating": case.rating or 0,
                "words": case.rating_words,
                "hours": int((writing.records.now - case.filed_at).total_seconds() // 3600),
            }
        return facts


def _is_kept_from(records: SqlRecords, letter: Letter) -> bool:
    """Whether somebody who may not learn of the case would read this."""
    number = letter.case_number
    if number is None:
        return False
    if letter.person_id is None:
        return bool(recused_staff(records, number))
    return is_recused(records, number, letter.person_id)


def _shared_facts(writing: Writing) -> dict[str, str | int]:
    """What a notice brings along, with names in place of people's ids."""
    given = writing.letter.facts
    facts: dict[str, str | int] = {
        k: v for k, v in given.items() if isinstance(v, str | int) and v is not None
    }
    for role, fact in (("handler", "handler_id"), ("second", "second_id"), ("handler", "helper_id")):
        if (person := given.get(fact)) is not None:
            language, records = writing.letter.language, writing.records
            facts[role] = staff_name(writing.wording, language, records, int(person)) or ""
    facts.setdefault("reason", "")
    return facts


def _keyboard(writing: Writing, form: Form, case: CaseFields | None) -> Keyboard:
    facts, number = writing.letter.facts, case.number if case else ""
    rows = form.rows(writing) if form.rows is not None else []
    value = next((str(facts[one]) for one in CARRIED_BY_BUTTON if facts.get(one)), "")
    asked = [
        writing.button(key, do, number, value)
        for key, do in form.buttons
        if not (do == "not_solved" and case is not None and case.state == "second_look")
    ]
    return [*rows, asked] if asked else rows


def _case(records: SqlRecords, number: str | None) -> CaseFields | None:
    try:
        return records.cases.get(number) if number else None
    except NotFound:
        return None
