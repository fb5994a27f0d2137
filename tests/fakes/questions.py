"""``mediation.model.records.Questions`` in memory, a policy officer with a colleague, and a law of two
articles.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from mediation.errors import Stale
from mediation.model.cases.case import HelperKind, StaffMember
from mediation.model.questions import AnswerDraft, AnsweredCard, Covered, OpenQuestion, QuestionEvent
from mediation.questions.checks import Sources
from tests.fakes.clock import START, Clock

OFFICER = StaffMember(person_id=204, duty=HelperKind.POLICY, name="孙姐")
COLLEAGUE = StaffMember(person_id=205, duty=HelperKind.POLICY, name="小郑")

TODAY = START.date()
STORED = ("劳动法 44", "劳动合同法 31")
SOURCES = Sources(
    is_stored=lambda one: one in STORED,
    cited=lambda text: [one for one in (*STORED, "劳动法 45") if one.replace(" ", "") in text],
    telephones={"12345", "010-12351"},
)


def a_draft(**fields: Any) -> AnswerDraft:
    """A draft that may be submitted."""
    values = {
        "title": "休息日加班怎么算",
        "answer": "先安排补休；安排不了，按两倍付。",
        "basis": ["劳动法 44"],
    }
    return AnswerDraft(**{**values, "until": TODAY + timedelta(days=183), **fields})


OF_ASKING = ("text", "why", "category", "times", "first_at", "last_at")
"""What ``save`` leaves as it is."""


class FakeQuestions:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.kept: dict[int, OpenQuestion] = {}
        self.events: dict[int, list[QuestionEvent]] = {}
        self.wishes: set[tuple[int, int]] = set()
        self.answers: list[tuple[str, AnsweredCard]] = []

    def __deepcopy__(self, memo: object) -> "FakeQuestions":
        twin = FakeQuestions(self._clock)
        twin.kept = {key: one.model_copy() for key, one in self.kept.items()}
        twin.events = {key: list(lines) for key, lines in self.events.items()}
        twin.wishes, twin.answers = set(self.wishes), list(self.answers)
        return twin

    def note(self, text: str, asked: str, why: str, category: str | None) -> OpenQuestion:
        now = self._clock()
        same = next((one for one in self.kept.values() if one.asked == asked), None)
        if same is not None:
            same.times += 1
            same.last_at = now
            same.why = "wrong" if why == "wrong" else same.why
            same.category = same.category or category
            return same.model_copy()
        new = OpenQuestion(
            id=len(self.kept) + 1,
            text=text,
            asked=asked,
            why=str(why),
            category=category,
            first_at=now,
            last_at=now,
        )
        self.kept[new.id] = new
        return new.model_copy()

    def find(self, question_id: int) -> OpenQuestion | None:
        return self.kept[question_id].model_copy() if question_id in self.kept else None

    def save(self, question: OpenQuestion) -> None:
        before = self.kept[question.id]
        if before.version != question.version:
            raise Stale
        question.version += 1
        as_asked = {name: getattr(before, name) for name in OF_ASKING}
        self.kept[question.id] = question.model_copy(update=as_asked)

    def waiting(self, limit: int, offset: int = 0) -> list[OpenQuestion]:
        live = [one for one in self.kept.values() if one.state in ("open", "answered")]
        live.sort(key=lambda one: (-one.times, one.first_at, one.id))
        return [one.model_copy() for one in live[offset : offset + limit]]

    def log(self, question_id: int, event: QuestionEvent) -> None:
        self.events.setdefault(question_id, []).append(event)

    def history(self, question_id: int) -> list[QuestionEvent]:
        return list(self.events.get(question_id, []))

    def add_wish(self, question_id: int, person_id: int) -> None:
        self.wishes.add((question_id, person_id))

    def forget_wish(self, question_id: int, person_id: int) -> None:
        self.wishes.discard((question_id, person_id))

    def wishing(self, question_id: int) -> list[int]:
        return sorted(person for question, person in self.wishes if question == question_id)

    def forget_wishes(self, question_id: int) -> None:
        self.wishes = {wish for wish in self.wishes if wish[0] != question_id}

    def add_card(self, card: AnsweredCard, asked: str) -> None:
        self.answers.append((asked, card))

    def end_cards(self, asked: str, last_day: date) -> None:
        self.answers = [
            (one, replace(card, until=min(card.until, last_day)) if one == asked else card)
            for one, card in self.answers
        ]

    def cards(self, as_of: date) -> list[AnsweredCard]:
        valid = [card for _, card in self.answers if card.checked <= as_of <= card.until]
        return sorted(valid, key=lambda card: (card.checked, card.key))

    def version(self) -> int:
        return len(self.answers)

    def coverage(self, as_of: date) -> list[Covered]:
        answered = [card.category for _, card in self.answers if card.until >= as_of]
        waiting = [one.category for one in self.waiting(1000)]
        codes = sorted({*answered, *waiting}, key=lambda code: (code is None, code or ""))
        return [Covered(code, answered.count(code), waiting.count(code)) for code in codes]
