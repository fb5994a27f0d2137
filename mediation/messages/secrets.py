"""Notices what may be a state or commercial secret before it is stored; the person decides what it is.

保守国家秘密法 29 (passed 2024-02-27): no state secrets on public networks nor in private messages.
反不正当竞争法 10: whose commercial secrets may not be disclosed.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from knowledge.datafile import Checked, read_checked
from mediation.model.cases.content import Content

SECRETS_FILE = Path(__file__).with_name("secrets.toml")

SecretKind = Literal["state", "commercial"]


class Signs(Checked):
    """What suggests one kind of secret: regular expressions."""

    name: SecretKind
    signs: tuple[str, ...]


class SecretWords(Checked):
    """The file; see its head."""

    calm: tuple[str, ...]
    kind: tuple[Signs, ...]


@dataclass(frozen=True)
class Watch:
    """The file, ready to be used."""

    calm: re.Pattern[str]
    kinds: tuple[tuple[SecretKind, re.Pattern[str]], ...]


@cache
def _watch() -> Watch:
    words = read_checked(SECRETS_FILE, SecretWords)
    return Watch(
        re.compile("|".join(words.calm)),
        tuple((one.name, re.compile("|".join(one.signs), re.IGNORECASE)) for one in words.kind),
    )


def suspect(content: Content) -> SecretKind | None:
    """The kind of secret that words, caption or file name suggest; ``None`` for nearly everything."""
    watch = _watch()
    for text in (content.text, content.file_name or ""):
        plain = watch.calm.sub("。", "".join(unicodedata.normalize("NFKC", text).split()))
        for name, signs in watch.kinds:
            if signs.search(plain):
                return name
    return None
