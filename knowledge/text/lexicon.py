"""Cuts Chinese text into words with a jieba tokenizer of its own: quiet, no files in the temp folder."""

import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any


class Lexicon:
    """Words of a text. `warm()` loads the dictionary (about half a second, some 100 MB) and is done once.

    With `cache_dir` the loaded dictionary is kept there and the next start is quicker; without it nothing is
    written to disk.
    """

    def __init__(self, extra_words: Iterable[str] = (), cache_dir: Path | None = None) -> None:
        self._extra = tuple(extra_words)
        self._cache_dir = cache_dir
        self._tokenizer: Any = None

    def warm(self) -> "Lexicon":
        """Loads the dictionary now. Calling it again costs nothing."""
        if self._tokenizer is None:
            tokenizer = _quiet_tokenizer(self._cache_dir)
            for word in self._extra:
                tokenizer.add_word(word)
            self._tokenizer = tokenizer
        return self

    def words(self, text: str) -> list[str]:
        """The words of `text` in order; together they are the text."""
        found: list[str] = self.warm()._tokenizer.lcut(text, HMM=False)
        return found

    def knows(self, word: str) -> bool:
        """Whether `word` is in the dictionary."""
        return bool(self.warm()._tokenizer.FREQ.get(word))


def _quiet_tokenizer(cache_dir: Path | None) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel("ERROR")
    tokenizer = jieba.Tokenizer()
    if cache_dir is not None:
        cache_dir.mkdir(parents=True, exist_ok=True)
        tokenizer.tmp_dir = str(cache_dir)
        tokenizer.initialize()
    else:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
        tokenizer.initialized = True
    return tokenizer
