"""Law files into the library: reads them, plans what would change, keeps everything or nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.laws.catalogue.catalogue import Catalogue, LawEntry, TextVersion
from knowledge.laws.importing.parts import check_continuity, group_by_copy
from knowledge.laws.importing.plan import (
    CannotImport,
    Held,
    ImportOptions,
    ImportPlan,
    Outcome,
    Planned,
    Reads,
)
from knowledge.laws.importing.titles import Titles, guess_level, title_key
from knowledge.laws.reading import LIMITS, BadLawFile, Limits, ReadLaw, law_files, read_law
from knowledge.laws.texts.law_text import find_faults, read_package
from knowledge.laws.texts.library_file import ImportedText, LibraryFile, compare, without_layout
from knowledge.laws.texts.loading import from_import, with_imported
from knowledge.laws.texts.source_package import PackageSource


def read_files(paths: Iterable[Path], limits: Limits = LIMITS) -> Reads:
    """Reads every file that is named or lies in a folder that is named. Never raises for a bad file.

    A file without any article is passed over where it was found in a folder, and bad where it was named.
    """
    laws: list[ReadLaw] = []
    skipped: list[BadLawFile] = []
    bad: list[BadLawFile] = []
    seen: set[Path] = set()
    for path in paths:
        try:
            found = law_files([path])
        except BadLawFile as wrong:
            bad.append(wrong)
            continue
        for file in found:
            if file.resolve() in seen:
                continue
            seen.add(file.resolve())
            try:
                laws.append(read_law(file, limits))
            except BadLawFile as wrong:
                passed_over = wrong.problem == "no_articles" and file != path
                (skipped if passed_over else bad).append(wrong)
    return Reads(tuple(laws), tuple(skipped), tuple(bad))


def what_is_held(catalogue: Catalogue, source: PackageSource, library: LibraryFile) -> Held:
    """The texts that an import is compared with. Raises SourceBroken, LibraryBroken."""
    package = tuple(text for text in read_package(catalogue, source) if not text.faults)
    return Held(package, tuple(library.texts()))


def plan_import(
    reads: Reads, catalogue: Catalogue, held: Held, options: ImportOptions, today: date
) -> ImportPlan:
    """What would change; every problem is in the plan, none is raised. Changes nothing."""
    planner = _Planner(catalogue, held, options, today)
    problems: list[KnowledgeError] = list(reads.bad)
    in_package = {(text.entry.short, text.passed) for text in held.package}
    drafts: list[_Draft] = []
    for group in planner.groups(reads.laws):
        try:
            draft = planner.draft(group)
            if (draft.text.short, draft.text.passed) not in in_package:  # one of those is only compared
                _check_whole(draft)
            drafts.append(draft)
        except CannotImport as problem:
            problems.append(problem)
    if options.speaks_of_one and len({title_key(one.text.official) for one in drafts}) > 1:
        names = ", ".join(one.text.file for one in drafts)
        problems.append(CannotImport(file=names, problem="one_law_only"))
    texts = [_outcome(draft, held, drafts) for draft in drafts]
    return ImportPlan(tuple(texts), reads.skipped, tuple(problems))


def carry_out(plan: ImportPlan, library: LibraryFile) -> int:
    """Keeps what the plan says in one transaction; how many texts were kept.

    Raises the first problem of the plan, and LibraryBroken; then nothing was changed.
    """
    if plan.problems:
        raise plan.problems[0]
    if plan.to_keep:
        library.keep(plan.to_keep)
    return len(plan.to_keep)


@dataclass(frozen=True, slots=True)
class _Draft:
    """One text with all that its outcome hangs on; `guessed`: its title alone told its level."""

    text: ImportedText
    files: tuple[Path, ...]
    entry: LawEntry
    guessed: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """The files that hold one text: whole copies of it, or its parts."""

    title: str
    entry: LawEntry | None
    passed: date | None
    reads: tuple[ReadLaw, ...]


class _Planner:
    """Sorts what was read into texts; knows the laws of the catalogue and those imported earlier."""

    def __init__(self, catalogue: Catalogue, held: Held, options: ImportOptions, today: date) -> None:
        self._catalogue = catalogue
        self._known = Titles(with_imported(catalogue, list(held.library)))
        self._options, self._today = options, today

    def groups(self, reads: Sequence[ReadLaw]) -> Iterator[_Group]:
        """The files that hold the same law of the same day, in the order in which they were read."""
        of_law: dict[str, list[ReadLaw]] = defaultdict(list)
        for read in reads:
            title = self._options.title or read.title
            entry = self._known.entry(title)
            of_law[entry.short if entry else title_key(title)].append(read)
        for same in of_law.values():
            title = self._options.title or same[0].title
            entry = self._known.entry(title)
            of_day: dict[date | None, list[ReadLaw]] = defaultdict(list)
            for read in same:
                of_day[self._passed(read, entry, same)].append(read)
            for passed, files in of_day.items():
                yield _Group(title, entry, passed, tuple(files))

    def _passed(self, read: ReadLaw, entry: LawEntry | None, same: list[ReadLaw]) -> date | None:
        """The file's day; without one that of its sister parts, or of the only text the catalogue awaits.

        A file without a day may be a later text of a law that the catalogue does not list: no guess there.
        """
        if day := self._options.passed or read.passed:
            return day
        sisters = {one.passed for one in same if one.part and read.part and one.passed}
        listed = self._catalogue.entry(entry.short) if entry else None
        awaited = {text.passed for text in listed.texts() if text.source == "import"} if listed else set()
        return next((next(iter(days)) for days in (sisters, awaited) if len(days) == 1), None)

    def draft(self, group: _Group) -> _Draft:
        """The one text that the files of a pile hold. Raises CannotImport."""
        entry = group.entry or self._new_entry(group)
        texts = [self._text(entry, group, one) for one in group_by_copy(group.reads)]
        for other in texts[1:]:
            if compare(texts[0].rows, other.rows, without_layout):
                names = f"{texts[0].file}, {other.file}"
                place = f"{entry.short} {group.passed}"
                raise CannotImport(file=names, problem="two_laws_one_name", place=place)
        guessed = group.entry is None and self._options.level is None
        return _Draft(texts[0], tuple(read.file for read in group.reads), entry, guessed)

    def _text(self, entry: LawEntry, group: _Group, reads: list[ReadLaw]) -> ImportedText:
        file = reads[0].file.name + (f" … {reads[-1].file.name}" if len(reads) > 1 else "")
        check_continuity(reads)
        if group.passed is None:
            raise CannotImport(file=file, problem="no_date")
        known = entry.text_of(group.passed) or TextVersion()
        own = next((read.in_force for read in reads if read.in_force), None)
        given = self._options.level if self._catalogue.entry(entry.short) is None else None
        return ImportedText(
            short=entry.short,
            official=entry.official,
            level=given or entry.level,
            passed=group.passed,
            in_force=known.in_force or self._options.in_force or own,
            file=file,
            imported_on=self._today,
            rows=tuple(article for read in reads for article in read.articles),
            annexes=tuple(annex for read in reads for annex in read.annexes),
        )

    def _new_entry(self, group: _Group) -> LawEntry:
        """A law that the catalogue does not list, by the options and by its title."""
        file, title = group.reads[0].file.name, group.title
        level = self._options.level or guess_level(title)
        short = (self._options.short or title).strip()
        if level is None:
            raise CannotImport(file=file, problem="level_needed", place=title)
        if min(len(short), len(title)) < 2 or not short.isprintable():
            raise CannotImport(file=file, problem="bad_short", place=short)
        if taken := self._known.entry(short):
            raise CannotImport(file=file, problem="name_taken", place=f"{short} = {taken.official}")
        return LawEntry(short=short, official=title, level=level)


def _check_whole(draft: _Draft) -> None:
    """Raises CannotImport where the text is not what the catalogue promises of it."""
    text = draft.text
    promised = draft.entry.text_of(text.passed) or TextVersion()
    fault = next(find_faults(from_import(draft.entry, text).articles, promised), None)
    if fault is not None and fault.code == "count":
        told = f"the catalogue promises {promised.articles}, the file has {len(text.rows)}"
        raise CannotImport(file=text.file, problem="wrong_count", place=told)
    if fault is not None:
        raise CannotImport(
            file=text.file, problem="twice" if fault.code == "repeated" else "gap", place=fault.detail
        )


def _outcome(draft: _Draft, held: Held, drafts: list[_Draft]) -> Planned:
    text, replaced = draft.text, draft.entry.superseded_by
    planned = Planned(text, draft.files, Outcome.NEW_LAW, superseded_by=replaced, guessed=draft.guessed)
    key = (text.short, text.passed)
    for ours in (one for one in held.package if (one.entry.short, one.passed) == key):
        changes = compare(ours.articles, text.rows, without_layout)
        return replace(planned, outcome=Outcome.HELD_BY_PACKAGE, changes=changes)
    earlier = [one.since for one in held.package if one.entry.short == text.short]
    earlier += [one.since for one in held.library if (one.short == text.short and one.passed != text.passed)]
    beside = [one.text.since for one in drafts if one.text.short == text.short and one is not draft]
    newest = all((one or date.min) < (text.since or date.min) for one in earlier + beside)
    planned = replace(planned, newest=newest)
    for kept in (one for one in held.library if (one.short, one.passed) == key):
        outcome = Outcome.UNCHANGED if kept.digest == text.digest else Outcome.REPLACES
        return replace(planned, outcome=outcome, changes=compare(kept.rows, text.rows))
    if replaced:
        return replace(planned, outcome=Outcome.SUPERSEDED)
    is_version = bool(earlier) or not newest
    return replace(planned, outcome=Outcome.NEW_VERSION if is_version else Outcome.NEW_LAW)
