"""A clock that only moves when it is moved by hand."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Clock:
    """Call it for the aware current time, as the real one is called."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, by: timedelta | None = None, **parts: float) -> datetime:
        """Move on: ``clock.forward(hours=2)``."""
        self.now += by if by is not None else timedelta(**parts)
        return self.now
