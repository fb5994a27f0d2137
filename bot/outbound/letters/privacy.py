"""Letters about somebody's own data; an export is made when it is sent: nothing of it waits in the outbox."""

from functools import partial

from bot.outbound.letters.cases import OPEN
from bot.outbound.letters.form import FeatureLetters, Form, Writing
from bot.outbound.outgoing import Document
from bot.views.my_data import collect
from bot.views.my_data_files import as_html, as_json
from bot.views.my_data_lists import MyDataLines
from bot.views.step_words import step_words


def _as_json(writing: Writing) -> Document:
    return _document(writing, "json", as_json(collect(writing.records, writing.letter.person_id or 0)))


def _as_html(writing: Writing) -> Document:
    mine, language = collect(writing.records, writing.letter.person_id or 0), writing.letter.language
    title = writing.plain("export-title", day=_day(writing))
    lines = MyDataLines(writing.wording, language, writing.zone, partial(step_words, writing.wording))
    content = as_html(lines.lines(mine), title, language, writing.plain("export-about"))
    return _document(writing, "html", content)


def _document(writing: Writing, ending: str, content: bytes) -> Document:
    return Document(f"Xinqiao-{_day(writing)}.{ending}", content, writing.html(f"export-{ending}"))


def _day(writing: Writing) -> str:
    return writing.records.now.astimezone(writing.zone).strftime("%Y-%m-%d")


PRIVACY = FeatureLetters(
    {
        "export_html": Form(write=_as_html),
        "export_json": Form(write=_as_json),
        "passing_on_asked": Form((("button-agreed", "agreed"),)),
        "corrected": Form((OPEN,)),
        "service_complaint": Form((("button-complaint-answer", "complaint_answer"),)),
    }
)
