"""All plain-language records, by article."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from knowledge.laws.texts.article import Article
from knowledge.plain.record import Head, PlainRecord, read_records

PLAIN_FOLDER = Path(__file__).with_name("records")
Key = tuple[str, int, int, date | None]


class PlainRecords:
    """Records by (law, number, sub, text); a record shows only beside a stored article. Immutable.

    Where a file names its text, its records show beside that text alone, and before those that name none.
    """

    def __init__(self, files: Iterable[tuple[Head, tuple[PlainRecord, ...]]]) -> None:
        self.files = tuple(files)
        self._records: Mapping[Key, PlainRecord] = {
            (head.law, one.article, one.sub or 0, head.passed): one
            for head, records in self.files
            for one in records
        }

    def of(self, article: Article) -> PlainRecord | None:
        """The record of an article, or None."""
        return self._records.get((*article.key, article.passed)) or self._records.get((*article.key, None))

    @property
    def asks(self) -> Iterator[str]:
        """Every question of every record."""
        return (ask for _, records in self.files for record in records for ask in record.asks)

    def __len__(self) -> int:
        return len(self._records)


def load_plain(folder: Path = PLAIN_FOLDER) -> PlainRecords:
    """Every file of `folder` (*.jsonl). Raises BadData."""
    return PlainRecords(read_records(path) for path in sorted(folder.glob("*.jsonl")))
