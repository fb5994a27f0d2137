"""Turns a notice into a parcel: looks up what it needs and chooses the words and buttons."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.callbacks import Button, Keyboard, Press
from bot.outbound.letters.buttons import BUTTONS
from bot.outbound.letters.files import in_its_place, is_held, with_warning
from bot.outbound.letters.grants import grant_facts
from bot.outbound.letters.own_data import OwnScribe
from bot.outbound.letters.procedure import procedure_facts
from bot.outbound.letters.unmasking import unmask_facts
from bot.outbound.parcels import Album, Card, Copy, Document, Edit, Parcel, Words
from bot.papers.word_file import as_docx
from bot.views.case_card import case_card, case_panel, staff_title
from bot.wording.catalogue import Wording
from mediation.errors import NotFound
from mediation.messages.taking_back import GONE
from mediation.messages.talk import on_case
from mediation.model.cases.case import CaseFields
from mediation.model.cases.content import Content, Privacy
from mediation.model.procedure.paper import Kind
from mediation.standing.case_recusal import is_recused, recused_staff
from storage.mail.outbox import Letter
from storage.unit_of_work.records import SqlRecords

CARRIED_BY_BUTTON = ("campaign_id", "call", "of", "grant")
"""Facts of which a button has to know the value; the first that is there."""

RECEIVED = {Kind.OPINION: "opinion_delivered", Kind.REVIEW: "review_delivered"}
"""Papers of which the owner says that they came: from then on the time to ask for the next level runs."""


KEPT_IN_SIGHT = frozenset({"crisis_numbers"})
"""Nobody has come yet, so the numbers stay on the screen."""


@dataclass(frozen=True)
class Addressed:
    """A parcel and the chat it goes to; ``pin`` keeps it in sight."""

    chat: int
    parcel: Parcel
    pin: bool = False


class Scribe:
    """Writes the letters; ``group_chat`` 0 means that there is no group yet."""

    def __init__(self, wording: Wording, group_chat: int, zone: ZoneInfo) -> None:
        self._wording = wording
        self._group = group_chat
        self._zone = zone
        self._own = OwnScribe(wording, zone)

    def write(self, records: SqlRecords, letter: Letter) -> Addressed | None:
        """The parcel, or ``None`` when there is nothing to send (any more) or nobody to send it to."""
        chat = self._group if letter.person_id is None else letter.chat
        if not chat:
            return None
        if self._is_kept_from(records, letter):
            return self._put_away(records, letter, chat)
        match letter.kind:
            case "relay" | "relay_album" | "relay_edit":
                parcel = self._relayed(records, letter, chat)
                return Addressed(chat, parcel) if parcel else None
            case "card":
                return Addressed(chat, self._card(records, str(letter.case_number)))
            case "campaign":
                words = self._campaign(records, letter)
                return Addressed(chat, words) if words else None
            case "panel":
                return self._panel(records, letter, chat)
            case "crisis_words":
                content = Content.model_validate_json(str(letter.facts["content"]))
                return Addressed(chat, Copy(0, content))
            case "export_html" | "export_json" | "card_away" | "unmask_away" | "taken_back":
                own = self._own.write(records, letter, chat)
                return Addressed(chat, own) if own else None
            case "paper":
                return Addressed(chat, self._paper(records, letter))
        return Addressed(chat, self._notice(records, letter), pin=letter.kind in KEPT_IN_SIGHT)

    @staticmethod
    def _is_kept_from(records: SqlRecords, letter: Letter) -> bool:
        """Whether somebody who may not learn of the case would read this; talk goes to who works on it."""
        number = letter.case_number
        if number is None or letter.kind.startswith("relay"):
            return False
        if letter.person_id is None:
            return bool(recused_staff(records, number))
        return is_recused(records, number, letter.person_id)

    def _put_away(self, records: SqlRecords, letter: Letter, chat: int) -> Addressed | None:
        """Nothing; a card that stands in the group already says no more than that it was put away."""
        place = records.places.card(str(letter.case_number))
        if letter.kind != "card" or place is None or place.chat != chat:
            return None
        return Addressed(chat, Card(self._wording.html("zh-CN", "card-put-away"), [], place.message))

    def _relayed(self, records: SqlRecords, letter: Letter, chat: int) -> Parcel | None:
        said = records.talk.get(int(letter.facts["said_id"]))
        if said.content.kind == GONE:
            return None
        if said.privacy is not Privacy.PUBLIC or not self._still_on(records, said.case_number, letter):
            return None
        if letter.kind == "relay_edit":
            place = records.places.of_said(said.id, records.bot, chat)
            return Edit(said.id, said.content, place.message) if place else None
        reply_to = None
        if said.reply_to is not None:
            earlier = records.places.of_said(said.reply_to, records.bot, chat)
            reply_to = earlier.message if earlier else None
        elif letter.current_case != said.case_number:
            # who is busy with another case sees at a glance where this belongs
            reply_to = records.places.anchor(said.case_number, records.bot, chat)
        if letter.kind == "relay":
            language = letter.language
            if is_held(said.content) and not letter.facts.get("taken"):
                return in_its_place(self._wording, language, said, reply_to)
            return with_warning(self._wording, language, Copy(said.id, said.content, reply_to))
        items = [
            (one.id, one.content)
            for one in records.talk.of_case(said.case_number)
            if one.content.album == said.content.album
            and one.privacy is Privacy.PUBLIC
            and not is_held(one.content)
            and one.content.kind != GONE
            and records.places.of_said(one.id, records.bot, chat) is None
        ]
        if len(items) == 1:
            return Copy(items[0][0], items[0][1], reply_to)
        return Album(items, reply_to) if items else None

    @staticmethod
    def _still_on(records: SqlRecords, number: str, letter: Letter) -> bool:
        """Whoever has left the case since gets nothing more of it."""
        return letter.person_id in on_case(records.cases.get(number))

    def _card(self, records: SqlRecords, number: str) -> Card:
        case = records.cases.get(number)
        place = records.places.card(number)
        handler = self._name(records, case.handler_id, "zh-CN")
        second = self._name(records, case.second_id, "zh-CN")
        html, buttons = case_card(self._wording, case, handler, second, records.now, self._zone)
        return Card(html, buttons, place.message if place and place.chat == self._group else None)

    def _panel(self, records: SqlRecords, letter: Letter, chat: int) -> Addressed:
        case = records.cases.get(str(letter.case_number))
        person = letter.person_id or 0
        records.people.sit_if_free(person, case.number)
        html, buttons = case_panel(self._wording, letter.language, records, case, person, self._zone)
        pin = records.people.current_case(person) == case.number
        return Addressed(chat, Words(html, buttons), pin)

    def _campaign(self, records: SqlRecords, letter: Letter) -> Words | None:
        campaign = records.campaigns.get(str(letter.facts["campaign_id"]))
        if campaign is None or campaign.state == "stopped":
            return None
        language = letter.language
        html = self._wording.html(language, "campaign", title=campaign.title, text=campaign.text)
        rows: Keyboard = []
        if campaign.button_url:
            rows.append([Button(campaign.button_text or campaign.button_url, url=campaign.button_url)])
        rows.append([Button(self._wording.plain(language, "button-unsubscribe"), Press("unsubscribe"))])
        return Words(html, rows)

    def _paper(self, records: SqlRecords, letter: Letter) -> Document:
        """The file as it was signed; the same words can be read in the chat."""
        kept = records.papers.get(int(letter.facts["paper_id"]))
        language = letter.language
        number = kept.case_number
        html = self._wording.html(language, "notice-paper", title=kept.paper.title, paper=kept.paper.number)

        def button(key: str, do: str, value: str) -> Button:
            return Button(self._wording.plain(language, key), Press(do, number, value))

        rows = [[button("button-paper", "paper", str(kept.id)), button("button-stage", "stage", "")]]
        if letter.person_id == records.cases.get(number).owner_id and kept.paper.kind in RECEIVED:
            step = RECEIVED[kept.paper.kind]
            rows.insert(0, [button(f"do-{step.replace('_', '-')}", "act", step)])
        name = f"{kept.paper.title}-{kept.paper.number}.docx"
        return Document(name, as_docx(kept.paper, final=True), html, rows)

    def _notice(self, records: SqlRecords, letter: Letter) -> Words:
        person = letter.person_id
        language = letter.language
        case = self._case(records, letter.case_number)
        if letter.kind == "claimed" and case is not None and person is not None:
            records.people.sit_if_free(person, case.number)
        facts = self._facts(records, letter, case, language)
        key = f"notice-{letter.kind.replace('_', '-')}"
        if letter.kind == "receipt":
            key += "-anonymous" if letter.facts.get("code") else "-named"
        html = self._wording.html(language, key, **facts)
        reply_to = None
        if person is None and case is not None:
            place = records.places.card(case.number)
            reply_to = place.message if place else None
        return Words(html, self._buttons(language, letter, case), reply_to)

    def _facts(
        self, records: SqlRecords, letter: Letter, case: CaseFields | None, language: str
    ) -> dict[str, str | int]:
        facts: dict[str, str | int] = {
            k: v for k, v in letter.facts.items() if isinstance(v, str | int) and v is not None
        }
        for role in ("handler", "second"):
            if (person := letter.facts.get(f"{role}_id")) is not None:
                facts[role] = self._name(records, int(person), language) or ""
        if (helper := letter.facts.get("helper_id")) is not None:
            facts["handler"] = self._name(records, int(helper), language) or ""
        facts.setdefault("reason", "")
        facts |= procedure_facts(self._wording, language, letter)
        facts |= grant_facts(self._wording, language, letter, self._zone)
        facts |= unmask_facts(self._wording, language, letter, self._zone)
        if "filed_at" in facts:
            moment = datetime.fromisoformat(str(facts["filed_at"])).astimezone(self._zone)
            facts["filed_at"] = moment.strftime("%Y-%m-%d %H:%M")
        if case is not None:
            facts |= {
                "number": case.number,
                "alias": case.alias,
                "category": self._wording.plain(language, f"category-{case.category}"),
                "result": case.result,
                "rating": case.rating or 0,
                "words": case.rating_words,
                "hours": int((records.now - case.filed_at).total_seconds() // 3600),
            }
        return facts

    def _buttons(self, language: str, letter: Letter, case: CaseFields | None) -> Keyboard:
        number = case.number if case else ""
        rows: Keyboard = []
        if letter.kind == "result":
            stars = [Button("★" * n, Press("rate", number, str(n))) for n in range(1, 6)]
            rows = [stars[:3], stars[3:]]
        value = next((str(letter.facts[one]) for one in CARRIED_BY_BUTTON if letter.facts.get(one)), "")
        asked = [
            Button(self._wording.plain(language, key), Press(do, number, value))
            for key, do in BUTTONS.get(letter.kind, ())
            if not (do == "not_solved" and case is not None and case.state == "second_look")
        ]
        return [*rows, asked] if asked else rows

    def _name(self, records: SqlRecords, person_id: int | None, language: str) -> str | None:
        member = records.people.staff(person_id) if person_id is not None else None
        if member is None:
            return None
        return staff_title(self._wording, language, member)

    @staticmethod
    def _case(records: SqlRecords, number: str | None) -> CaseFields | None:
        try:
            return records.cases.get(number) if number else None
        except NotFound:
            return None
