"""Letters that carry somebody's own data, made when they are sent: nothing of them waits in the outbox."""

from zoneinfo import ZoneInfo

from bot.outbound.parcels import Card, Document, TakeBack
from bot.views.my_data import collect
from bot.views.my_data_files import as_html, as_json
from bot.views.my_data_lists import Teller
from bot.wording.catalogue import Wording
from storage.mail.outbox import Letter
from storage.unit_of_work.records import SqlRecords


class OwnScribe:
    """Writes exports, what stands in place of a card whose case was deleted, and takes names back."""

    def __init__(self, wording: Wording, zone: ZoneInfo) -> None:
        self._wording = wording
        self._zone = zone

    def write(self, records: SqlRecords, letter: Letter, chat: int) -> Document | Card | TakeBack | None:
        """Whichever it is; ``None`` when there is nothing to do any more."""
        match letter.kind:
            case "card_away":
                return self.card_away(letter, chat)
            case "unmask_away":
                return self.name_away(records, letter)
            case "taken_back":
                return self.taken_back(records, letter, chat)
        return self.export(records, letter)

    def name_away(self, records: SqlRecords, letter: Letter) -> TakeBack:
        """The messages in which somebody's name was shown."""
        messages = tuple(int(one) for one in str(letter.facts["messages"]).split())
        language = letter.language
        return TakeBack(messages, self._wording.html(language, "unmask-put-away"))

    def taken_back(self, records: SqlRecords, letter: Letter, chat: int) -> TakeBack | None:
        """The copy of what its owner took back; ``None`` where it never stood."""
        place = records.places.of_said(int(letter.facts["said_id"]), records.bot, chat)
        if place is None:
            return None
        language = letter.language
        return TakeBack((place.message,), self._wording.html(language, "taken-back-here"))

    def export(self, records: SqlRecords, letter: Letter) -> Document:
        """One of the two files."""
        person = letter.person_id or 0
        language = letter.language
        mine = collect(records, person)
        day = records.now.astimezone(self._zone).strftime("%Y-%m-%d")
        ending = letter.kind.removeprefix("export_")
        if ending == "json":
            content = as_json(mine)
        else:
            title = self._wording.plain(language, "export-title", day=day)
            about = self._wording.plain(language, "export-about")
            teller = Teller(self._wording, language, self._zone, self._step_words)
            content = as_html(teller.lines(mine), title, language, about)
        html = self._wording.html(language, f"export-{ending}")
        return Document(f"Xinqiao-{day}.{ending}", content, html)

    def card_away(self, letter: Letter, group: int) -> Card | None:
        """The card says no more than that it was put away; nothing where it stands in another group."""
        if letter.facts.get("chat") != group:
            return None
        return Card(self._wording.html("zh-CN", "card-put-away"), [], int(letter.facts["message"]))

    def _step_words(self, language: str, step: str) -> str:
        dashed = step.replace("_", "-")
        key = next((key for key in (f"step-{dashed}", f"trigger-{dashed}") if self._wording.has(key)), None)
        return self._wording.plain(language, key) if key else step
