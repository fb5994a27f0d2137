"""How a button names an article in 64 bytes, and how what comes back is checked."""

from binascii import crc32

from knowledge.laws.texts.article import Article
from knowledge.laws.texts.store import LawStore

LONGEST_TITLE = 12
"""Characters of a short title that a button carries as it is; longer ones are named by a checksum."""


def law_code(short: str) -> str:
    """The short title, or # and eight hexadecimal digits of its checksum."""
    return short if len(short) <= LONGEST_TITLE else f"#{crc32(short.encode()):08x}"


def article_code(article: Article) -> str:
    """Number and sub-number: 44-0 or 133-1."""
    return f"{article.number}-{article.sub or 0}"


def short_title_of(store: LawStore, code: str) -> str | None:
    """The short title for a code; ``None`` for an unknown one."""
    if not code.startswith("#"):
        return code if store.law(code) else None
    return next((entry.short for entry in store.laws if law_code(entry.short) == code), None)


def numbers_of(value: str, count: int) -> list[int] | None:
    """The whole numbers of a button's value; ``None`` unless there are ``count`` of at most five digits."""
    parts = value.split("-")
    if len(parts) != count or not all(part.isascii() and part.isdigit() and len(part) <= 5 for part in parts):
        return None
    return [int(part) for part in parts]
