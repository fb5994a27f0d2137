"""The rules as people write them: which words are an alarm, and which calm it."""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from knowledge.crisis.alarm import Danger
from knowledge.datafile import CheckedByName, read_checked, refuse_duplicates
from knowledge.fields import Phrase
from knowledge.text.patterns import compiled

FOLDER = Path(__file__).parent
RULES = FOLDER / "rules"
CALM_FILE = FOLDER / "calm.yaml"
TYPED_FILE = FOLDER / "typed.yaml"

Sets = Mapping[str, tuple[Phrase, ...]]


class Level(StrEnum):
    """How much a rule says: an alarm, a doubt, or only together with another hint near it a doubt.

    Two weak hints are none: people who are worn out and see no hope in their pay say both.
    """

    SURE = "sure"
    DOUBT = "doubt"
    HINT = "hint"


class Rule(CheckedByName):
    """One way in which a danger is told. Fields are explained in docs/crisis.md."""

    key: str = Field(pattern=r"^[a-z]+(_[a-z]+)*$")
    danger: Danger
    level: Level
    weak: bool = False
    patterns: tuple[Phrase, ...] = Field(min_length=1)
    negative: tuple[Phrase, ...] = Field(default=(), alias="unless")
    softened_by: tuple[Phrase, ...] = ()
    despite: frozenset[str] = frozenset()
    other: bool | None = None
    examples: tuple[Phrase, ...] = Field(min_length=1)
    counter: tuple[Phrase, ...] = Field(alias="not", min_length=1)
    softened: tuple[Phrase, ...] = ()


class RuleFile(CheckedByName):
    """The rules of one file, and the sets that they name."""

    sets: dict[str, tuple[Phrase, ...]] = Field(default_factory=dict)
    rules: tuple[Rule, ...] = ()


class Frame(CheckedByName):
    """What takes alarms away around it: a film, a training, a general question, something overcome.

    `reach` is how many characters before and after it are calmed, never past the next sentence.
    `unless` are words that give the alarm back. `calms` are the levels that it calms; all, if none is named.
    One that `softens` takes nothing away: a sure alarm becomes a doubt, which the learned part may take back.
    """

    key: str = Field(pattern=r"^[a-z]+(_[a-z]+)*$")
    patterns: tuple[Phrase, ...] = Field(min_length=1)
    negative: tuple[Phrase, ...] = Field(default=(), alias="unless")
    reach: int = Field(default=30, ge=0, le=200)
    calms: frozenset[Level] = frozenset(Level)
    softens: bool = False


class Calm(CheckedByName):
    """Idioms, which are taken out before anything is looked for, and frames."""

    sets: dict[str, tuple[Phrase, ...]] = Field(default_factory=dict)
    idioms: tuple[Phrase, ...] = Field(min_length=1)
    frames: tuple[Frame, ...] = Field(min_length=1)


class SoundAlike(CheckedByName):
    """A phrase found by its sound too; `never` are phrases of the same sound that mean something else."""

    say: str = Field(min_length=3)
    never: tuple[Phrase, ...] = ()


class Typed(CheckedByName):
    """How people type it: signs (emoji), keyboard letters, slips (patterns), phrases by sound."""

    traditional: tuple[Phrase, ...] = ()
    signs: dict[Phrase, Phrase] = Field(default_factory=dict)
    letters: dict[Phrase, Phrase] = Field(default_factory=dict)
    slips: dict[Phrase, Phrase] = Field(default_factory=dict)
    heard: tuple[SoundAlike, ...] = ()


class RuleBook(CheckedByName):
    """Everything that people edit; patterns compile, keys are there once, frames that are named exist."""

    sets: dict[str, tuple[Phrase, ...]]
    rules: tuple[Rule, ...] = Field(min_length=1)
    calm: Calm

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        refuse_duplicates(rule.key for rule in self.rules)
        frames = {frame.key for frame in self.calm.frames}
        for rule in self.rules:
            compiled(self.sets, rule.key, rule.patterns + rule.negative + rule.softened_by)
            if unknown := rule.despite - frames:
                raise ValueError(f"{rule.key}: unknown frame: {min(unknown)}")
        return self


def load_rule_book(folder: Path = RULES, calm: Path = CALM_FILE) -> RuleBook:
    """The project's rules. Raises BadData with file and place."""
    return merge_rule_files((read_checked(path, RuleFile) for path in sorted(folder.glob("*.yaml"))), calm)


def merge_rule_files(files: Iterable[RuleFile], calm_file: Path = CALM_FILE) -> RuleBook:
    """Rules of several files with the calming words of one; sets of every file are known in all."""
    calm, every = read_checked(calm_file, Calm), list(files)
    sets = dict(ChainMap(calm.sets, *(file.sets for file in every)))
    return RuleBook(sets=sets, rules=tuple(rule for file in every for rule in file.rules), calm=calm)


def load_typed(path: Path = TYPED_FILE) -> Typed:
    """How the project's people type. Raises BadData with file and place."""
    return read_checked(path, Typed)
