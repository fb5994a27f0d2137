"""The integrity audit: every text of the package and of the library file, what it is and what is wrong."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from knowledge.laws.catalogue.catalogue import Catalogue, LawEntry, TextVersion
from knowledge.laws.texts.consistency import find_irregularities
from knowledge.laws.texts.law_text import Fault, LawText, in_time_order
from knowledge.laws.texts.library_file import LibraryFile
from knowledge.laws.texts.loading import LoadedTexts, load_texts
from knowledge.laws.texts.repairs import Rule
from knowledge.laws.texts.source_package import SOURCE_LABEL, PackageSource


class State(StrEnum):
    """What a text is on the day of the audit. CURRENT and DOUBTFUL govern, a doubtful one with a warning."""

    CURRENT = "current"
    NOT_YET = "not_yet_in_force"
    OLD = "old_version"
    REPEALED = "repealed"
    DOUBTFUL = "doubtful"
    LEFT_OUT = "left_out"
    NOT_LOADED = "not_loaded"


_SOURCE_SAYS: Mapping[State, frozenset[str]] = {
    State.CURRENT: frozenset({"现行有效"}),
    State.DOUBTFUL: frozenset({"现行有效"}),
    State.NOT_YET: frozenset({"尚未生效", "尚未施行"}),
    State.OLD: frozenset({"历史版本", "已被修改"}),
    State.REPEALED: frozenset({"已废止"}),
}
"""The words of laws.db that agree with each state."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One text. `law` is the short title, for a title that nobody listed the official one.

    `promised` is the catalogue's number of articles; `why` says why a text is left out or not loaded.
    `faults` leave a text out; `irregularities` are for people to look at. `source_says` is the word of
    laws.db on its validity where it disagrees with `state`.
    """

    law: str
    official: str
    passed: date | None
    in_force: date | None
    source: str
    articles: int
    promised: int | None
    state: State
    why: str = ""
    repairs: Mapping[Rule, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    irregularities: tuple[Fault, ...] = ()
    source_says: str | None = None

    @property
    def repaired(self) -> int:
        """How often an article was mended; the books of a code are set by range, not mended."""
        return sum(times for rule, times in self.repairs.items() if rule is not Rule.BOOK_BY_RANGE)

    @property
    def is_lost(self) -> bool:
        """Whether the catalogue wants this text from laws.db and a fault leaves it out."""
        return self.source == SOURCE_LABEL and bool(self.faults) and self.why != "unknown_title"

    @property
    def needs_attention(self) -> bool:
        """Whether there is more to report than that the text is whole and governs, or once did."""
        awaited = self.state is State.NOT_LOADED and self.why == "not_imported"
        told = self.state in (State.NOT_YET, State.DOUBTFUL) or awaited
        return bool(told or self.faults or self.irregularities or self.source_says or self.repaired)


@dataclass(frozen=True, slots=True)
class Totals:
    """The audit in numbers; `laws` and `articles` count what is loaded."""

    laws: int
    texts: int
    articles: int
    repaired: int
    left_out: int
    not_yet_in_force: int
    not_loaded: int
    lost: int


@dataclass(frozen=True, slots=True)
class AuditReport:
    """All lines, law by law in the catalogue's order, then what is left out and what is unknown."""

    as_of: date
    lines: tuple[AuditLine, ...]

    @property
    def totals(self) -> Totals:
        """The lines counted."""
        loaded = [one for one in self.lines if one.state not in (State.LEFT_OUT, State.NOT_LOADED)]

        def count(state: State) -> int:
            return sum(one.state is state for one in self.lines)

        return Totals(
            laws=len({one.law for one in loaded}),
            texts=len(loaded),
            articles=sum(one.articles for one in loaded),
            repaired=sum(one.repaired for one in loaded),
            left_out=count(State.LEFT_OUT),
            not_yet_in_force=count(State.NOT_YET),
            not_loaded=count(State.NOT_LOADED),
            lost=sum(one.is_lost for one in self.lines),
        )


def audit(
    catalogue: Catalogue, package: PackageSource, library: LibraryFile | None, as_of: date
) -> AuditReport:
    """Reads everything anew and looks at each text. Raises SourceBroken, LibraryBroken."""
    loaded = load_texts(catalogue, package, library)
    said = {(title, passed): status for title, passed, status in package.titles()}
    lines = [
        *_loaded(loaded, said, as_of),
        *_second_copies(loaded, library),
        *_not_loaded(loaded),
        *_listed_as_left_out(catalogue, said),
        *_unknown(catalogue, said),
    ]
    return AuditReport(as_of, tuple(lines))


