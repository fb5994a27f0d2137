"""One text of one law, read, repaired and checked; a text with a fault is left out, with the reason."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from knowledge.laws.catalogue.catalogue import Catalogue, LawEntry, TextVersion
from knowledge.laws.texts.article import Article
from knowledge.laws.texts.repairs import Rule, repair
from knowledge.laws.texts.source_package import SOURCE_LABEL, PackageSource, RawArticle


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text cannot be trusted. `code`: missing, count, gap or repeated; `detail` says where."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LawText:
    """A text as it was read. With a fault it has no part in answers."""

    entry: LawEntry
    passed: date | None
    source: str
    articles: tuple[Article, ...] = ()
    repairs: Mapping[Rule, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    in_force: date | None = None

    @property
    def since(self) -> date | None:
        """From when it counts; None when nobody knows."""
        return self.in_force or self.passed


def read_package(catalogue: Catalogue, source: PackageSource) -> Iterator[LawText]:
    """Every catalogued text that the package holds. Raises SourceBroken when the file cannot be read."""
    wanted = [
        (entry, text) for entry in catalogue.law for text in entry.texts() if text.source == SOURCE_LABEL
    ]
    titles = [(entry.official, text.passed or date.min) for entry, text in wanted]
    for (entry, text), rows in zip(wanted, source.read_all(titles), strict=True):
        yield _from_rows(entry, text, rows)


def _from_rows(entry: LawEntry, text: TextVersion, rows: Sequence[RawArticle]) -> LawText:
    done: Counter[Rule] = Counter()
    articles = tuple(found for row in rows if (found := repair(row, entry, text, done)))
    faults = tuple(find_faults(articles, text))
    return LawText(entry, text.passed, SOURCE_LABEL, articles, +done, faults, text.in_force)


def find_faults(articles: Sequence[Article], promised: TextVersion) -> Iterator[Fault]:
    """What is wrong with the numbering: none at all, not as many as promised, a gap, a number twice."""
    if not articles:
        yield Fault("missing")
        return
    if promised.articles is not None and len(articles) != promised.articles:
        yield Fault("count", f"{len(articles)} != {promised.articles}")
    for twice in (key for key, times in Counter(a.key for a in articles).items() if times > 1):
        yield Fault("repeated", f"{twice[1]}" + (f"-{twice[2]}" if twice[2] else ""))
    numbers = sorted({article.number for article in articles} | set(promised.damaged))
    if numbers[0] != 1:
        yield Fault("gap", f"1..{numbers[0]}")
    for one, two in pairwise(numbers):
        if two != one + 1:
            yield Fault("gap", f"{one}..{two}")


def in_time_order(texts: Iterable[LawText]) -> list[LawText]:
    """The faultless texts of one law, newest first, each with the day on which the next took its place."""
    good = sorted(
        (text for text in texts if not text.faults), key=lambda text: text.since or date.min, reverse=True
    )
    ordered: list[LawText] = []
    until: date | None = None
    for text in good:
        articles = text.articles
        if until is not None:  # the later text itself says what it changed: no mark is needed any more
            articles = tuple(replace(article, until=until, outdated=False) for article in articles)
        ordered.append(replace(text, articles=articles))
        until = text.since
    return ordered
