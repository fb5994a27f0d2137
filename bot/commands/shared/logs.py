"""The log: one line for an event on standard error, and never a word that a person wrote."""

import logging
import sys
import traceback
from types import TracebackType

import structlog
from sqlalchemy.exc import OperationalError
from structlog.typing import EventDict, Processor

from bot.settings import Settings

SAFE = (OSError, OperationalError)
"""Errors whose own words come from the machine; those of all others may quote what somebody wrote."""

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


class _Handler(logging.Handler):
    """What the libraries log."""

    def emit(self, record: logging.LogRecord) -> None:
        print(self.format(record), file=sys.stderr)


def start_log(settings: Settings) -> None:
    """structlog and the libraries' own log lines, in one form, on standard error."""
    level = getattr(logging, settings.log.level.upper())
    shared: list[Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
    ]
    last: list[Processor] = [_without_words, _on_one_line, _renderer(settings.log.format)]
    structlog.configure(
        processors=[*shared, *last],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
    handler = _Handler()
    remove = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=[remove, *last])
    )
    root = logging.getLogger()
    for old in [one for one in root.handlers if isinstance(one, _Handler)]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(max(level, logging.WARNING))


def _renderer(form: str) -> Processor:
    if form == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())


def _without_words(_logger: object, _name: str, event: EventDict) -> EventDict:
    """The traceback as places and types."""
    raised = event.pop("exc_info", None)
    if raised is True:
        raised = sys.exc_info()
    if isinstance(raised, BaseException):
        raised = (type(raised), raised, raised.__traceback__)
    if raised and raised[1] is not None:
        event["exception"] = trace(raised[1])
    return event


def _on_one_line(_logger: object, _name: str, event: EventDict) -> EventDict:
    """Nothing that came from outside begins a line of its own or colours the terminal."""
    for name, value in event.items():
        if isinstance(value, str):
            event[name] = _visible(value, keep="\n" if name == "exception" else "")
    return event


def _visible(text: str, keep: str = "") -> str:
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char in keep else char.encode("unicode_escape").decode()
        for char in text
    )


def trace(error: BaseException) -> str:
    """Where it happened and of what type it is; its words only when no person can have written them."""
    lines: list[str] = []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and before is not error:
        lines.append(f"{trace(before)}\nwhich led to")
    lines += [line.rstrip() for line in traceback.format_tb(error.__traceback__)]
    words = f": {str(error).splitlines()[0]}" if isinstance(error, SAFE) and str(error) else ""
    lines.append(f"{type(error).__module__}.{type(error).__qualname__}{words}")
    return "\n".join(lines)
