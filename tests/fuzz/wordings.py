"""Texts that people read, with any facts in them: no fact brings markup along, none is lost."""

from html import escape
from html.parser import HTMLParser
from random import Random
from typing import Any

from tests.bot.wording.samples import IN_THIS_TEXT, LONGEST, WORDING, every_text, messages, variables
from tests.fuzz.mutating import ODD, any_text
from tests.fuzz.target import Target, plainly

Facts = tuple[str, str, dict[str, Any]]
USED = {
    language: {key: variables(one) for key, one in messages(language).items()} for language in ("zh-CN", "en")
}
NO_MARKS = dict.fromkeys((0xE000, 0xE001))
"""What the catalogue puts in place of long facts; out of short ones it takes them."""
NUMBERS = (0, 1, 2, -1, 5, 11, 1254, 10**12, 2**63, 0.5, 1e22)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, Any]] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.seen.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.seen.append((f"/{tag}", None))


def tags(html: str) -> list[tuple[str, Any]]:
    """All tags of a text, in order."""
    parser = _Tags()
    parser.feed(html)
    parser.close()
    return parser.seen


def _value(dice: Random, sample: str | int) -> str | int | float:
    if isinstance(sample, int):
        return dice.choice(NUMBERS)
    if dice.random() < 0.3:
        return "".join(dice.choice(ODD) for _ in range(dice.randrange(1, 8))) or "x"
    return any_text(dice) or "x"


def _facts(dice: Random) -> Facts:
    language, key = dice.choice(every_text())
    samples = LONGEST | IN_THIS_TEXT.get(key, {})
    names = sorted(name for name in USED[language][key] if not name.endswith("_html"))
    return language, key, {name: _value(dice, samples[name]) for name in names}


def _worded(drawn: Facts) -> None:
    language, key, facts = drawn
    trusted = dict.fromkeys((name for name in USED[language][key] if name.endswith("_html")), "甲")
    html = WORDING.html(language, key, **facts, **trusted)
    calm = {name: "甲" if isinstance(value, str) else value for name, value in facts.items()}
    selected = any(isinstance(one, str) for one in facts.values())
    if not selected or WORDING.html(language, key, **calm, **trusted).count("甲") >= len(facts):
        assert sorted(map(str, tags(html))) == sorted(
            map(str, tags(WORDING.html(language, key, **calm, **trusted)))
        )
    for name, value in facts.items():
        marked = {**facts, name: "甲乙丙"}
        if isinstance(value, str) and "甲乙丙" in WORDING.html(language, key, **marked, **trusted):
            shown = escape(value, quote=False)
            assert shown in html or shown.translate(NO_MARKS) in html, name
    WORDING.plain(language, key, **facts, **trusted)


TARGETS = (
    Target(
        "wording: facts in texts",
        "never raises; no fact brings markup, none is changed",
        60,
        _facts,
        plainly(_worded),
    ),
)
