"""The list of sayings: each means one thing, and its legal words lead to the article beside them."""

import re
from collections import Counter
from datetime import date

import pytest

from knowledge.answers.library import Library
from knowledge.search.synonyms import SYNONYMS_FILE, Synonyms, load_synonyms

TODAY = date(2026, 11, 24)
TEXT = SYNONYMS_FILE.read_text(encoding="utf-8")
SAYINGS = re.findall(r"said: \[(.*?)\]", TEXT, re.DOTALL)
GROUPS = re.findall(r"law: \[(.*?)\]  # (\S+) (\d+)$", TEXT, re.DOTALL | re.MULTILINE)


def _listed(text: str) -> list[str]:
    return [word.strip().strip('"') for word in text.split(",")]


def test_a_saying_adds_its_legal_words_once_and_in_order() -> None:
    synonyms = Synonyms([(["白干"], ["工资", "克扣"]), (["加班"], ["延长工作时间", "工资"])])
    assert synonyms.legal_words("加班白干了") == ["工资", "克扣", "延长工作时间"]


def test_a_question_without_sayings_gets_no_legal_words() -> None:
    assert load_synonyms().legal_words("明天会不会下雨") == []


def test_every_group_names_the_article_that_answers() -> None:
    assert len(GROUPS) == len(SAYINGS) == TEXT.count("- said:")


def test_no_saying_stands_in_two_groups() -> None:
    counted = Counter(saying for said in SAYINGS for saying in _listed(said))
    assert [saying for saying, times in counted.items() if times > 1] == []


def test_a_saying_is_a_short_fragment_in_small_letters() -> None:
    said = [saying for said in SAYINGS for saying in _listed(said)]
    assert [s for s in said if not 2 <= len(s) <= 6 or s != s.lower()] == []


@pytest.mark.parametrize(
    ("said", "law", "article"),
    [
        ("包工头跑了，我们的血汗钱咋要", "劳动法", 50),
        ("袖子卷进皮带里，手被绞断了", "社会保险法", 36),
        ("无端端炒咗我，点算", "劳动合同法", 43),
        ("楼上往下扔东西，砸了我的车", "民法典", 1254),
        ("大肚婆仲要返夜班，怀孕夜班得唔得", "劳动法", 61),
        ("祖房到期，房东扣押金", "民法典", 703),
    ],
)
def test_workshop_talk_calls_for_the_words_of_the_article(
    library: Library, said: str, law: str, article: int
) -> None:
    words = "，".join(load_synonyms().legal_words(said))
    hits = library.search.search(words, TODAY, limit=10)
    assert (law, article) in {(hit.article.law, hit.article.number) for hit in hits}


def test_legal_words_lead_to_the_article_named_beside_them(library: Library) -> None:
    held = [(words, law, int(number)) for words, law, number in GROUPS if library.store.holds(law)]
    lost = []
    for words, law, number in held:
        hits = library.search.search("，".join(_listed(words)), TODAY, limit=10)
        if (law, number) not in {(hit.article.law, hit.article.number) for hit in hits}:
            lost.append(f"{law} {number}")
    assert len(lost) <= len(held) // 50, lost
