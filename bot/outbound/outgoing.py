"""What goes out, ready to be sent: words chosen, places known."""

from dataclasses import dataclass, field

from bot.callbacks import Keyboard
from mediation.model.cases.content import Content


@dataclass(frozen=True)
class Words:
    """A text of ours. ``said_id`` is set when it stands for a message of a case."""

    html: str
    buttons: Keyboard = field(default_factory=list)
    reply_to: int | None = None


@dataclass(frozen=True)
class Card:
    """The card of a case: edited where it stands (``at``), posted where there is none yet."""

    html: str
    buttons: Keyboard
    at: int | None


@dataclass(frozen=True)
class Copy:
    """A message of the other side, made anew and never forwarded."""

    said_id: int
    content: Content
    reply_to: int | None = None


@dataclass(frozen=True)
class Album:
    """Several pictures that belong together."""

    items: list[tuple[int, Content]]
    reply_to: int | None = None


@dataclass(frozen=True)
class Edit:
    """A copy that follows the edit of its original."""

    said_id: int
    content: Content
    at: int


@dataclass(frozen=True)
class Document:
    """A file of ours with a few words under it."""

    name: str
    content: bytes
    html: str
    buttons: Keyboard = field(default_factory=list)


@dataclass(frozen=True)
class TakeBack:
    """Messages that go; one that Telegram does not delete any more says ``html`` in its place."""

    messages: tuple[int, ...]
    html: str


Outgoing = Words | Card | Copy | Album | Edit | Document | TakeBack
