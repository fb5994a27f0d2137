"""Puts the routers together in the order in which they may take an update."""

from aiogram import Dispatcher, Router
from aiogram.fsm.storage.base import BaseStorage
from aiogram_dialog import setup_dialogs

from bot.dialogs.access.gate import Gate
from bot.dialogs.access.grants import granting_router
from bot.dialogs.calculators.calculator import reckoning_router
from bot.dialogs.campaigns.daily_article import awareness_router
from bot.dialogs.care.agreement import caring_router
from bot.dialogs.care.notes import caring_words_router
from bot.dialogs.crisis.duty import on_call_router
from bot.dialogs.crisis.lane import lane_router
from bot.dialogs.crisis.watch import LaneWatch
from bot.dialogs.desk.desk import desk_router
from bot.dialogs.desk.group import group_router
from bot.dialogs.desk.moves_with_reason import reasons_router
from bot.dialogs.desk.oversight import overseeing_router
from bot.dialogs.desk.possible_repeats import likely_router
from bot.dialogs.intake.held_back import taking_in_router
from bot.dialogs.intake.windows import intake_router
from bot.dialogs.law.ask import law_router
from bot.dialogs.law.follow_ups import law_more_router
from bot.dialogs.law.inline import inline_router
from bot.dialogs.law.library import Bookcase
from bot.dialogs.menu.fallback import oddments_router, watch_for_outdated_windows
from bot.dialogs.menu.foreign_group import foreign_group_router
from bot.dialogs.menu.menu import home_router
from bot.dialogs.menu.talk_to_a_person import human_router
from bot.dialogs.messages.held_files import held_files_router
from bot.dialogs.messages.original_pictures import originals_router
from bot.dialogs.messages.relay import talking_router
from bot.dialogs.messages.secret_check import secrets_router
from bot.dialogs.messages.taking_back import taking_back_router
from bot.dialogs.my_cases.external_deadlines import guarding_router
from bot.dialogs.my_cases.follow_up import following_router
from bot.dialogs.my_cases.my_cases import owner_router
from bot.dialogs.privacy.routers import mydata_router
from bot.dialogs.procedure.list import listing_router
from bot.dialogs.procedure.take_step import acting_router
from bot.dialogs.questions.review import learning_router
from bot.dialogs.related.cosigner import cosigning_router
from bot.dialogs.related.owner import joint_router
from bot.dialogs.sealed.routers import sealed_router
from bot.dialogs.unmasking.decide import unmasking_second_router
from bot.dialogs.unmasking.request import unmasking_router
from bot.dialogs.updates.state_in_transaction import Together
from knowledge.answers.library import Library
from mediation.procedure.acting import Procedure


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
