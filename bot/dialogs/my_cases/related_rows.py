"""What belongs to the cases of a person: those they filed again, and those that people sign together."""

from bot.callbacks import Button, Press
from bot.dialogs.shared.context import Guest
from mediation.model.cases.case import CaseFields
from mediation.model.links import LinkKind
from mediation.related.repeats import linked
from mediation.related.signing import OPEN, for_staff, signed_cases
from storage.unit_of_work.records import SqlRecords


def belongs(records: SqlRecords, guest: Guest, case: CaseFields) -> list[str]:
    """Lines for the page of an own case; what staff have found of other people is not for its owner."""
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


def joint_row(guest: Guest, case: CaseFields) -> list[list[Button]]:
    """The way to raise it together, while something can still come of it."""
    return [[guest.button("button-joint", "joint", case.number)]] if case.state in OPEN else []


def signed_list(records: SqlRecords, guest: Guest) -> list[list[Button]]:
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
