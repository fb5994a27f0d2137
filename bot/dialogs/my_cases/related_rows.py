"""Earlier and joint matters on the pages of own cases."""

from bot.callbacks import Button, Press
from bot.dialogs.shared.context import Guest
from mediation.model.cases.case import CaseFields
from mediation.model.links import LinkKind
from mediation.related.repeats import linked
from mediation.related.signing import OPEN, for_staff, signed_cases
from storage.unit_of_work.records import SqlRecords


def related_lines(records: SqlRecords, guest: Guest, case: CaseFields) -> list[str]:
    """Lines for the page of an own case; what staff found of other people's cases is left out."""
    lines = [
        guest.words(
            "see-repeat", number=other.number, state=guest.plain(f"state-{other.state.replace('_', '-')}")
        )
        for link, other in linked(records, case.number, case.owner_id)
        if link.kind is LinkKind.REPEAT_OF
    ]
    seen = for_staff(records, case)
    if seen is not None:
        lines.append(guest.words("see-joint", count=seen.count, representatives=seen.representatives))
    return lines


def joint_button_row(guest: Guest, case: CaseFields) -> list[list[Button]]:
    """The button for a joint matter, while the case is open."""
    return [[guest.button("button-joint", "joint", case.number)]] if case.state in OPEN else []


def signed_rows(records: SqlRecords, guest: Guest) -> list[list[Button]]:
    """One row for each matter that this person has co-signed."""
    return [
        [
            Button(
                guest.plain(
                    "signed-row",
                    number=case.number,
                    category=guest.plain(f"category-{case.category}"),
                    state=guest.plain(f"state-{case.state.replace('_', '-')}"),
                ),
                Press("signed", case.number),
            )
        ]
        for case in signed_cases(records, guest.me.person_id)
    ]
