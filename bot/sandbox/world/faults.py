"""Failures on purpose: lost and late answers, 429 and 5xx."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Literal, get_args

from bot.sandbox.shared.types import Json

FaultKind = Literal["drop", "late", "error", "flood"]
FAULT_KINDS: tuple[str, ...] = get_args(FaultKind)


@dataclass
class Fault:
    """One way to fail, for the next `times` calls that match.

    drop: do the work, then close the connection without an answer. late: do the work, answer after `seconds`.
    error: answer `status` without doing the work. flood: 429 to everything sent for `seconds`.
    """

    kind: FaultKind
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    seconds: float = 1.0
    status: int = 500

    def matches(self, method: str, chat_id: int | None) -> bool:
        """Whether this fault is for such a call."""
        wanted = self.method is None or self.method.lower() == method.lower()
        return self.times > 0 and wanted and (self.chat_id is None or self.chat_id == chat_id)


class Faults:
    """The faults that still wait for their call, oldest first."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._waiting)

    def add(
        self,
        kind: FaultKind,
        *,
        method: str | None = None,
        chat_id: int | None = None,
        times: int = 1,
        seconds: float = 1.0,
        status: int = 500,
    ) -> Fault:
        """Plan a fault; raises `ValueError` for a kind that does not exist."""
        if kind not in FAULT_KINDS:
            raise ValueError(f"no such fault: {kind}; there are {', '.join(FAULT_KINDS)}")
        fault = Fault(kind, method, chat_id, times, seconds, status)
        self._waiting.append(fault)
        return fault

    def clear(self) -> None:
        """Forget all faults."""
        self._waiting.clear()

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that hits this call, used up by one; None for a good line."""
        for fault in self._waiting:
            if fault.matches(method, chat_id):
                fault.times -= 1
                if fault.times == 0:
                    self._waiting.remove(fault)
                return fault
        return None

    def as_json(self) -> list[Json]:
        """The faults that still wait, for the control page."""
        return [asdict(fault) for fault in self._waiting]
