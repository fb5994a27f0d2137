"""The feature: the formal procedure."""

from bot.dialogs.procedure.list import procedure_list_router
from bot.dialogs.procedure.states import AT_WORK, Expecting
from bot.dialogs.procedure.take_step import take_step_router
from bot.dialogs.shared.feature import Feature

PROCEDURE = Feature(
    name="procedure",
    routers=lambda: (
        take_step_router(),
        procedure_list_router(),
    ),
    needs=frozenset({"database", "judge", "law_library", "procedure", "sealed_store"}),
    states=(Expecting,),
    at_work=AT_WORK,
)
