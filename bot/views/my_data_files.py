"""The two files of an export: JSON for programs, HTML for people. Neither loads anything from anywhere."""

import json
from html import escape
from typing import Any

from bot.views.my_data_lists import Line
from mediation.procedure.owner_view import reason_shown
from storage.operations.mydata import MyData, OwnCase

FORMAT = 1
STYLE = (
    "body{font:16px/1.6 sans-serif;max-width:50em;margin:2em auto;padding:0 1em;color:#222}"
    "h1{font-size:1.5em}dl{margin:0 0 0 1em;border-left:2px solid #ddd;padding-left:1em}"
    "dt{font-weight:600;margin-top:.6em}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}"
)


def as_html(lines: list[Line], title: str, language: str, about: str) -> bytes:
    """A page that can be read and printed anywhere."""
    head = (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><h1>{escape(title)}</h1>"
        f"<p>{escape(about)}</p>"
    )
    return (head + _listed(lines) + "</body></html>\n").encode("utf-8")


def _listed(lines: list[Line] | tuple[Line, ...]) -> str:
    rows = (
        f"<dt>{escape(one.label)}</dt><dd>{escape(one.text)}</dd>"
        + (f"<dd>{_listed(one.under)}</dd>" if one.under else "")
        for one in lines
    )
    return f"<dl>{''.join(rows)}</dl>"


def as_json(mine: MyData) -> bytes:
    """The same for programs: codes in place of words, times in UTC."""
    values = {"format": FORMAT, **_plain(mine)}
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


SHOWN_OF_CASE = (
    "number", "state", "category", "more_categories", "wish", "anonymous", "sensitive", "handler_only",
    "filed_at", "result", "resolved_at", "rating", "rating_words",
)  # fmt: skip
"""Nothing of who handles it, and not the alias that staff see."""


def _plain(mine: MyData) -> dict[str, Any]:
    draft = mine.draft.model_dump(mode="json") if mine.draft else None
    if draft is not None and mine.draft is not None:
        draft["parts"] = [_content(content) for content, _ in mine.draft.parts]
    return {
        "made_at": _at(mine.made_at),
        "person": {
            "language": mine.language,
            "since": _at(mine.since),
            "subscribed_since": _at(mine.subscribed_since),
            "waiting_questions": mine.waiting_questions,
            "tries": mine.tries,
            "staff": mine.staff.model_dump(include={"duty", "name", "active"}) if mine.staff else None,
        },
        "draft": draft,
        "cases": [_case(own) for own in mine.cases],
        "signed": [{"number": one.number, "at": _at(one.at)} for one in mine.signed],
        "care": [
            one.model_dump(mode="json", exclude={"id", "person_id", "helper_id", "alias", "next_at"})
            | {"notes": [note.model_dump(mode="json", include={"wrote", "text", "at"}) for note in notes]}
            for one, notes in mine.care
        ],
        "calls": [
            {"opened_at": _at(one.opened_at), "ended_at": _at(one.ended_at), "danger": one.danger}
            for one in mine.calls
        ],
        "looks": [one._asdict() | {"at": _at(one.at)} for one in mine.looks],
        "complaints": [
            {
                "text": one.text,
                "filed_at": _at(one.filed_at),
                "answer": one.answer,
                "answered_at": _at(one.answered_at),
            }
            for one in mine.complaints
        ],
    }


def _case(own: OwnCase) -> dict[str, Any]:
    values: dict[str, Any] = own.case.model_dump(mode="json", include=set(SHOWN_OF_CASE))
    values |= {"name": own.name, "account": own.account, "statement": own.statement}
    values["said"] = [
        {"at": _at(one.at), "by": "me" if one.mine else "staff", **_content(one.content)} for one in own.said
    ]
    values["history"] = [
        one.model_dump(mode="json", include={"trigger", "from_state", "to_state", "at"})
        | {"reason": reason_shown(one)}
        for one in own.history
    ]
    values["papers"] = [
        {
            "kind": one.paper.kind.value,
            "number": one.paper.number,
            "sent_at": _at(one.sent_at),
            "sha256": one.digest,
            "text": one.paper.text,
        }
        for one in own.papers
    ]
    values["watched_limits"] = [
        {"kind": one.kind, "last_day": one.last_day.isoformat()} for one in own.watched
    ]
    values["consents"] = [
        one.model_dump(mode="json", exclude={"person_id", "case_number"}) for one in own.consents
    ]
    return values


def _content(content: Any) -> dict[str, Any]:
    return {"kind": content.kind, "text": content.text, "file_name": content.file_name}


def _at(moment: Any) -> str | None:
    return moment.isoformat() if moment is not None else None
