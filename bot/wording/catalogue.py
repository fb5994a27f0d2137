"""Reads the catalogues. Every text that a person sees comes from here; arguments are escaped for HTML."""

import re
from collections.abc import Callable
from html import escape
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number

LONG = 1000
"""Longer arguments are put in afterwards: Fluent takes at most 2,500 characters in one place."""

_OPEN, _CLOSE = "\ue000", "\ue001"
_STANDS_IN = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_NO_MARKS = str.maketrans("", "", _OPEN + _CLOSE)

LANGUAGES = ("zh-CN", "en")

Value = str | int | float | None
Words = Callable[..., str]
"""``words(key, **facts)`` gives the text in one person's language."""


class MissingWords(KeyError):
    """A key that no catalogue has, or an argument that a text needs and did not get."""


class Wording:
    """The catalogues of all languages; made once and passed on."""

    def __init__(self) -> None:
        self._bundles = {language: _read(language) for language in LANGUAGES}

    def html(self, language: str, key: str, /, **facts: Value) -> str:
        """The text as Telegram HTML; string arguments are escaped, names ending in ``_html`` are trusted."""
        clean = {
            name: value
            if not isinstance(value, str) or name.endswith("_html")
            else escape(value, quote=False)
            for name, value in facts.items()
        }
        return self._format(language, key, clean)

    def plain(self, language: str, key: str, /, **facts: Value) -> str:
        """The text for buttons, alerts and command lists, where no markup is read."""
        return self._format(language, key, facts)

    def has(self, key: str) -> bool:
        """Whether there is such a text."""
        return self._bundles[LANGUAGES[0]].has_message(key)

    def keys(self, language: str) -> set[str]:
        """All keys of a language, for the test that compares the catalogues."""
        return set(self._bundles[language]._messages)

    def of(self, language: str) -> Words:
        """``html`` bound to one language."""
        return lambda key, **facts: self.html(language, key, **facts)

    def _format(self, language: str, key: str, facts: dict[str, Value]) -> str:
        bundle = self._bundles.get(language, self._bundles[LANGUAGES[0]])
        if not bundle.has_message(key):
            raise MissingWords(key)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingWords(key)
        long = {name: value for name, value in facts.items() if isinstance(value, str) and len(value) > LONG}
        short = {name: _argument(name, value, name in long) for name, value in facts.items()}
        text, errors = bundle.format_pattern(pattern, short)
        if errors:
            raise MissingWords(f"{key}: {errors[0]}")
        return _STANDS_IN.sub(lambda found: long[found[1]], str(text)) if long else str(text)


def _argument(name: str, value: Value, is_long: bool) -> Any:
    if is_long:
        return f"{_OPEN}{name}{_CLOSE}"
    if isinstance(value, str):  # nobody types what stands for another value
        return value.translate(_NO_MARKS)
    # 第 1254 条, not 第 1,254 条
    return fluent_number(value, useGrouping=False) if isinstance(value, int | float) else value


def _read(language: str) -> FluentBundle:
    # isolation marks would be invisible characters inside numbers that people copy
    bundle = FluentBundle([language], use_isolating=False)
    folder = files("bot.wording") / language
    for part in sorted(folder.iterdir(), key=lambda file: file.name):
        if part.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(part.read_text(encoding="utf-8")))
    return bundle
