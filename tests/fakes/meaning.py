"""A model of meaning that knows four words, and a small store of articles about them."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from knowledge.laws.catalogue.catalogue import LawEntry, Level
from knowledge.laws.texts.article import Article
from knowledge.laws.texts.store import LawStore
from knowledge.search.vectors import SIZE

SUBJECTS = ("工资", "休息", "培训", "年假")


class Counted:
    """A model that knows four words, one direction each; counts what it was given."""

    def __init__(self) -> None:
        self.read = 0

    def passage(self, texts: list[str]) -> NDArray[np.float32]:
        self.read += len(texts)
        return np.stack([self.query(text) for text in texts])

    def query(self, texts: str) -> NDArray[np.float32]:
        vector = np.zeros(SIZE, dtype=np.float32)
        vector[: len(SUBJECTS)] = [subject in texts for subject in SUBJECTS]
        vector[-1] = 0.1
        return vector / np.linalg.norm(vector)


def an_article(number: int, text: str, law: str = "甲法", in_force: date = date(2020, 1, 1)) -> Article:
    return Article(law, law, number, None, None, None, None, text, None, in_force, "test")


def a_store(*more: Article) -> LawStore:
    entries = [
        LawEntry(short="甲法", official="甲法"),
        LawEntry(short="厂规", official="厂规", level=Level.COMPANY),
    ]
    return LawStore(entries, [*(an_article(n, f"说{s}的事") for n, s in enumerate(SUBJECTS, 1)), *more])
