"""A case of somebody whom the organisation knows, claimed by the lawyer; there is a privacy officer."""

from typing import Any

from mediation.deadlines.rules import read_clocks
from mediation.model.cases.case import StaffMember
from mediation.model.unmasking import Unmasking
from mediation.procedure.matters import open_matter
from mediation.unmasking.request import ask
from storage.unit_of_work.database import Database
from tests.builders import LAWYER, ROSTER
from tests.fakes.proceedings import CHINA
from tests.fakes.story import Story
from tests.organisations import person, small

CHAT = 9_000_000_771
NAME, STAFF_NUMBER = "欧阳金雀", "ZG-889901"
PRIVACY = StaffMember(person_id=401, duty="privacy", name="信息保护小郑")
WHY = "意见书上要写名字"


def claimed(records: Any, *roster: StaffMember) -> str:
    """The case's number."""
    for member in roster or (*ROSTER, PRIVACY):
        records.people.set_staff(member)
    owner = records.people.meet(CHAT, records.now)
    here = small(person("top"), person(STAFF_NUMBER, "top", name=NAME, telegram=CHAT))
    records.organisation.replace(here)
    story = Story(records)
    number = story.file(owner=owner)
    open_matter(records, read_clocks(), story.case, records.now.date(), CHINA)
    story.pull("claim", LAWYER)
    return number


async def asked(database: Database, *roster: StaffMember, ground: str = "paper") -> Unmasking:
    """The lawyer has asked for the name."""

    def work(records: Any) -> Unmasking:
        return ask(records, LAWYER, claimed(records, *roster), ground, WHY)

    return await database.run(work)


async def told(database: Database, kind: str) -> list[Any]:
    """Letters of this kind that are due now."""
    return [one for one in await database.run(lambda r: r.outbox.due(r.now, 100)) if one.kind == kind]
