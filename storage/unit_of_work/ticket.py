"""The update whose effects are kept with it."""

from dataclasses import dataclass


@dataclass
class Ticket:
    """The update that is being handled. ``first_time``: accepted just now, not replayed after a crash."""

    update_id: int
    first_time: bool = False
    finished: bool = False
    cry_answered: bool = False
    """The first words of the line have been said; a second try does not say them again."""
