"""What a person sees of a document that may be harmful: a line in its place, or a warning under it."""

from bot.callbacks import Button, Press
from bot.outbound.outgoing import Copy, Words
from bot.wording.catalogue import Wording
from mediation.messages.file_risks import HELD, Risk
from mediation.model.cases.content import Content, Said

CAPTION_LIMIT = 1024
KILOBYTE = 1024


def is_held(content: Content) -> bool:
    """Whether it waits for a press."""
    return content.risk in HELD


def in_its_place(wording: Wording, language: str, said: Said, reply_to: int | None) -> Words:
    """What came, how large, why it is not here, and the button that fetches it."""
    content = said.content
    html = wording.html(
        language,
        f"file-{content.risk}",
        file=content.file_name or "—",
        count=max(1, (content.size or 0) // KILOBYTE),
        text=content.text,
    )
    button = Button(
        wording.plain(language, "button-take-file"), Press("take_file", said.case_number, str(said.id))
    )
    return Words(html, [[button]], reply_to)


def with_warning(wording: Wording, language: str, copy: Copy) -> Copy:
    """The copy, with a line under its caption where the file may hold macros."""
    content = copy.content
    if content.risk != Risk.MACRO:
        return copy
    line = wording.plain(language, "file-macro")
    text = f"{content.text[: CAPTION_LIMIT - len(line) - 2]}\n\n{line}".strip()
    return Copy(copy.said_id, content.model_copy(update={"text": text}), copy.reply_to)
