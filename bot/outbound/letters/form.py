"""What a feature publishes for the letters it sends, and what they are written with."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.callbacks import Button, Keyboard, Press
from bot.outbound.outgoing import Outgoing
from bot.wording.catalogue import Wording
from storage.mail.outbox import Letter
from storage.unit_of_work.records import SqlRecords


@dataclass(frozen=True)
class Writing:
    """One letter that is being written, in the transaction that takes it from the outbox.

    ``chat`` is where it goes and ``group`` the mediators' group, 0 where there is none yet.
    """

    records: SqlRecords
    letter: Letter
    chat: int
    group: int
    wording: Wording
    zone: ZoneInfo

    def plain(self, key: str, **facts: str | int) -> str:
        """Words in the language of the reader, for a button or a file."""
        return self.wording.plain(self.letter.language, key, **facts)

    def html(self, key: str, **facts: str | int) -> str:
        """Words in the language of the reader, with markup."""
        return self.wording.html(self.letter.language, key, **facts)

    def button(self, key: str, do: str, number: str = "", value: str = "") -> Button:
        """A button in the language of the reader."""
        return Button(self.plain(key), Press(do, number, value))


class Outcome(StrEnum):
    """What became of a letter, as the outbox has it."""

    SENT = "sent"
    STOPPED = "stopped"
    UNREACHABLE = "unreachable"
    FAILED = "failed"


Facts = Mapping[str, str | int]
Buttons = tuple[tuple[str, str], ...]
"""The words of each button and what it does."""


def notice_key(letter: Letter) -> str:
    """The sentence of a kind."""
    return f"notice-{letter.kind.replace('_', '-')}"


@dataclass(frozen=True)
class Form:
    """How letters of one kind differ from a sentence in the reader's language."""

    buttons: Buttons = ()
    rows: Callable[[Writing], Keyboard] | None = None
    """Rows above the buttons."""
    key: Callable[[Letter], str] = notice_key
    prepare: Callable[[Writing], None] | None = None
    """Done before the sentence is written, in the same transaction."""
    write: Callable[[Writing], Outgoing | None] | None = None
    """In place of a sentence; ``None`` where there is nothing to send any more."""
    withheld: Callable[[Writing], Outgoing | None] | None = None
    """What goes to somebody who may not learn of the case any more; nothing for most kinds."""
    knows_readers: bool = False
    """``write`` itself looks who may read it."""
    pinned: Callable[[Writing], bool] | None = None
    changes_another: bool = False
    """With nothing to send yet it waits while other letters to this person are on their way."""
    ended: Callable[[SqlRecords, Letter, Outcome], None] | None = None
    """What follows from what became of it, in the transaction that notes it."""


@dataclass(frozen=True)
class FeatureLetters:
    """Forms by kind of letter, and what stands in the sentences in place of the codes that letters bring.

    A kind that no feature names is a sentence without buttons.
    """

    forms: Mapping[str, Form]
    facts: Callable[[Writing], Facts] | None = None


def all_forms(features: Iterable[FeatureLetters]) -> dict[str, Form]:
    """Every form by its kind; raises ``ValueError`` where two features claim one."""
    found: dict[str, Form] = {}
    for feature in features:
        if twice := found.keys() & feature.forms:
            raise ValueError(f"letters of two features: {', '.join(sorted(twice))}")
        found |= feature.forms
    return found
