"""Text and buttons of answers about law, made of plain data."""

from collections.abc import Iterator

from bot.callbacks import Button, Keyboard, Press
from bot.dialogs.law.article_codes import article_code, law_code
from bot.dialogs.shared.context import Guest
from knowledge.answers.answers import Answer
from knowledge.answers.library import Library
from knowledge.calculators.input.dates import named_day
from knowledge.cards import Card, CompanyCard, DocumentRef
from knowledge.citations.precedence import Governing
from knowledge.laws.texts.article import Article, Validity, article_label
from knowledge.laws.texts.source_package import SOURCE_LABEL
from knowledge.laws.texts.store import LawStore
from knowledge.plain import PlainRecord
from knowledge.reference.time_limits import Limit

FOLDED_OVER = 400
"""Characters; a longer article is folded into an expandable quote."""
ARTICLE_LIMIT = 2600
OTHERS_SHOWN = 4
"""Buttons for further articles under an answer."""


def article_html(guest: Guest, store: LawStore, article: Article, plain: PlainRecord | None = None) -> str:
    """An article: title, number, where it stands, its text as the law has it, dates and source.

    Below it, marked as such, its plain words where they have been written.
    """
    text = article.text[:ARTICLE_LIMIT] + ("…" if len(article.text) > ARTICLE_LIMIT else "")
    parts = [part for part in (article.book, article.chapter, article.section) if part]
    if article.source == SOURCE_LABEL:
        source = guest.plain("law-source-package")
    else:
        source = guest.plain("law-source-file", file=article.source)
    html = guest.words(
        "law-article-long" if len(article.text) > FOLDED_OVER else "law-article",
        title=article.official_title,
        label=article.label,
        where=" · ".join(parts) or guest.plain("law-where-none"),
        text=text,
        passed=str(article.passed or guest.plain("law-not-checked")),
        in_force=str(article.in_force or guest.plain("law-not-checked")),
        source=source,
    )
    blocks = [*_warnings(guest, store, article), html]
    if plain is not None:
        blocks.append(guest.words("law-plain", text=plain.plain))
    return "\n".join(blocks)


def _warnings(guest: Guest, store: LawStore, article: Article) -> Iterator[str]:
    if article.validity(guest.today) in (Validity.REPEALED, Validity.OUTDATED):
        yield guest.words("law-old-text")
    entry = store.law(article.law)
    if entry is not None and entry.doubt:
        yield guest.words(f"law-doubt-{entry.doubt.replace('_', '-')}")


def card_html(guest: Guest, library: Library, told: Answer, card: Card) -> str:
    """The plain answer, running time limits, what to collect, whom to see, the telephone number."""
    chinese = guest.language == "zh-CN" or isinstance(card, CompanyCard)
    paragraphs = card.answer if chinese else (card.en,)
    blocks = [guest.words("law-card-title", title=card.title)]
    blocks += [guest.words("law-card-text", text=paragraph) for paragraph in paragraphs]
    limits = list(_limits(guest, told))
    if limits:
        blocks.append("\n".join([guest.words("law-card-limits"), *limits]))
    blocks.append("\n".join(_help(guest, library, card)))
    blocks.append("\n".join(_foot(guest, library, card)))
    return "\n\n".join(blocks)


def _limits(guest: Guest, told: Answer) -> Iterator[str]:
    since = named_day(told.question, told.as_of)
    for limit in told.limits:
        yield guest.words(
            "law-card-limit",
            text=limit.zh if guest.language == "zh-CN" else limit.en,
            law=limit.law,
            label=article_label(limit.article, limit.sub),
        )
        if since is not None:
            yield _until(guest, limit, since.isoformat(), limit.last_day(since).isoformat())


def _until(guest: Guest, limit: Limit, since: str, last: str) -> str:
    return guest.words("law-card-limit-day", since=since, last=last)


def _help(guest: Guest, library: Library, card: Card) -> Iterator[str]:
    chinese = guest.language == "zh-CN"
    if card.prepare:
        items = card.prepare.zh if chinese else card.prepare.en
        yield guest.words("law-card-prepare", items=("、" if chinese else ", ").join(items))
    yield guest.words("law-card-door", door=card.door.zh if chinese else card.door.en)
    for number in card.hotlines:
        if line := library.hotlines.line(number, guest.today):
            name = line.name.zh if chinese else line.name.en
            yield guest.words("law-card-hotline", number=number, name=name)


