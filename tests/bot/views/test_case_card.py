"""The panel names the newest linked cases and not more than fit; what does not hold is not shown."""

from datetime import timedelta
from typing import Any

from bot.views.case_card import LINKS_SHOWN, link_lines
from bot.wording.catalogue import Wording
from mediation.model.links import CaseLink, LinkKind
from tests.builders import ANOTHER_EMPLOYEE, LAWYER, OWNER, a_case
from tests.fakes.clock import START, Clock
from tests.fakes.records import FakeRecords

MINE = a_case()


def _lines(count: int, holds: bool = True) -> list[str]:
    records: Any = FakeRecords(Clock())
    records.cases.add(MINE)
    for n in range(count):
        other = a_case(number=f"AAAA-AAA{n + 2}", owner_id=ANOTHER_EMPLOYEE)
        records.cases.add(other)
        at = START + timedelta(minutes=n)
        records.links.put(
            CaseLink(
                number=MINE.number, other=other.number, kind=LinkKind.LIKELY, holds=holds, by=OWNER, at=at
            )
        )
    case = MINE.model_copy(update={"category": "WAGE"})
    return link_lines(Wording(), "zh-CN", records, case, LAWYER.person_id)


def test_the_newest_links_are_shown_and_not_more_than_fit() -> None:
    lines = _lines(LINKS_SHOWN + 1)
    assert len(lines) == LINKS_SHOWN
    assert "AAAA-AAA2" not in "".join(lines)


def test_a_link_that_does_not_hold_is_not_shown() -> None:
    assert _lines(1, holds=False) == []
