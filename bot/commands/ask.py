"""`xinqiao ask "民法典1254"`: the law library in the terminal, the same answers as in the chat."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from knowledge.answers import Answer, AnswerKind, answer
from knowledge.cited import Found, Unavailable
from knowledge.errors import KnowledgeError
from knowledge.laws.article import Article, Validity, article_label
from knowledge.lexicon import Lexicon
from knowledge.library import open_library

FOUND, NO_SOURCE, NO_LIBRARY = 0, 1, 2
"""Exit codes: an article was shown; nothing that may be shown; the library cannot be opened."""

_REASONS = {
    Validity.FUTURE: "尚未施行",
    Validity.OUTDATED: "库中文本已被后来的修正案修改，不作为现行有效引用",
    Validity.REPEALED: "已废止",
    Validity.NOT_LOADED: "库中尚未收录该文本",
    Validity.CURRENT: "",
}


def ask(
    question: Annotated[str, typer.Argument(help="一句话或一个条文号 / a question or an article number")],
    json_: Annotated[bool, typer.Option("--json", help="机器可读 / machine-readable")] = False,
) -> None:
    """查法条：民法典1254，或用大白话问 / look up an article by number or in plain words."""
    raise typer.Exit(show(question, datetime.now(UTC).astimezone().date(), as_json=json_))


def show(question: str, as_of: date, *, as_json: bool, console: Console | None = None) -> int:
    """Prints the answer as of a day and returns the exit code."""
    out = console or Console()
    try:
        found = answer(open_library(Lexicon()), question, as_of)
    except KnowledgeError as problem:
        typer.echo(str(problem), err=True)
        return NO_LIBRARY
    if as_json:
        out.print(
            json.dumps(as_json_value(found), ensure_ascii=False, indent=2), markup=False, soft_wrap=True
        )
    else:
        _print(found, out)
    return FOUND if found.kind is AnswerKind.ARTICLES else NO_SOURCE


def as_json_value(found: Answer) -> dict[str, object]:
    """The answer as plain JSON values: dates in ISO form, articles with label and text."""
    return {
        "kind": found.kind.value,
        "question": found.question,
        "as_of": found.as_of.isoformat(),
        "articles": [_article_value(item) for item in found.articles],
        "not_existing": [asdict(item) for item in found.not_existing],
        "unavailable": [
            asdict(item) | {"since": item.since and item.since.isoformat()} for item in found.unavailable
        ],
        "ambiguous": [{"article": item.article, "sub": item.sub} for item in found.ambiguous],
    }


def register(app: typer.Typer) -> None:
    """Adds the command to the command line."""
    app.command("ask")(ask)


def _article_value(item: Found) -> dict[str, object]:
    article = item.article
    return asdict(article) | {
        "label": article.label,
        "passed": article.passed and article.passed.isoformat(),
        "in_force": article.in_force and article.in_force.isoformat(),
        "confidence": item.confidence,
    }


def _print(found: Answer, out: Console) -> None:
    say: Callable[[str], None] = lambda line: out.print(line, markup=False, highlight=False)  # noqa: E731
    for item in found.articles:
        out.print(_panel(item.article))
    for refused in found.unavailable:
        say(_unavailable_line(refused))
    for number in found.not_existing:
        label = (
            article_label(number.article, number.sub) if number.article < 10_000 else f"第{number.article}条"
        )
        say(f"《{number.law}》没有{label}；现有第{number.range.first}条至第{number.range.last}条。")
    for citation in found.ambiguous:
        say(f"第{citation.article}条：请说明是哪部法律，例如“民法典{citation.article}”。")
    if found.kind is AnswerKind.NOTHING:
        say("没有查到可靠出处。可以换个说法，或找人工咨询。")


def _panel(article: Article) -> Panel:
    place = " · ".join(part for part in (article.book, article.chapter, article.section) if part)
    dates = [f"通过 {article.passed}" if article.passed else "", f"施行 {article.in_force or '未核对'}"]
    foot = "，".join(part for part in (*dates, f"来源 {article.source}") if part)
    body = Text(article.text)
    if place:
        body = Text.assemble((place + "\n\n", "dim"), body)
    return Panel(
        body, title=f"《{article.official_title}》{article.label}", subtitle=foot, title_align="left"
    )


def _unavailable_line(refused: Unavailable) -> str:
    line = f"《{refused.law}》第{refused.article}条：{_REASONS[refused.reason]}"
    if refused.reason is Validity.FUTURE and refused.since:
        line += f"，{refused.since} 起施行"
    if refused.superseded_by:
        line += f"，现行规定见《{refused.superseded_by}》"
    return line + "。"
