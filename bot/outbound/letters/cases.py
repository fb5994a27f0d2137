"""Letters about a case and who works on it: receipts, the card, the panel, results."""

from bot.callbacks import Button, Keyboard, Press
from bot.outbound.letters.form import FeatureLetters, Form, Outcome, Writing
from bot.outbound.outgoing import Card, Words
from bot.views.case_card import case_card, case_panel, staff_name
from mediation.cases.moves import result_delivered
from storage.mail.outbox import Letter
from storage.unit_of_work.records import SqlRecords

SEE = ("button-see-case", "see")
OPEN = ("button-open-case", "open")
NOT_SOLVED = ("button-not-solved", "not_solved")
CLOSE = ("button-close-with-reason", "close")
CARE_WISH = ("button-care-wish", "care_wish")
STAGE = ("button-stage", "stage")


def _receipt_key(letter: Letter) -> str:
    return "notice-receipt-anonymous" if letter.facts.get("code") else "notice-receipt-named"


def _sit_down(writing: Writing) -> None:
    """Who has claimed it talks in this case from now on, unless they are talking in another."""
    letter = writing.letter
    if letter.person_id is not None and letter.case_number is not None:
        writing.records.people.sit_if_free(letter.person_id, letter.case_number)


def _stars(writing: Writing) -> Keyboard:
    number = writing.letter.case_number or ""
    stars = [Button("★" * n, Press("rate", number, str(n))) for n in range(1, 6)]
    return [stars[:3], stars[3:]]


def _result_ended(records: SqlRecords, letter: Letter, outcome: Outcome) -> None:
    if outcome is Outcome.SENT and letter.case_number:
        result_delivered(records, letter.case_number)


def _card(writing: Writing) -> Card:
    records, number = writing.records, str(writing.letter.case_number)
    case, place = records.cases.get(number), records.places.card(number)
    handler = staff_name(writing.wording, "zh-CN", records, case.handler_id)
    second = staff_name(writing.wording, "zh-CN", records, case.second_id)
    html, buttons = case_card(writing.wording, case, handler, second, records.now, writing.zone)
    return Card(html, buttons, place.message if place and place.chat == writing.group else None)


def _card_withheld(writing: Writing) -> Card | None:
    """A card that stands in the group already says no more than that it was put away."""
    place = writing.records.places.card(str(writing.letter.case_number))
    return _put_away(writing, place.message) if place and place.chat == writing.chat else None


def _card_away(writing: Writing) -> Card | None:
    """The card of a deleted case; nothing where it stands in another group."""
    facts = writing.letter.facts
    return _put_away(writing, int(facts["message"])) if facts.get("chat") == writing.chat else None


def _put_away(writing: Writing, message: int) -> Card:
    return Card(writing.wording.html("zh-CN", "card-put-away"), [], message)


def _panel(writing: Writing) -> Words:
    records, letter = writing.records, writing.letter
    case, person = records.cases.get(str(letter.case_number)), letter.person_id or 0
    records.people.sit_if_free(person, case.number)
    return Words(*case_panel(writing.wording, letter.language, records, case, person, writing.zone))


def _is_current(writing: Writing) -> bool:
    letter = writing.letter
    return writing.records.people.current_case(letter.person_id or 0) == letter.case_number


CASES = FeatureLetters(
    {
        "receipt": Form((SEE,), key=_receipt_key),
        "card": Form(write=_card, withheld=_card_withheld),
        "card_away": Form(write=_card_away),
        "panel": Form(write=_panel, pinned=_is_current),
        "given_back": Form((SEE,)),
        "joined": Form((SEE,)),
        "claimed": Form((("button-talk", "talk"), SEE), prepare=_sit_down),
        "claim_quietly": Form((("button-claim", "claim_alone"),)),
        "result": Form((NOT_SOLVED,), rows=_stars, ended=_result_ended),
        "rated": Form((("button-rating-words", "rating_words"), NOT_SOLVED, CARE_WISH)),
        "rating_words": Form((CLOSE,)),
        "closed_by_supervisor": Form((NOT_SOLVED, CARE_WISH)),
        "offered": Form((("button-take-over", "take_over"), ("button-decline", "decline"))),
        "reopened": Form((OPEN,)),
        "declined": Form((OPEN,)),
        "second_joined": Form((OPEN,)),
        "second_look_handler": Form((OPEN,)),
        "second_look": Form((CLOSE,)),
        "owner_unreachable": Form((OPEN,)),
        "refuse_why": Form((("button-leave-it", "leave_it"),)),
        "handler_left": Form((STAGE,)),
    }
)
