"""What messages and presses do in the windows of the intake."""

from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.callbacks import Press
from bot.dialogs.intake import sealed_offer
from bot.dialogs.intake.getters import draft_of
from bot.dialogs.intake.steps import HELPERS, Intake, next_step
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_words import hold_file_back
from bot.dialogs.messages.original_pictures import is_original, warn_in_draft
from bot.dialogs.messages.secret_check import ask_about_secret
from bot.dialogs.shared.awaited_answers import Expecting
from bot.dialogs.shared.context import Guest, Judge
from bot.dialogs.shared.main_menu import leave_conversation
from bot.dialogs.shared.message_content import Unfit, place_of, read_content
from bot.dialogs.shared.replies import say, toast
from knowledge.triage.open_questions import OpenQuestions
from knowledge.triage.taxonomy import Taxonomy
from mediation.model.cases.account import ACCOUNT_FIELDS
from mediation.model.cases.content import Content, Place
from storage.cases.drafts import Draft
from storage.sealed.store import SealedStore
from storage.unit_of_work.database import Database
from storage.unit_of_work.records import SqlRecords

ANSWER_LIMIT = 500
NAME_LIMIT = 40
MOST_CATEGORIES = 3


def state_of(manager: DialogManager) -> FSMContext:
    """The state of this person's conversation."""
    state: FSMContext = manager.middleware_data["state"]
    return state


async def expect_concern(state: FSMContext) -> None:
    """From now on messages belong to the concern, whatever was asked before."""
    await state.set_data({})
    await state.set_state(Expecting.concern)


