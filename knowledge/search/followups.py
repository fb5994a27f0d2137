"""A follow-up keeps the topic: 那试用期呢, after a question about overtime pay, asks about both."""

import re

_BEGINS = re.compile(r"^(?:那么?|还有|另外|如果是?|要是|换成|再问)[，, ]*")
_ENDS = re.compile(r"(?:呢|的话|怎么说|咋说|怎么算|咋算)*[?？。!！~ ]*$")
LONGEST = 14
"""Characters; a longer sentence says itself what it is about."""


def whole_question(said: str, before: str | None) -> str:
    """`said`, with the question `before` added where it is only a follow-up."""
    text = said.strip()
    if before is None or len(text) > LONGEST:
        return said
    if not _BEGINS.match(text) and not text.rstrip("?？!！。 ").endswith("呢"):
        return said
    core = _ENDS.sub("", _BEGINS.sub("", text))
    return f"{core} {before}" if core else said
