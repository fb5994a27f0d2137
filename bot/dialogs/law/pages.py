"""A chapter in pages of one message."""

from bot.callbacks import Keyboard
from bot.dialogs.law.article_codes import article_code, law_code
from bot.dialogs.shared.context import Guest
from knowledge.laws.texts.article import Article
from knowledge.laws.texts.store import LawStore

PAGE_LIMIT = 2800
"""Characters of law in one page; with headings and marks it stays under Telegram's 4,096."""
FOLDED_OVER = 200


def chapter_page(guest: Guest, store: LawStore, article: Article, page: int) -> tuple[str, Keyboard] | None:
    """Page `page` (from 0) of the chapter in which `article` stands; None where there is no such page."""
    pages = _packed(store.chapter(article))
    if not 0 <= page < len(pages):
        return None
    head = guest.words(
        "law-chapter",
        title=article.official_title,
        where=" · ".join(part for part in (article.book, article.chapter) if part)
        or guest.plain("law-where-none"),
        page=page + 1,
        pages=len(pages),
    )
    blocks = [head, *(_article_line(guest, label, text) for label, text in pages[page])]
    row = []
    for key, other in (("button-page-before", page - 1), ("button-page-after", page + 1)):
        if 0 <= other < len(pages):
            row.append(
                guest.button(key, "chapter", law_code(article.law), f"{article_code(article)}-{other}")
            )
    rows: Keyboard = [row] if row else []
    return "\n\n".join(blocks), [*rows, [guest.button("button-menu", "menu")]]


def _article_line(guest: Guest, label: str, text: str) -> str:
    key = "law-chapter-article-folded" if len(text) > FOLDED_OVER else "law-chapter-article"
    return guest.words(key, label=label, text=text)


def _packed(articles: tuple[Article, ...]) -> list[list[tuple[str, str]]]:
    """Articles packed into pages; one longer than a page is continued on the next."""
    found: list[list[tuple[str, str]]] = [[]]
    used = 0
    for article in articles:
        for start in range(0, len(article.text), PAGE_LIMIT):
            piece = article.text[start : start + PAGE_LIMIT]
            if used + len(piece) > PAGE_LIMIT and found[-1]:
                found.append([])
                used = 0
            found[-1].append((article.label, piece))
            used += len(piece) + 20
    return found if found[-1] else found[:-1]
