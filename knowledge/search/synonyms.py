"""Workshop words and the legal words that stand for them."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import Field, RootModel

from knowledge.datafile import Checked, read_checked

SYNONYMS_FILE = Path(__file__).with_name("synonyms.yaml")


class _Pair(Checked):
    said: tuple[str, ...] = Field(min_length=1)
    law: tuple[str, ...] = Field(min_length=1)


class _File(RootModel[tuple[_Pair, ...]]):
    """The whole file."""


class Synonyms:
    """Says which legal words a question calls for. Immutable."""

    def __init__(self, pairs: Iterable[tuple[Iterable[str], Iterable[str]]] = ()) -> None:
        self._laws: list[tuple[str, ...]] = []
        self._said: dict[str, list[int]] = {}
        for place, (said, law) in enumerate(pairs):
            self._laws.append(tuple(law))
            for saying in said:
                self._said.setdefault(saying, []).append(place)
        self._lengths = sorted({len(saying) for saying in self._said})

    def legal_words(self, question: str) -> list[str]:
        """Legal words for every saying in `question`, each once, in the order of the file."""
        pieces = (
            question[at : at + size] for size in self._lengths for at in range(len(question) - size + 1)
        )
        places = sorted({place for piece in pieces for place in self._said.get(piece, ())})
        return list(dict.fromkeys(word for place in places for word in self._laws[place]))


def load_synonyms(path: Path = SYNONYMS_FILE) -> Synonyms:
    """The project's list. Raises BadData with file and place."""
    return Synonyms((pair.said, pair.law) for pair in read_checked(path, _File).root)
