"""What is quick must find what the slow and plain way finds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.bm25 import TokenField
from knowledge.search.index import LineField
from knowledge.search.synonyms import Synonyms
from knowledge.search.word_search import ArticleSearch

LETTERS = "甲乙丙丁"


@given(st.lists(st.lists(st.text(LETTERS, max_size=4), max_size=3), max_size=8), st.text(LETTERS, max_size=3))
def test_an_article_scores_as_its_best_line_does(articles: list[list[str]], asked: str) -> None:
    owned = [(owner, line) for owner, lines in enumerate(articles) for line in lines]
    field = TokenField.build([list(line) for _, line in owned], 1.2, 0.35)
    owners = np.array([owner for owner, _ in owned], dtype=np.int32)
    scores = field.scores(list(asked))
    best = [
        max((scores[at] for at, (o, _) in enumerate(owned) if o == n), default=0.0)
        for n in range(len(articles))
    ]
    assert LineField.of(field, owners, len(articles)).scores(list(asked)).tolist() == best


@given(st.integers(1, 900), st.integers(1, 300), st.integers(0, 2**32))
def test_the_best_come_first_and_of_equals_the_earlier(articles: int, scores: int, seed: int) -> None:
    ranked = np.random.default_rng(seed).integers(0, scores, articles).astype(np.float32)
    assert list(ArticleSearch.best_places(ranked)) == sorted(range(articles), key=lambda at: -ranked[at])


def test_legal_words_come_in_the_order_of_the_file_also_where_sayings_overlap() -> None:
    synonyms = Synonyms([(["押金"], ["定金"]), (["工资", "押"], ["报酬"]), (["押金条"], ["收据", "定金"])])
    assert synonyms.legal_words("工资和押金条") == ["定金", "报酬", "收据"]
    assert synonyms.legal_words("没事") == Synonyms().legal_words("押金") == []
