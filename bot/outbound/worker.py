"""What everything has that runs beside the rest: it can be woken, and told to stop."""

import asyncio
from contextlib import suppress


class Worker:
    """The subclass has ``run``: it clears ``_woken`` before it looks, and ends once ``_stopping`` is set."""

    def __init__(self) -> None:
        self._woken = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        """Look now; safe to call at any time from the event loop's thread."""
        self._woken.set()

    def stop(self) -> None:
        """Begin nothing new; ``run`` returns when what is under way is done."""
        self._stopping = True
        self._woken.set()

    async def _sleep(self, seconds: float) -> None:
        """Until it is woken, so long at the most."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), seconds)
