"""The feature: care contact by consent."""

from bot.dialogs.care.agreement import care_agreement_router
from bot.dialogs.care.notes import care_notes_router
from bot.dialogs.care.states import AT_WORK, Expecting
from bot.dialogs.shared.feature import Feature, MenuCommand

CARE = Feature(
    name="care",
    routers=lambda: (
        care_agreement_router(),
        care_notes_router(),
    ),
    commands=(MenuCommand("care", 120),),
    needs=frozenset({"database"}),
    states=(Expecting,),
    at_work=AT_WORK,
)
