"""Which of several cases are likely the matter that a text tells; texts are compared, never persons."""

from asyncio import to_thread
from collections.abc import Sequence

from bot.dialogs.shared.context import Alike, Guest
from mediation.model.cases.case import CaseFields
from storage.related.repeats import Story


async def likely(guest: Guest, alike: Alike, text: str, stories: Sequence[Story]) -> list[CaseFields]:
    """At most three cases, the likeliest first; computed in a thread, for a hundred texts take a while."""
    if not text or not stories:
        return []
    cases = {story.case.number: story.case for story in stories}
    texts = [(story.case.number, story.text) for story in stories if story.text]
    return [cases[number] for number in await to_thread(alike, text, texts)]


def case_line(guest: Guest, key: str, case: CaseFields) -> str:
    """One line: number, alias, category, state, day; nothing that was said."""
    return guest.words(
        key,
        number=case.number,
        alias=case.alias,
        category=guest.plain(f"category-{case.category}"),
        state=guest.plain(f"state-{case.state.replace('_', '-')}"),
        filed=case.filed_at.astimezone(guest.zone).strftime("%Y-%m-%d"),
    )
