"""Puts the routers together in the order in which they may take an update."""

from aiogram import Dispatcher, Router
from aiogram.fsm.storage.base import BaseStorage
from aiogram_dialog import setup_dialogs

from bot.dialogs.awareness import awareness_router
from bot.dialogs.bookcase import Bookcase
from bot.dialogs.caring import caring_router
from bot.dialogs.caring_words import caring_words_router
from bot.dialogs.cosigning import cosigning_router
from bot.dialogs.desk import desk_router
from bot.dialogs.following import following_router
from bot.dialogs.foreign_group import foreign_group_router
from bot.dialogs.gate import Gate
from bot.dialogs.granting import granting_router
from bot.dialogs.group import group_router
from bot.dialogs.guarding import guarding_router
from bot.dialogs.held_files import held_files_router
from bot.dialogs.home import home_router
from bot.dialogs.human import human_router
from bot.dialogs.inline import inline_router
from bot.dialogs.intake.windows import intake_router
from bot.dialogs.joint import joint_router
from bot.dialogs.lane import lane_router
from bot.dialogs.lane_watch import LaneWatch
from bot.dialogs.law import law_router
from bot.dialogs.law_more import law_more_router
from bot.dialogs.learning import learning_router
from bot.dialogs.likely import likely_router
from bot.dialogs.mydata.rooms import mydata_router
from bot.dialogs.oddments import oddments_router, watch_for_outdated_windows
from bot.dialogs.on_call import on_call_router
from bot.dialogs.originals import originals_router
from bot.dialogs.overseeing import overseeing_router
from bot.dialogs.owner import owner_router
from bot.dialogs.proceeding.acting import acting_router
from bot.dialogs.proceeding.listing import listing_router
from bot.dialogs.reasons import reasons_router
from bot.dialogs.reckoning import reckoning_router
from bot.dialogs.sealed.routers import sealed_router
from bot.dialogs.secrets import secrets_router
from bot.dialogs.taking_back import taking_back_router
from bot.dialogs.taking_in import taking_in_router
from bot.dialogs.talking import talking_router
from bot.dialogs.together import Together
from bot.dialogs.unmasking import unmasking_router
from bot.dialogs.unmasking_second import unmasking_second_router
from knowledge.library import Library
from mediation.acting import Procedure


def make_dispatcher(
    storage: BaseStorage,
    law_library: Library | None,
    bookcase: Bookcase | None,
    procedure: Procedure,
    lane_watch: LaneWatch,
) -> Dispatcher:
    """A dispatcher whose handlers get ``guest`` with each update, library and procedure from here."""
    dispatcher = Dispatcher(storage=storage, disable_fsm=False)
    dispatcher["law_library"] = law_library
    dispatcher["bookcase"] = bookcase
    dispatcher["procedure"] = procedure
    dispatcher["lane_watch"] = lane_watch
    dispatcher.update.outer_middleware(Together())
    dispatcher.message.outer_middleware(lane_watch)
    dispatcher.edited_message.outer_middleware(lane_watch)
    gate = Gate()
    for observer in (
        dispatcher.message,
        dispatcher.edited_message,
        dispatcher.callback_query,
        dispatcher.inline_query,
        dispatcher.my_chat_member,
    ):
        observer.outer_middleware(gate)
    dispatcher.include_router(inline_router())
    dispatcher.include_router(sealed_router())
    dispatcher.include_router(talking_router())
    windows = Router(name="windows")
    windows.include_routers(
        cosigning_router(),
        lane_router(),
        on_call_router(),
        foreign_group_router(),
        home_router(),
        mydata_router(),
        caring_router(),
        originals_router(),
        held_files_router(),
        caring_words_router(),
        granting_router(),
        group_router(),
        taking_back_router(),
        owner_router(),
        joint_router(),
        following_router(),
        desk_router(),
        acting_router(),
        listing_router(),
        overseeing_router(),
        guarding_router(),
        likely_router(),
        unmasking_router(),
        unmasking_second_router(),
        human_router(),
        reckoning_router(),
        law_router(),
        law_more_router(),
        awareness_router(),
        learning_router(),
        reasons_router(),
        secrets_router(),
        taking_in_router(),
        intake_router(),
        oddments_router(),
    )
    # below the relay on purpose: the hot path asks nothing of the dialog library
    setup_dialogs(windows)
    watch_for_outdated_windows(windows)
    dispatcher.include_router(windows)
    return dispatcher
