"""What people said to each other, kept outside the house: what must arrive, where, and once."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import count


@dataclass
class Word:
    """A message that somebody wrote. ``to`` are the chats of which one must show it, exactly once."""

    mark: str
    kind: str
    author: int
    message: int
    text: str
    at: float
    to: frozenset[int]
    versions: list[str] = field(default_factory=list)
    case: str = ""

    @property
    def texts(self) -> set[str]:
        """All that it has said, first and edited."""
        return {self.text, *self.versions}


@dataclass
class Ledger:
    """Written by the people, read by the judge."""

    words: list[Word] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    """What people gave up, because nothing came."""
    why_left: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    """Questions that got no answer of any kind."""
    cases: dict[str, int] = field(default_factory=dict)
    """Number and owner of every receipt."""
    stories: dict[str, int] = field(default_factory=dict)
    """Mark and owner of every story that was handed in."""
    sealed: dict[str, int] = field(default_factory=dict)
    """Mark and owner of every sealed report whose code was shown."""
    cries: list[Word] = field(default_factory=list)
    private: dict[str, frozenset[int]] = field(default_factory=dict)
    """Mark of whatever was written, and the chats that may ever show it."""
    _marks: "count[int]" = field(default_factory=lambda: count(1))

    def mark(self, kind: str, *chats: int) -> str:
        """A mark that stands nowhere else."""
        made = f"〔{kind}{next(self._marks):05d}〕"
        self.private[made] = frozenset(chats)
        return made

    def may_see(self, mark: str, *chats: int) -> None:
        """Somebody else may see it from now on."""
        self.private[mark] |= frozenset(chats)
