"""What happens in each window."""

from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.callbacks import Press
from bot.dialogs.intake import sealed_offer
from bot.dialogs.intake.getters import draft_of
from bot.dialogs.intake.steps import HELPERS, Intake, next_step
from bot.dialogs.limits.allowances import Allowances
from bot.dialogs.limits.rate_words import has_to_wait
from bot.dialogs.messages.original_pictures import is_original, tell_in_draft
from bot.dialogs.messages.secret_check import asks_first
from bot.dialogs.shared.awaited_answers import Expecting
from bot.dialogs.shared.context import Guest, Judge
from bot.dialogs.shared.main_menu import leave_conversation
from bot.dialogs.shared.message_content import Unfit, place, read
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


def place_of(manager: DialogManager) -> FSMContext:
    """What this person is asked at the moment."""
    state: FSMContext = manager.middleware_data["state"]
    return state


async def listen(state: FSMContext) -> None:
    """From now on their words belong to the concern, whatever was asked before."""
    await state.set_data({})
    await state.set_state(Expecting.concern)


async def begin(manager: DialogManager, guest: Guest, database: Database) -> None:
    """Open the intake where the draft stands; a half-told concern is offered, never silently continued."""
    await leave_conversation(guest, database, place_of(manager))
    await listen(place_of(manager))
    draft = await draft_of(guest, database)
    if draft is None or not draft.parts:
        await database.run(lambda r: r.drafts.start(guest.me.person_id))
        await manager.start(Intake.telling, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
    else:
        await manager.start(Intake.half_told, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def go_on_to(
    manager: DialogManager, guest: Guest, database: Database, open_questions: OpenQuestions, told: bool = True
) -> None:
    """The next open step."""
    manager.dialog_data.pop("field", None)
    await manager.switch_to(next_step(await draft_of(guest, database), told, open_questions.of))


async def part_told(
    message: Message,
    _widget: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    max_parts: int,
    max_file_bytes: int,
    allowances: Allowances,
) -> None:
    """One more message of the story."""
    draft = await draft_of(guest, database)
    if draft is not None and len(draft.parts) >= max_parts:
        await say(message, guest.words("intake-too-many", limit=max_parts))
        return
    try:
        content = read(message, max_file_bytes)
    except Unfit as unfit:
        await say(message, guest.words(unfit.key, **unfit.facts), reply=True)
        return
    if draft is not None and _is_a_copy(draft, content, place(message)):
        await say(message, guest.words("limit-copy"), reply=True)
        manager.show_mode = ShowMode.NO_UPDATE
        return
    if await asks_first(message, guest, content):
        manager.show_mode = ShowMode.NO_UPDATE
        return
    if await has_to_wait(message, guest, allowances, content, Press("take_in")):
        manager.show_mode = ShowMode.NO_UPDATE
        return
    await database.run(lambda r: r.drafts.add_part(guest.me.person_id, content, place(message)))
    if is_original(content):
        await tell_in_draft(message, guest)
    same_album = draft is not None and bool(draft.parts) and content.album is not None
    if same_album and draft is not None and draft.parts[-1][0].album == content.album:
        manager.show_mode = ShowMode.NO_UPDATE  # one answer for an album, not ten
    else:
        manager.show_mode = ShowMode.DELETE_AND_SEND


def _is_a_copy(draft: Draft, content: Content, there: Place) -> bool:
    """The same words, sent once more; a file is never taken for a copy."""
    return content.file is None and any(
        earlier.file is None and earlier.text == content.text and at != there for earlier, at in draft.parts
    )


async def told(
    query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """That was the story."""
    draft = await draft_of(guest, database)
    if draft is None or not draft.parts:
        await toast(query, guest.plain("refused-nothing-told"), alert=True)
        return
    await go_on_to(manager, guest, database, open_questions)


async def start_anew(
    _query: CallbackQuery, _button: Any, manager: DialogManager, guest: Guest, database: Database
) -> None:
    """Throw the old draft away and begin."""

    def anew(records: SqlRecords) -> None:
        records.drafts.throw_away(guest.me.person_id)
        records.drafts.start(guest.me.person_id)

    await database.run(anew)
    manager.dialog_data.clear()
    await manager.switch_to(Intake.telling)


async def go_on(
    _query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """Go on where it stopped: some more telling while no question has been answered yet."""
    draft = await draft_of(guest, database)
    started = draft is not None and bool(draft.account or draft.categories)
    await go_on_to(manager, guest, database, open_questions, told=started)


async def answered(
    message: Message,
    _widget: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """An answer to one question, in words."""
    answer = (message.text or "").strip()
    manager.show_mode = ShowMode.DELETE_AND_SEND
    if not answer or len(answer) > ANSWER_LIMIT:
        await say(message, guest.words("reason-length", limit=ANSWER_LIMIT))
        return
    field = str(manager.dialog_data.get("asking"))
    if await asks_first(message, guest, Content(text=answer), field=field):
        manager.show_mode = ShowMode.NO_UPDATE
        return
    await _keep_answer(manager, guest, database, open_questions, answer)


async def skipped(
    _query: CallbackQuery,
    _widget: Any,
    manager: DialogManager,
    field: str,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """Not said; it can be added later. A second press must not skip the question that came up since."""
    if field == manager.dialog_data.get("asking"):
        await _keep_answer(manager, guest, database, open_questions, "")


async def _keep_answer(
    manager: DialogManager, guest: Guest, database: Database, open_questions: OpenQuestions, answer: str
) -> None:
    await _write_answer(
        guest, database, await draft_of(guest, database), str(manager.dialog_data.get("asking")), answer
    )
    await go_on_to(manager, guest, database, open_questions)


async def _write_answer(
    guest: Guest, database: Database, draft: Draft | None, field: str, answer: str
) -> None:
    account = {**(draft.account if draft else {}), field: answer}
    await database.run(lambda r: r.drafts.change(guest.me.person_id, account=account))


async def answer_is_no_secret(
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
    answer: str,
    field: str,
    in_intake: bool,
) -> bool:
    """An answer that was asked about is kept, and whoever is still telling goes on; False without a draft."""
    draft = await draft_of(guest, database)
    if draft is None or field not in ACCOUNT_FIELDS or not 0 < len(answer) <= ANSWER_LIMIT:
        return False
    await _write_answer(guest, database, draft, field, answer)
    if in_intake:
        step = next_step(await draft_of(guest, database), True, open_questions.of)
        await manager.start(step, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
    return True


async def category_pressed(
    query: CallbackQuery, _widget: Any, manager: DialogManager, item: str, guest: Guest, taxonomy: Taxonomy
) -> None:
    """Choose or un-choose; at most three. The button says which, so that two presses do what one does."""
    chosen: list[str] = manager.dialog_data.setdefault("chosen", [])
    code, wanted = item[1:], item.startswith("+")
    if not wanted or code in chosen:
        chosen[:] = [one for one in chosen if wanted or one != code]
    elif len(chosen) >= MOST_CATEGORIES:
        await toast(query, guest.plain("intake-three-at-most"), alert=True)
    elif code in taxonomy.codes:
        chosen.append(code)


async def all_categories(_query: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """None of the proposals fits: show them all."""
    manager.dialog_data["all"] = True


async def categories_done(
    _query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    sealed_store: SealedStore | None,
    open_questions: OpenQuestions,
    judge: Judge,
) -> None:
    """These it is."""
    chosen = list(manager.dialog_data.pop("chosen", []))
    manager.dialog_data.pop("all", None)
    await database.run(lambda r: r.drafts.change(guest.me.person_id, categories=chosen))
    if await sealed_offer.is_better(manager, guest, database, sealed_store, judge, chosen):
        await manager.switch_to(Intake.sealed_offer)
        return
    await go_on_to(manager, guest, database, open_questions)


async def stay_here(
    _query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """It stays an ordinary concern."""
    await go_on_to(manager, guest, database, open_questions)


async def helper_pressed(
    _query: CallbackQuery,
    _widget: Any,
    manager: DialogManager,
    kind: str,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """The wished kind of helper."""
    if kind in HELPERS:
        await database.run(lambda r: r.drafts.change(guest.me.person_id, wish=kind))
    await go_on_to(manager, guest, database, open_questions)


async def anonymous(
    _query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """No name."""
    await database.run(lambda r: r.drafts.change(guest.me.person_id, named=False, name=None))
    await go_on_to(manager, guest, database, open_questions)


async def named(
    _query: CallbackQuery,
    _button: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """With a name, which is asked next."""
    await database.run(lambda r: r.drafts.change(guest.me.person_id, named=True, name=None))
    await go_on_to(manager, guest, database, open_questions)


async def name_given(
    message: Message,
    _widget: Any,
    manager: DialogManager,
    guest: Guest,
    database: Database,
    open_questions: OpenQuestions,
) -> None:
    """The name."""
    given = (message.text or "").strip()
    manager.show_mode = ShowMode.DELETE_AND_SEND
    if not given or len(given) > NAME_LIMIT:
        await say(message, guest.words("reason-length", limit=NAME_LIMIT))
        return
    await database.run(lambda r: r.drafts.change(guest.me.person_id, named=True, name=given))
    await go_on_to(manager, guest, database, open_questions)


async def words_not_wanted(message: Message, _widget: Any, manager: DialogManager, guest: Guest) -> None:
    """Words where a button is wanted: said so, and the window comes again below."""
    await say(message, guest.words("press-a-button"), reply=True)


async def edit_line(_query: CallbackQuery, _widget: Any, manager: DialogManager, what: str) -> None:
    """Change one line of the read-back."""
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
