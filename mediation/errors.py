"""What the domain refuses: a stable code and the facts, never words (words are added at the edge)."""

from typing import Any


class Refused(Exception):
    """A move or an act that is not permitted now; ``code`` is stable, ``facts`` fill the sentence."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class NotFound(Refused):
    """No such case for this person: an unknown number and somebody else's case answer alike."""

    def __init__(self) -> None:
        super().__init__("not_found")


class Stale(Exception):
    """The case changed between reading and writing; the unit of work is run again."""