def _foot(guest: Guest, library: Library, card: Card) -> Iterator[str]:
    checked, until = card.checked.isoformat(), card.until.isoformat()
    if isinstance(card, CompanyCard):
        basis = "、".join([str(one) for one in card.basis] + ([card.document] if card.document else []))
        yield guest.words("law-card-foot-house", checked=checked, until=until, basis=basis)
        return
    titles = [title for one in card.basis if (title := _document(guest, library, one)) is not None]
    if titles:
        yield guest.words("law-card-documents", titles="、".join(titles))
    yield guest.words("law-card-foot", checked=checked, until=until)


def _document(guest: Guest, library: Library, basis: object) -> str | None:
    document = library.cards.document(basis.key) if isinstance(basis, DocumentRef) else None
    if document is None:
        return None
    return guest.plain("law-document", title=document.title, since=document.in_force.isoformat())


def note_lines(guest: Guest, library: Library, told: Answer) -> list[str]:
    """Lines on what is not stored, what does not exist, what moved and what another law overtakes."""
    lines = [_moved(guest, library, told, place) for place in range(len(told.moved))]
    lines += [line for one in told.governing for line in _governing(guest, library, one)]
    for missing in told.not_existing:
        first, last = missing.range.first, missing.range.last
        lines.append(
            guest.words("law-not-existing", law=missing.law, number=missing.article, first=first, last=last)
        )
    for gone in told.unavailable:
        key = f"law-unavailable-{gone.reason.value.replace('_', '-')}"
        since, by = str(gone.since or "—"), gone.superseded_by or "—"
        lines.append(guest.words(key, law=gone.law, number=gone.article, since=since, by=by))
    lines += [guest.words("law-which", number=citation.article) for citation in told.ambiguous]
    return lines


def _moved(guest: Guest, library: Library, told: Answer, place: int) -> str:
    moved = told.moved[place]
    since = next(one.since for one in library.precedence.table.renumbered if one.law == moved.law)
    about = moved.number.about
    return guest.words(
        "law-moved",
        law=moved.law,
        since=since.isoformat(),
        old=moved.number.old,
        now=moved.number.now,
        about=about.zh if guest.language == "zh-CN" else about.en,
    )


def _governing(guest: Guest, library: Library, found: Governing) -> Iterator[str]:
    why = found.why.zh if guest.language == "zh-CN" else found.why.en
    old = {"law": found.old.law, "label": found.old.label, "why": why}
    for article in found.articles[:1]:
        since = str(article.since or "—")
        new = {"new_law": article.law, "new_label": article.label, "since": since}
        yield guest.words("law-governs", **old, **new)
    if not found.articles and found.laws:
        yield guest.words("law-governs-not-stored", new_law=found.laws[0], **old)
    for key in found.documents[:1]:
        if document := library.cards.document(key):
            since = document.in_force.isoformat()
            yield guest.words("law-governs-document", new_law=document.title, since=since, **old)


def neighbour_buttons(guest: Guest, store: LawStore, article: Article) -> list[Button]:
    """The articles before and after, and the whole chapter."""
    row = []
    for key, other in (
        ("button-article-before", store.previous(article)),
        ("button-article-after", store.next(article)),
    ):
        if other is not None:
            row.append(guest.button(key, "article", law_code(other.law), article_code(other)))
    row.append(guest.button("button-chapter", "chapter", law_code(article.law), f"{article_code(article)}-0"))
    return row


def _short_number(article: Article) -> str:
    """44 or 133-1, for a button."""
    return f"{article.number}-{article.sub}" if article.sub else str(article.number)


def other_articles(guest: Guest, articles: list[Article]) -> Keyboard:
    """One button for each further article, two in a row."""
    buttons = [
        Button(
            guest.plain("button-article-other", law=article.law, number=_short_number(article)),
            Press("article", law_code(article.law), article_code(article)),
        )
        for article in articles[:OTHERS_SHOWN]
    ]
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