async def open_intake(manager: DialogManager, guest: Guest, database: Database) -> None:
    """Opens the intake; a draft from before is offered, never continued without asking."""
    await leave_conversation(guest, database, state_of(manager))
    await expect_concern(state_of(manager))
    draft = await draft_of(guest, database)
    if draft is None or not draft.parts:
        await database.run(lambda r: r.drafts.start(guest.me.person_id))
        await manager.start(Intake.telling, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
    else:
        await manager.start(Intake.half_told, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def switch_to_next(
    manager: DialogManager, guest: Guest, database: Database, open_questions: OpenQuestions, told: bool = True
) -> None:
    """Switches to the next open step of the draft."""
    manager.dialog_data.pop("field", None)
    await manager.switch_to(next_step(await draft_of(guest, database), told, open_questions.of))


async def add_part(
    message: Message,
    _widget: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    max_parts: int,
    max_file_bytes: int,
    allowances: Allowances,
) -> None:
    """Adds a message to the draft; refuses one too many, a copy, and what cannot be taken."""
    draft = await draft_of(guest, database)
    if draft is not None and len(draft.parts) >= max_parts:
        await say(message, guest.words("intake-too-many", limit=max_parts))
        return
    try:
        content = read_content(message, max_file_bytes)
    except Unfit as unfit:
        await say(message, guest.words(unfit.key, **unfit.facts), reply=True)
        return
    if draft is not None and _is_copy(draft, content, place_of(message)):
        await say(message, guest.words("limit-copy"), reply=True)
        manager.show_mode = ShowMode.NO_UPDATE
        return
    if await ask_about_secret(message, guest, content):
        manager.show_mode = ShowMode.NO_UPDATE
        return
    if await hold_file_back(message, guest, allowances, content, Press("take_in")):
        manager.show_mode = ShowMode.NO_UPDATE
        return
    await database.run(lambda r: r.drafts.add_part(guest.me.person_id, content, place_of(message)))
    if is_original(content):
        await warn_in_draft(message, guest)
    same_album = draft is not None and bool(draft.parts) and content.album is not None
    if same_album and draft is not None and draft.parts[-1][0].album == content.album:
        manager.show_mode = ShowMode.NO_UPDATE  # one answer for an album, not ten
    else:
        manager.show_mode = ShowMode.DELETE_AND_SEND


def _is_copy(draft: Draft, content: Content, there: Place) -> bool:
    """Whether the draft has the same words already; files are never taken for copies."""
    return content.file is None and any(
        earlier.file is None and earlier.text == content.text and at != there for earlier, at in draft.parts
    )


async def finish_story(
    query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """The story is complete: goes on to the questions; refuses an empty draft."""
    draft = await draft_of(guest, database)
    if draft is None or not draft.parts:
        await toast(query, guest.plain("refused-nothing-told"), alert=True)
        return
    await switch_to_next(manager, guest, database, open_questions)


async def start_anew(
    _query: CallbackQuery, _button: Any, manager: DialogManager, guest: Guest, database: Database
) -> None:
    """Deletes the draft and begins another."""

    def anew(records: SqlRecords) -> None:
        records.drafts.throw_away(guest.me.person_id)
        records.drafts.start(guest.me.person_id)

    await database.run(anew)
    manager.dialog_data.clear()
    await manager.switch_to(Intake.telling)


async def resume(
    _query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """Goes on where the draft stopped: at the story until something else was answered."""
    draft = await draft_of(guest, database)
    started = draft is not None and bool(draft.account or draft.categories)
    await switch_to_next(manager, guest, database, open_questions, told=started)


async def answer_given(
    message: Message,
    _widget: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """Keeps an answer in words; asks first where a secret is suspected."""
    answer = (message.text or "").strip()
    manager.show_mode = ShowMode.DELETE_AND_SEND
    if not answer or len(answer) > ANSWER_LIMIT:
        await say(message, guest.words("reason-length", limit=ANSWER_LIMIT))
        return
    field = str(manager.dialog_data.get("asking"))
    if await ask_about_secret(message, guest, Content(text=answer), field=field):
        manager.show_mode = ShowMode.NO_UPDATE
        return
    await _keep_and_go_on(manager, guest, database, open_questions, answer)


async def skip_question(
    _query: CallbackQuery,
    _widget: Any,
    manager: DialogManager,
    field: str,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """Leaves the question open that the press names; a second press does not skip the next one."""
    if field == manager.dialog_data.get("asking"):
        await _keep_and_go_on(manager, guest, database, open_questions, "")


async def _keep_and_go_on(
    manager: DialogManager, guest: Guest, database: Database, open_questions: OpenQuestions, answer: str
) -> None:
    await _keep_answer(
        guest, database, await draft_of(guest, database), str(manager.dialog_data.get("asking")), answer
    )
    await switch_to_next(manager, guest, database, open_questions)


async def _keep_answer(
    guest: Guest, database: Database, draft: Draft | None, field: str, answer: str
) -> None:
    account = {**(draft.account if draft else {}), field: answer}
    await database.run(lambda r: r.drafts.change(guest.me.person_id, account=account))


async def keep_cleared_answer(
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
    answer: str,
    field: str,
    in_intake: bool,
) -> bool:
    """Keeps an answer that was suspected to be a secret; false where there is no such draft or field."""
    draft = await draft_of(guest, database)
    if draft is None or field not in ACCOUNT_FIELDS or not 0 < len(answer) <= ANSWER_LIMIT:
        return False
    await _keep_answer(guest, database, draft, field, answer)
    if in_intake:
        step = next_step(await draft_of(guest, database), True, open_questions.of)
        await manager.start(step, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
    return True


async def set_category(
    query: CallbackQuery, _widget: Any, manager: DialogManager, item: str, guest: Guest, taxonomy: Taxonomy
) -> None:
    """Chooses a category or drops it, at most three; the button says which, so a double press is harmless."""
    chosen: list[str] = manager.dialog_data.setdefault("chosen", [])
    code, wanted = item[1:], item.startswith("+")
    if not wanted or code in chosen:
        chosen[:] = [one for one in chosen if wanted or one != code]
    elif len(chosen) >= MOST_CATEGORIES:
        await toast(query, guest.plain("intake-three-at-most"), alert=True)
    elif code in taxonomy.codes:
        chosen.append(code)


async def show_all_categories(_query: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Shows all categories in place of the proposed ones."""
    manager.dialog_data["all"] = True


async def keep_categories(
    _query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    open_questions: OpenQuestions,
    judge: Judge,
) -> None:
    """Keeps the categories; an accusation against a person is offered the sealed channel first."""
    chosen = list(manager.dialog_data.pop("chosen", []))
    manager.dialog_data.pop("all", None)
    await database.run(lambda r: r.drafts.change(guest.me.person_id, categories=chosen))
    if await sealed_offer.should_offer(manager, guest, database, sealed_store, judge, chosen):
        await manager.switch_to(Intake.sealed_offer)
        return
    await switch_to_next(manager, guest, database, open_questions)


async def stay_in_intake(
    _query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """Declines the sealed channel."""
    await switch_to_next(manager, guest, database, open_questions)


async def keep_helper(
    _query: CallbackQuery,
    _widget: Any,
    manager: DialogManager,
    kind: str,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """Keeps the wished kind of helper."""
    if kind in HELPERS:
        await database.run(lambda r: r.drafts.change(guest.me.person_id, wish=kind))
    await switch_to_next(manager, guest, database, open_questions)


async def stay_anonymous(
    _query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """Files without a name."""
    await database.run(lambda r: r.drafts.change(guest.me.person_id, named=False, name=None))
    await switch_to_next(manager, guest, database, open_questions)


async def ask_for_name(
    _query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """Files with a name, which is asked for next."""
    await database.run(lambda r: r.drafts.change(guest.me.person_id, named=True, name=None))
    await switch_to_next(manager, guest, database, open_questions)


async def name_given(
    message: Message,
    _widget: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """Keeps the name; refuses an empty or too long one."""
    given = (message.text or "").strip()
    manager.show_mode = ShowMode.DELETE_AND_SEND
    if not given or len(given) > NAME_LIMIT:
        await say(message, guest.words("reason-length", limit=NAME_LIMIT))
        return
    await database.run(lambda r: r.drafts.change(guest.me.person_id, named=True, name=given))
    await switch_to_next(manager, guest, database, open_questions)


async def ask_for_press(message: Message, _widget: Any, manager: DialogManager, guest: Guest) -> None:
    """A message where a button is awaited: says so and shows the window again."""
    await say(message, guest.words("press-a-button"), reply=True)


async def edit_line(_query: CallbackQuery, _widget: Any, manager: DialogManager, what: str) -> None:
    """Opens the window of one line of the read-back."""
    windows = {
        "story": Intake.telling,
        "category": Intake.category,
        "helper": Intake.helper,
        "naming": Intake.naming,
    }
    manager.dialog_data.pop("field", None)
    if what not in windows:
        manager.dialog_data["field"] = what
    await manager.switch_to(windows.get(what, Intake.question))
