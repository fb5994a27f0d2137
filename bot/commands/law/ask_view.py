"""An answer in the terminal and as JSON values."""

from dataclasses import asdict

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from knowledge.answers.answers import Answer, AnswerKind
from knowledge.answers.cited import Found, Unavailable
from knowledge.answers.library import Library
from knowledge.cards import Card, CompanyCard
from knowledge.citations.precedence import Governing
from knowledge.laws.texts.article import Article, Validity, article_label

_REASONS = {
    Validity.FUTURE: "尚未施行",
    Validity.OUTDATED: "库中文本已被后来的修正案修改，不作为现行有效引用",
    Validity.REPEALED: "已废止",
    Validity.DAMAGED: "来源中的原文残缺，不引用",
    Validity.NOT_LOADED: "库中尚未收录该文本",
    Validity.CURRENT: "",
}


def print_answer(out: Console, library: Library, told: Answer) -> None:
    """Plain words first, then the law, then company rules, then what is not known."""
    if told.card is not None:
        out.print(_card_panel(library, told, told.card))
    for found in told.articles:
        out.print(_panel(found.article))
    for found in told.company:
        out.print(_panel(found.article, "公司规定（在法律之下）· "))
    for line in _lines(library, told):
        out.print(line, markup=False, highlight=False)


def _lines(library: Library, told: Answer) -> list[str]:
    lines = [line for one in told.governing for line in _governing(library, one)]
    lines += [
        f"《{one.law}》换了编号：旧文本第{one.number.old}条说的“{one.number.about.zh}”，现在是第{one.number.now}条。"
        for one in told.moved
    ]
    lines += [_unavailable_line(refused) for refused in told.unavailable]
    for number in told.not_existing:
        small = number.article < 10_000
        label = article_label(number.article, number.sub) if small else f"第{number.article}条"
        lines.append(f"《{number.law}》没有{label}；现有第{number.range.first}条至第{number.range.last}条。")
    for citation in told.ambiguous:
        lines.append(f"第{citation.article}条：请说明是哪部法律，例如“民法典{citation.article}”。")
    if told.kind is AnswerKind.NOTHING:
        lines.append("没有查到可靠出处。可以换个说法，或找人工咨询。")
    if told.outside == "no_chinese":
        lines.append("没有查到可靠出处：条文只有中文，请用中文问。")
    elif told.kind is AnswerKind.OUT_OF_SCOPE:
        lines.append("这个答不了：这里只有跟工作、生活有关的法规和公司政策。")
    if told.similar:
        lines.append("相近的问题：" + "；".join(card.title for card in told.similar))
    return lines


def _card_panel(library: Library, told: Answer, card: Card) -> Panel:
    blocks = list(card.answer)
    for limit in told.limits:
        blocks.append(f"期限：{limit.zh}（《{limit.law}》{article_label(limit.article, limit.sub)}）")
    if card.prepare:
        blocks.append("先准备：" + "、".join(card.prepare.zh))
    blocks.append(f"先找谁：{card.door.zh}")
    lines = (library.hotlines.line(number, told.as_of) for number in card.hotlines)
    if numbers := [f"{line.number} {line.name.zh}" for line in lines if line]:
        blocks.append("电话：" + "；".join(numbers))
    own = "公司政策专员写、另一人审过" if isinstance(card, CompanyCard) else "大白话，不是法条原文"
    foot = f"{own}；{card.checked} 核对，{card.until} 前有效"
    return Panel(Text("\n\n".join(blocks)), title=card.title, subtitle=foot, title_align="left")


def _panel(article: Article, mark: str = "") -> Panel:
    place = " · ".join(part for part in (article.book, article.chapter, article.section) if part)
    dates = [f"通过 {article.passed}" if article.passed else "", f"施行 {article.in_force or '未核对'}"]
    foot = "，".join(part for part in (*dates, f"来源 {article.source}") if part)
    body = Text(article.text)
    if place:
        body = Text.assemble((place + "\n\n", "dim"), body)
    title = f"{mark}《{article.official_title}》{article.label}"
    return Panel(body, title=title, subtitle=foot, title_align="left")


def _governing(library: Library, one: Governing) -> list[str]:
    old = f"《{one.old.law}》{one.old.label}"
    if one.articles:
        first = one.articles[0]
        return [f"{old}是旧的或者一般的规定，先看《{first.law}》{first.label}。{one.why.zh}"]
    if one.laws:
        return [f"{old}是旧的或者一般的规定，现在看《{one.laws[0]}》（条文尚未收录）。{one.why.zh}"]
    titles = [document.title for key in one.documents if (document := library.cards.document(key))]
    return [f"{old}要和《{title}》一起看。{one.why.zh}" for title in titles[:1]]


def _unavailable_line(refused: Unavailable) -> str:
    line = f"《{refused.law}》第{refused.article}条：{_REASONS[refused.reason]}"
    if refused.reason is Validity.FUTURE and refused.since:
        line += f"，{refused.since} 起施行"
    if refused.superseded_by:
        line += f"，现行规定见《{refused.superseded_by}》"
    return line + "。"


def as_json_value(library: Library, told: Answer) -> dict[str, object]:
    """The answer as plain JSON values: dates in ISO form, articles with label and text."""
    return {
        "kind": told.kind.value,
        "question": told.question,
        "as_of": told.as_of.isoformat(),
        "card": _card_value(told, told.card) if told.card else None,
        "articles": [_article_value(item) for item in told.articles],
        "company": [_article_value(item) for item in told.company],
        "not_existing": [asdict(item) for item in told.not_existing],
        "unavailable": [_unavailable_value(item) for item in told.unavailable],
        "ambiguous": [{"article": item.article, "sub": item.sub} for item in told.ambiguous],
        "notes": [line for one in told.governing for line in _governing(library, one)],
        "renumbered": [{"law": one.law, "old": one.number.old, "now": one.number.now} for one in told.moved],
        "similar": [card.key for card in told.similar],
        "outside": told.outside,
    }


def _card_value(told: Answer, card: Card) -> dict[str, object]:
    value: dict[str, object] = card.model_dump(mode="json")
    value |= {"basis": [str(one) for one in card.basis], "see": [str(one) for one in card.see]}
    return value | {"limits": [limit.model_dump(mode="json") for limit in told.limits]}


def _article_value(item: Found) -> dict[str, object]:
    article = item.article
    days = {name: _iso(getattr(article, name)) for name in ("passed", "in_force", "until")}
    return asdict(article) | days | {"label": article.label, "confidence": item.confidence}


def _unavailable_value(item: Unavailable) -> dict[str, object]:
    value = {
        name: getattr(item, name) for name in ("law", "official_title", "article", "sub", "superseded_by")
    }
    return value | {"reason": item.reason.value, "since": _iso(item.since)}


def _iso(day: object) -> str | None:
    return str(day) if day else None