Said = Mapping[tuple[str, date], str]


def _loaded(loaded: LoadedTexts, said: Said, as_of: date) -> Iterator[AuditLine]:
    of_law: dict[str, list[LawText]] = defaultdict(list)
    for text in loaded.texts:
        of_law[text.entry.short].append(text)
    for entry in loaded.catalogue.law:
        texts = of_law[entry.short]
        until: date | None = None
        for text in in_time_order(texts):
            state = _state(text, until, as_of)
            status = said.get((entry.official, text.passed or date.min))
            differs = text.source == SOURCE_LABEL and status not in _SOURCE_SAYS[state]
            yield _line(text, state, source_says=status if differs else None)
            until = text.since
        for text in (one for one in texts if one.faults):
            missing = any(fault.code == "missing" for fault in text.faults)
            why = ", ".join(fault.code for fault in text.faults)
            yield _line(text, State.NOT_LOADED if missing else State.LEFT_OUT, why)


def _state(text: LawText, until: date | None, as_of: date) -> State:
    """`until` is the day on which the next text of the law takes its place."""
    if text.entry.superseded_by:
        return State.REPEALED
    if text.since and text.since > as_of:
        return State.NOT_YET
    if until and until <= as_of:
        return State.OLD
    return State.DOUBTFUL if text.entry.doubt else State.CURRENT


def _line(text: LawText, state: State, why: str = "", source_says: str | None = None) -> AuditLine:
    promised = text.entry.text_of(text.passed)
    return AuditLine(
        law=text.entry.short,
        official=text.entry.official,
        passed=text.passed,
        in_force=text.in_force,
        source=text.source,
        articles=len(text.articles),
        promised=promised.articles if promised else None,
        state=state,
        why=why or (text.entry.doubt or "" if state is State.DOUBTFUL else ""),
        repairs=text.repairs,
        faults=text.faults,
        irregularities=tuple(find_irregularities(text)),
        source_says=source_says,
    )


def _second_copies(loaded: LoadedTexts, library: LibraryFile | None) -> Iterator[AuditLine]:
    """Imported texts that the package holds too: its own copy is used."""
    package = {(t.entry.short, t.passed) for t in loaded.texts if t.source == SOURCE_LABEL and not t.faults}
    for text in library.texts() if library else ():
        if (text.short, text.passed) in package:
            facts = (text.short, text.official, text.passed, text.in_force, text.file, len(text.rows))
            yield AuditLine(*facts, promised=None, state=State.LEFT_OUT, why="held_by_package")


def _not_loaded(loaded: LoadedTexts) -> Iterator[AuditLine]:
    """Texts of the catalogue that nobody brought; those of laws.db have been read, with a fault or not.

    Where the catalogue does not know the day, any text of the law will do.
    """
    brought = {(text.entry.short, text.passed) for text in loaded.texts}
    brought |= {(text.entry.short, None) for text in loaded.texts}
    for entry in loaded.catalogue.law:
        for text in entry.texts():
            if text.source != SOURCE_LABEL and (entry.short, text.passed) not in brought:
                yield _known_by_name(entry, text)


def _known_by_name(entry: LawEntry, text: TextVersion) -> AuditLine:
    why = "not_imported" if text.source else "known_by_name"
    facts = (entry.short, entry.official, text.passed, text.in_force, text.source or "", 0, text.articles)
    return AuditLine(*facts, state=State.NOT_LOADED, why=why)


def _listed_as_left_out(catalogue: Catalogue, said: Said) -> Iterator[AuditLine]:
    for one in catalogue.left_out:
        if (one.official, one.passed) in said:
            facts = (one.official, one.official, one.passed, None, SOURCE_LABEL, 0, None)
            yield AuditLine(*facts, state=State.LEFT_OUT, why=one.why)


def _unknown(catalogue: Catalogue, said: Said) -> Iterator[AuditLine]:
    """Titles of the package that are neither catalogued nor listed as left out."""
    wanted: Sequence[tuple[str, date | None]] = [
        (entry.official, text.passed) for entry in catalogue.law for text in entry.texts()
    ]
    known = {*wanted, *((one.official, one.passed) for one in catalogue.left_out)}
    for title, passed in sorted(said.keys() - known):
        faults = (Fault("unknown_title", f"{title} {passed}"),)
        facts = (title, title, passed, None, SOURCE_LABEL, 0, None)
        yield AuditLine(*facts, state=State.LEFT_OUT, why="unknown_title", faults=faults)
