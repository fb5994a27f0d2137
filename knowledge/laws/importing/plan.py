"""What an import would do, before anything is kept: one outcome per text, or why it cannot be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal

from knowledge.errors import KnowledgeError
from knowledge.laws.catalogue.catalogue import Level
from knowledge.laws.reading import BadLawFile, ReadLaw
from knowledge.laws.texts.law_text import LawText
from knowledge.laws.texts.library_file import Changes, ImportedText

Obstacle = Literal[
    "level_needed", "no_date", "two_laws_one_name", "one_law_only", "name_taken", "bad_short",
    "wrong_count", "gap", "twice",
]  # fmt: skip

ADVICE: Mapping[Obstacle, str] = {
    "level_needed": "the catalogue does not list this law; say how high it stands with --level",
    "no_date": "the file does not say when this text was passed; say it with --passed YYYY-MM-DD",
    "two_laws_one_name": "both are the same law of the same day and differ; bring only the right one",
    "one_law_only": "--short, --passed and --in-force speak of one law; bring these files one by one",
    "name_taken": "this name means another law already; choose another one with --short",
    "bad_short": "a title has at least two characters on one line; say it with --title and --short",
    "wrong_count": "compare with the original; the file is not the whole text, or not this version",
    "gap": "a part of the law is missing here; bring all its files together",
    "twice": "two files hold the same article; bring each part once",
}


class CannotImport(KnowledgeError):
    """A file that was read well and cannot be kept. Facts: `file`, `problem`, `place`, `advice`."""

    code = "law_import_refused"
    hint = "this text cannot be imported"

    def __init__(self, *, file: str, problem: Obstacle, place: str = "") -> None:
        self.problem: Obstacle = problem
        super().__init__(file=file, problem=problem, place=place, advice=ADVICE[problem])


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the person who imports says; for a law of the catalogue its own names and dates go first."""

    level: Level | None = None
    title: str | None = None
    short: str | None = None
    passed: date | None = None
    in_force: date | None = None

    @property
    def speaks_of_one(self) -> bool:
        """Whether one of the options can only be meant for a single law."""
        return any((self.short, self.passed, self.in_force))


@dataclass(frozen=True, slots=True)
class Reads:
    """Files as they were read. `skipped` lay in a folder and hold no article; `bad` stop the import."""

    laws: tuple[ReadLaw, ...]
    skipped: tuple[BadLawFile, ...] = ()
    bad: tuple[BadLawFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """What is there already: the faultless texts of the package, and the imported ones."""

    package: tuple[LawText, ...] = ()
    library: tuple[ImportedText, ...] = ()


class Outcome(StrEnum):
    """What happens to one text. UNCHANGED and HELD_BY_PACKAGE keep nothing."""

    NEW_LAW = "new_law"
    NEW_VERSION = "new_version"
    REPLACES = "replaces"
    UNCHANGED = "unchanged"
    HELD_BY_PACKAGE = "held_by_package"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Planned:
    """One text and its outcome.

    `files` are the names of all files that hold it. `changes` compares it with what is held: exactly for
    REPLACES, without regard to quotes and spaces for HELD_BY_PACKAGE. `newest` is whether no other text of
    the law governs later. `superseded_by` is the law that replaced it; `guessed`: the title told its level.
    """

    text: ImportedText
    files: tuple[Path, ...]
    outcome: Outcome
    changes: Changes = field(default_factory=Changes)
    newest: bool = True
    superseded_by: str | None = None
    guessed: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether the library file changes."""
        return self.outcome not in (Outcome.UNCHANGED, Outcome.HELD_BY_PACKAGE)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything that would change. With a problem nothing may be carried out."""

    texts: tuple[Planned, ...]
    skipped: tuple[BadLawFile, ...] = ()
    problems: tuple[KnowledgeError, ...] = ()

    @property
    def to_keep(self) -> Sequence[ImportedText]:
        """The texts that are new to the library file or differ from what it holds."""
        return [planned.text for planned in self.texts if planned.is_kept]
