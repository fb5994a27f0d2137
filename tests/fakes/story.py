"""The story of one case, told in one line per act, on any ``Records``."""

from datetime import timedelta
from typing import Any

from mediation.cases import filing, moves
from mediation.cases.life_table import LifeTable, read_table
from mediation.messages import talk
from mediation.model.cases.actor import Intent
from mediation.model.cases.case import CaseFields, Event, StaffMember
from mediation.model.cases.content import Content, Place, Said
from tests.builders import CODE, OWNER, a_concern, a_content, a_place, acts

TABLE: LifeTable = read_table()
CLAIM_WITHIN = timedelta(hours=4)
SUPERVISOR_AFTER = timedelta(hours=8)


class Story:
    """Every act returns what the use case returns; ``told`` is what waits in the outbox."""

    def __init__(self, records: Any, number: str = "") -> None:
        self.records = records
        self.number = number

    def file(self, *texts: str, owner: int = OWNER, **fields: Any) -> str:
        concern = a_concern(*texts, **fields)
        self.number = filing.file_concern(self.records, owner, concern, CODE, CLAIM_WITHIN).number
        return self.number

    def pull(self, trigger: str, who: StaffMember | int, **intent: Any) -> CaseFields:
        brought = Intent(**intent)
        return moves.apply_move(self.records, TABLE, self.number, trigger, acts(who), CLAIM_WITHIN, brought)

    def overdue(self) -> None:
        moves.claim_overdue(self.records, self.number, SUPERVISOR_AFTER)

    def add(self, content: Content | str, place: Place | None = None, owner: int = OWNER) -> Said:
        what = a_content(content) if isinstance(content, str) else content
        return filing.add_to_case(self.records, owner, self.number, what, place or a_place())

    def note(self, who: StaffMember, content: Content | str, place: Place | None = None) -> Said:
        what = a_content(content) if isinstance(content, str) else content
        return talk.note(self.records, acts(who), self.number, what, place or a_place())

    def relay(self, who: StaffMember, said: Said) -> list[Said]:
        return talk.relay(self.records, acts(who), said.id)

    @property
    def case(self) -> CaseFields:
        return self.records.cases.get(self.number)

    @property
    def history(self) -> list[Event]:
        return self.records.cases.history(self.number)

    def told(self, who: StaffMember | int | None) -> list[Any]:
        """The letters that wait for somebody (``None``: the group), whenever they are due."""
        person = who.person_id if isinstance(who, StaffMember) else who
        later = self.records.now + timedelta(days=365)
        return [one for one in self.records.outbox.due(later, 1000) if one.person_id == person]

    def kinds(self, who: StaffMember | int | None) -> list[str]:
        return [letter.kind for letter in self.told(who)]
