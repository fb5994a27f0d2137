import re
from collections import Counter
from datetime import date

import pytest

from knowledge.laws.catalogue.catalogue import load_catalogue
from knowledge.laws.texts.article import Range, Validity
from knowledge.laws.texts.source_package import PackageSource, find_laws_db
from knowledge.laws.texts.store import LawStore, build_store

TODAY = date(2026, 11, 24)


def test_the_civil_code_is_complete(store: LawStore) -> None:
    numbers = [article.number for article in store.articles if article.law == "民法典"]
    assert numbers == list(range(1, 1261))
    assert store.range("民法典") == Range(1, 1260)


@pytest.mark.parametrize("number", [204, 239, 322, 385, 457, 462, 594, 978, 988, 1039, 1118, 1163, 1258])
def test_headings_glued_to_the_ends_of_articles_are_gone(store: LawStore, number: int) -> None:
    article = store.article("民法典", number)
    assert article and article.text.endswith("。")
    assert "编" not in article.text.split("\n")[-1]


def test_every_text_has_as_many_articles_as_the_catalogue_promises(store: LawStore) -> None:
    held = Counter((article.law, article.passed) for article in store.articles)
    promised = {
        (e.short, t.passed): t.articles for e in store.laws for t in e.texts() if t.source == "laws.db"
    }
    assert held == promised


def test_no_article_ends_with_a_heading_or_an_annex(store: LawStore) -> None:
    last_lines = [(article.key, article.text.split("\n")[-1]) for article in store.articles]
    leaks = [key for key, line in last_lines if line.startswith(("附", "第")) and line[-1] not in "。；：）"]
    assert leaks == []


def test_inserted_articles_have_a_key_of_their_own(store: LawStore) -> None:
    plain, first = store.article("刑法", 133), store.article("刑法", 133, 1)
    assert plain and first and plain.text != first.text
    assert first.label == "第一百三十三条之一"
    assert store.next(plain) == first and store.previous(first) == plain


def test_books_come_from_ranges_and_the_last_articles_are_supplementary(store: LawStore) -> None:
    places = [
        (article.book, article.chapter) for n in (680, 1254, 1259) if (article := store.article("民法典", n))
    ]
    assert places[0] == ("第三编 合同", "第十二章 借款合同")
    assert places[1] == ("第七编 侵权责任", "第十章 建筑物和物件损害责任")
    assert places[2] == ("附则", None)


def test_a_law_that_is_not_yet_in_force_is_future_until_its_day(store: LawStore) -> None:
    article = store.article("医疗保障法", 1)
    assert article
    assert article.validity(date(2026, 12, 31)) is Validity.FUTURE
    assert article.validity(date(2027, 1, 1)) is Validity.CURRENT


def test_articles_that_a_later_amendment_changed_are_outdated(store: LawStore) -> None:
    article = store.article("刑法", 165)
    assert article and article.validity(TODAY) is Validity.OUTDATED


def test_the_source_s_own_in_force_date_is_not_believed(store: LawStore) -> None:
    article = store.article("网络安全法", 1)
    assert article and article.in_force == date(2026, 1, 1)


def test_items_stay_with_their_paragraph(store: LawStore) -> None:
    article = store.article("劳动合同法", 38)
    assert article and len(article.paragraphs) == 2
    assert "（三）未依法为劳动者缴纳社会保险费的" in article.paragraphs[0]


def test_a_text_with_fewer_articles_than_promised_is_left_out() -> None:
    catalogue = load_catalogue()
    wrong = catalogue.law[0].model_copy(update={"articles": 1261})
    store = build_store(catalogue.model_copy(update={"law": (wrong,)}), PackageSource(find_laws_db()))
    assert not store.holds("民法典")
    assert store.law_validity("民法典", TODAY) is Validity.NOT_LOADED


def test_the_old_text_governs_until_the_new_one_is_in_force(store: LawStore) -> None:
    before, after = date(2026, 12, 31), date(2027, 1, 1)
    old, new = store.article("商标法", 30, as_of=before), store.article("商标法", 30, as_of=after)
    assert old and new and (old.passed, new.passed) == (date(2019, 4, 23), date(2026, 6, 26))
    assert old.validity(before) is Validity.CURRENT and old.validity(after) is Validity.OUTDATED
    assert new.validity(before) is Validity.FUTURE


def test_articles_lost_in_the_source_are_not_shown(store: LawStore) -> None:
    assert [store.article("生态环境法典", number) for number in (1119, 1120, 1200, 1201)] == [None] * 4
    assert store.article("生态环境法典", 1118)


def test_stray_spaces_and_torn_lines_are_mended(store: LawStore) -> None:
    code = [article.text for article in store.articles if article.law == "生态环境法典"]
    assert not [text for text in code if re.search(r"[\u4e00-\u9fff，。] +[\u4e00-\u9fff]", text)]


def test_a_repealed_law_is_never_current(store: LawStore) -> None:
    article = store.article("环境保护法", 1)
    assert article and article.validity(TODAY) is Validity.REPEALED
