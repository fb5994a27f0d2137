"""Workshop words and the legal words that stand for them."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, RootModel

from knowledge.datafile import read_checked

SYNONYMS_FILE = Path(__file__).with_name("synonyms.yaml")


class _Pair(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    said: tuple[str, ...] = Field(min_length=1)
    law: tuple[str, ...] = Field(min_length=1)


class _File(RootModel[tuple[_Pair, ...]]):
    """The whole file."""


class Synonyms:
    """Says which legal words a question calls for. Immutable."""

    def __init__(self, pairs: Iterable[tuple[Iterable[str], Iterable[str]]] = ()) -> None:
        self._pairs = tuple((tuple(said), tuple(law)) for said, law in pairs)

    def legal_words(self, question: str) -> list[str]:
        """Legal words for every saying in `question`, each once, in the order of the file."""
        found = (word for said, law in self._pairs if any(s in question for s in said) for word in law)
        return list(dict.fromkeys(found))


def load_synonyms(path: Path = SYNONYMS_FILE) -> Synonyms:
    """The project's list. Raises BadData with file and place."""
    return Synonyms((pair.said, pair.law) for pair in read_checked(path, _File).root)
