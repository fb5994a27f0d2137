from pathlib import Path

import pytest

from knowledge.laws.reading import BadLawFile, read_law
from tests.knowledge.laws.reading.papers import text_rule


def read(folder: Path, *articles: str) -> list[tuple[int, int | None]]:
    path = folder / "rule.txt"
    path.write_text(text_rule(*articles), encoding="utf-8")
    return [(article.number, article.sub) for article in read_law(path).articles]


def test_a_missing_number_is_told_with_its_neighbours(tmp_path: Path) -> None:
    with pytest.raises(BadLawFile) as caught:
        read(tmp_path, "第十二条 甲。", "第十四条 乙。")
    assert caught.value.problem == "gap"
    assert caught.value.facts["place"] == "第12条之后是第14条"
    assert caught.value.facts["at"] == "line 3"


def test_a_number_may_not_come_twice(tmp_path: Path) -> None:
    with pytest.raises(BadLawFile) as caught:
        read(tmp_path, "第一条 甲。", "第二条 乙。", "第二条 丙。")
    assert (caught.value.problem, caught.value.facts["place"]) == ("twice", "第2条")


def test_inserted_articles_follow_their_number(tmp_path: Path) -> None:
    found = read(tmp_path, "第一条 甲。", "第一条之一 乙。", "第一条之二 丙。", "第二条 丁。")
    assert found == [(1, None), (1, 1), (1, 2), (2, None)]


def test_an_inserted_article_may_not_be_missing(tmp_path: Path) -> None:
    with pytest.raises(BadLawFile) as caught:
        read(tmp_path, "第一条 甲。", "第一条之二 乙。")
    assert caught.value.facts["place"] == "第1条之后是第1条之2"


def test_a_sentence_that_a_page_broke_before_a_number_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "rule.txt"
    path.write_text(text_rule("第一条 有事的，按照", "第八条办理就好。", "第二条 乙。"), encoding="utf-8")
    law = read_law(path)
    assert law.articles[0].text == "有事的，按照第八条办理就好。"
    assert len(law.articles) == 2


def test_an_article_without_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadLawFile) as caught:
        read(tmp_path, "第一条 甲。", "第二条", "第三条 丙。")
    assert (caught.value.problem, caught.value.facts["place"]) == ("empty_article", "第2条")


def test_no_article_at_all_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadLawFile) as caught:
        read(tmp_path, "今天食堂有饺子。", "本规则第五条写得清楚。")
    assert caught.value.problem == "no_articles"


def test_a_text_that_starts_later_is_a_part(tmp_path: Path) -> None:
    path = tmp_path / "rule.txt"
    path.write_text(text_rule("第三条 甲。", "第四条 乙。"), encoding="utf-8")
    assert read_law(path).part == "第三条至第四条"
