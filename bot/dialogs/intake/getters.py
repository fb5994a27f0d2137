"""The data that each window shows."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.dialogs.intake.steps import HELPERS, open_field
from bot.dialogs.shared.context import Guest, Suggest
from knowledge.triage.open_questions import OpenQuestions
from knowledge.triage.taxonomy import Taxonomy
from mediation.model.cases.account import ACCOUNT_FIELDS
from storage.cases.drafts import Draft
from storage.unit_of_work.database import Database

ANSWER_SHOWN = 200
STORY_SHOWN = 600
"""Characters of the story in the read-back; the rest stands above in the chat."""

CATEGORIES_PROPOSED = 4


def guest_of(manager: DialogManager) -> Guest:
    """The guest of this update."""
    guest: Guest = manager.middleware_data["guest"]
    return guest


async def draft_of(guest: Guest, database: Database) -> Draft | None:
    """The draft of this person, if there is one."""
    return await database.run(lambda r: r.drafts.get(guest.me.person_id))


def _labels(guest: Guest, *names: str) -> dict[str, str]:
    return {f"b_{name}": guest.plain(f"button-{name.replace('_', '-')}") for name in names}


async def half_told_data(
    dialog_manager: DialogManager, guest: Guest, database: Database, **_: Any
) -> dict[str, Any]:
    """A draft from before: go on with it or begin anew."""
    draft = await draft_of(guest, database)
    count = len(draft.parts) if draft else 0
    excerpt = (draft.text if draft else "")[:120]
    html = guest.words("intake-half-told", count=count, excerpt=excerpt)
    return {"html": html, **_labels(guest, "go_on", "start_anew")}


async def telling_data(
    dialog_manager: DialogManager, guest: Guest, database: Database, **_: Any
) -> dict[str, Any]:
    """Asks for the story, or says how many messages there are."""
    draft = await draft_of(guest, database)
    count = len(draft.parts) if draft else 0
    html = guest.words("intake-telling-more", count=count) if count else guest.words("intake-telling")
    return {"html": html, "some": count > 0, **_labels(guest, "told", "later", "throw_away")}


async def question_data(
    dialog_manager: DialogManager, guest: Guest, database: Database, open_questions: OpenQuestions, **_: Any
) -> dict[str, Any]:
    """The question that is open, with a button that skips it."""
    draft = await draft_of(guest, database)
    field = dialog_manager.dialog_data.get("field")
    if field is None and draft is not None:
        field = open_field(draft, open_questions.of)
    field = field or ACCOUNT_FIELDS[0]
    dialog_manager.dialog_data["asking"] = field
    html = guest.words(f"intake-ask-{field}")
    return {"html": html, "skip_rows": [(guest.plain("button-skip"), field)], **_labels(guest, "later")}


async def category_data(
    dialog_manager: DialogManager,
    guest: Guest,
    database: Database,
    taxonomy: Taxonomy,
    suggest: Suggest,
    **_: Any,
) -> dict[str, Any]:
    """The proposed categories, or all; up to three are chosen, the first is the main one."""
    draft = await draft_of(guest, database)
    chosen: list[str] = dialog_manager.dialog_data.setdefault(
        "chosen", list(draft.categories if draft else [])
    )
    codes = taxonomy.codes
    if not dialog_manager.dialog_data.get("all"):
        proposed = suggest(draft.text if draft else "", CATEGORIES_PROPOSED)
        codes = list(dict.fromkeys([*chosen, *proposed])) or codes
    rows = [
        (f"✅ {name}", f"-{code}") if code in chosen else (name, f"+{code}")
        for code, name in ((code, guest.plain(f"category-{code}")) for code in codes)
    ]
    key = "intake-category" if len(codes) < len(taxonomy.codes) else "intake-category-all"
    return {
        "html": guest.words(key),
        "rows": rows,
        "few": len(codes) < len(taxonomy.codes),
        "some": bool(chosen),
        **_labels(guest, "all_categories", "these_it_is", "later"),
    }


async def helper_data(dialog_manager: DialogManager, guest: Guest, **_: Any) -> dict[str, Any]:
    """The kinds of helper."""
    rows = [(guest.plain(f"wish-{kind}"), kind) for kind in HELPERS]
    return {"html": guest.words("intake-helper"), "rows": rows, **_labels(guest, "later")}


async def naming_data(dialog_manager: DialogManager, guest: Guest, **_: Any) -> dict[str, Any]:
    """Named or anonymous, and what each means."""
    return {"html": guest.words("intake-naming"), **_labels(guest, "anonymous", "named", "later")}


async def name_data(dialog_manager: DialogManager, guest: Guest, **_: Any) -> dict[str, Any]:
    """Asks for the name."""
    return {"html": guest.words("intake-name"), **_labels(guest, "anonymous", "later")}


async def read_back_data(
    dialog_manager: DialogManager, guest: Guest, database: Database, open_questions: OpenQuestions, **_: Any
) -> dict[str, Any]:
    """Every line of the draft with its edit button; says that nothing has been filed yet."""
    draft = await draft_of(guest, database)
    if draft is None:
        return {
            "html": guest.words("intake-gone"),
            "lines": [],
            "ready": False,
            **_labels(guest, "file", "later", "throw_away"),
        }
    files = sum(1 for content, _place in draft.parts if content.kind != "text")
    text = draft.text
    story = text[:STORY_SHOWN] + ("…" if len(text) > STORY_SHOWN else "")
    shown = [("story", guest.words("read-back-story", text=story or "—", files=files))]
    open_still = open_questions.of(text)
    for field in ACCOUNT_FIELDS:
        answer = draft.account.get(field, "")[:ANSWER_SHOWN] or guest.plain(
            "not-said" if field in open_still else "said-in-story"
        )
        shown.append(
            (field, guest.words("read-back-line", label=guest.plain(f"account-{field}"), answer=answer))
        )
    codes = [guest.plain(f"category-{code}") for code in draft.categories]
    shown.append(("category", _line(guest, "account-category", "、".join(codes))))
    shown.append(("helper", _line(guest, "account-helper", guest.plain(f"wish-{draft.wish or 'none'}"))))
    who = draft.name if draft.named and draft.name else guest.plain("anonymous")
    shown.append(("naming", _line(guest, "account-naming", who)))
    html = guest.words("read-back", lines_html="\n".join(line for _key, line in shown))
    lines = [(guest.plain("button-edit", what=guest.plain(f"account-{key}")), key) for key, _line_ in shown]
    return {"html": html, "lines": lines, "ready": True, **_labels(guest, "file", "later", "throw_away")}


def _line(guest: Guest, label: str, answer: str) -> str:
    return guest.words("read-back-line", label=guest.plain(label), answer=answer)


async def throw_away_data(dialog_manager: DialogManager, guest: Guest, **_: Any) -> dict[str, Any]:
    """Asks for a confirmation before the draft is deleted."""
    return {"html": guest.words("intake-throw-away"), **_labels(guest, "throw_away_yes", "go_on")}
