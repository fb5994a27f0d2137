"""The main menu, and ending whatever was being asked."""

from aiogram.fsm.context import FSMContext

from bot.callbacks import Keyboard
from bot.dialogs.shared.context import Guest
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords


def main_menu(guest: Guest) -> Keyboard:
    """The buttons of the main menu; the desk for active staff."""
    rows = [
        [guest.button("door-tell", "tell")],
        [guest.button("door-law", "law")],
        [guest.button("door-cases", "cases")],
        [guest.button("door-human", "human")],
        [guest.button("door-report", "report")],
    ]
    if guest.visitor is not None and guest.visitor.staff is not None and guest.visitor.staff.active:
        rows.append([guest.button("door-desk", "desk")])
    rows.append([guest.button("button-mydata", "mydata"), guest.button("button-privacy", "privacy")])
    rows.append([guest.button("button-language", "language")])
    return rows


async def leave_conversation(guest: Guest, database: Database, state: FSMContext) -> None:
    """Ends whatever was being asked and an owner's conversation; drafts are kept."""
    await state.clear()
    if guest.me.current_case is not None:
        await database.run(lambda r: _close_own_conversation(r, guest))


def _close_own_conversation(records: SqlRecords, guest: Guest) -> None:
    """An owner's next message must not reach the mediator; staff keep the case they work on."""
    number = records.people.current_case(guest.me.person_id)
    if number is not None and records.cases.get(number).owner_id == guest.me.person_id:
        records.people.sit_down(guest.me.person_id, None)
