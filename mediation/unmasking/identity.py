"""Who somebody is, as far as it is known here: put together for one look and kept nowhere."""

from collections.abc import Collection

from mediation.model.records import Records
from mediation.model.unmasking import Trait


def identity(
    records: Records, person_id: int, number: str | None, shows: Collection[Trait]
) -> dict[Trait, str]:
    """What is known of these traits; ``number`` is the case in which they may have given a name."""
    known: dict[Trait, str] = {}
    if number is not None and (given := records.cases.name(number)):
        known[Trait.GIVEN] = given
    chat = records.people.chat_of(person_id)
    if chat is not None:
        known[Trait.TELEGRAM] = str(chat)
        organisation = records.organisation.read()
        if (who := organisation.by_telegram(chat)) is not None:
            unit = organisation.unit(who.unit)
            known |= {Trait.NAME: who.name, Trait.STAFF_NUMBER: who.key}
            known[Trait.UNIT] = unit.name if unit is not None else who.unit
    return {trait: known[trait] for trait in shows if trait in known}
