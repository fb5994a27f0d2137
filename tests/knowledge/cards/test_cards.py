"""Policy cards: a slip in a file is told with its place, and a card is shown only while its basis governs."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.cards import Card, CardCollection, DocumentRef, Problem, Reference, load_cards, read_card
from knowledge.errors import BadData
from knowledge.laws.texts.store import LawStore

TODAY = date(2026, 11, 24)
CARD = """---
title: 加班费怎么算
category: WAGE
also: [POST]
questions:
  - 加班费咋算
  - 周末加班给几倍
  - 过节上班给多少
  - 加班不给钱咋办
  - 我儿子加班有钱吗
basis: [劳动法 44]
see: [劳动合同法 31]
checked: 2026-11-24
until: 2027-11-24
owner: policy
limits: [arbitration]
door: {zh: 先找工会, en: "Your union first"}
hotlines: ["12333"]
en: "Overtime is paid at 150% under Article 44."
---
按《劳动法》第44条，加班按150%给。

节日按300%给。
"""


def _card(folder: Path, text: str = CARD, name: str = "overtime-pay") -> Path:
    file = folder / f"{name}.md"
    file.write_text(text, encoding="utf-8")
    return file


def _cards(folder: Path, store: LawStore, basis: str) -> CardCollection:
    card = CARD.replace("basis: [劳动法 44]", f"basis: [{basis}]").replace("《劳动法》第44条", "规定")
    _card(folder, card.replace("under Article 44", "at least"))
    return CardCollection(load_cards(folder), store)


def _problems(cards: CardCollection, day: date) -> list[tuple[Problem, str]]:
    return [(finding.problem, finding.detail) for finding in cards.findings(day)]


def test_a_card_comes_with_its_paragraphs_and_its_articles(tmp_path: Path) -> None:
    card = read_card(_card(tmp_path))
    assert (card.key, card.title, len(card.answer)) == ("overtime-pay", "加班费怎么算", 2)
    assert card.basis == (Reference(law="劳动法", article=44),)
    assert [str(one) for one in card.references] == ["劳动法 44", "劳动合同法 31"]


def test_inserted_articles_and_documents_can_be_a_basis(tmp_path: Path) -> None:
    text = CARD.replace("basis: [劳动法 44]", "basis: [刑法 133之1, document: monthly-days-2025]")
    card = read_card(_card(tmp_path, text))
    assert card.basis == (Reference(law="刑法", article=133, sub=1), DocumentRef(key="monthly-days-2025"))
    assert [one.label for one in card.references[:1]] == ["第一百三十三条之一"]


@pytest.mark.parametrize(
    ("written", "instead", "place"),
    [
        ("category: WAGE", "category: PAYS", "category"),
        ("also: [POST]", "also: [PAYS]", "also"),
        ("also: [POST]", "also: [WAGE]", "also"),
        ("limits: [arbitration]", "limits: [never]", "limits"),
        ('hotlines: ["12333"]', 'hotlines: ["12315"]', "hotlines"),
        ("basis: [劳动法 44]", "basis: [劳动法 44, document: unknown]", "basis"),
        ("basis: [劳动法 44]", "basis: [劳动法 44, 工钱法 1]", "basis"),
        ("basis: [劳动法 44]", "basis: [劳动法第44条]", "basis"),
        ("basis: [劳动法 44]", "basis: [劳动法 45]", "answer"),
        ("《劳动法》第44条", "《劳动法》第四十四、四十五条", "answer"),
        ("《劳动法》第44条", "《劳动合同法》第44条", "answer"),
        ("《劳动法》第44条", "《劳动法》第44条之一", "answer"),
        ("《劳动法》第44条", "《工钱规定》第44条", "answer"),
        ("under Article 44", "under Articles 44 and 45", "en"),
        ("先找工会", "先找工会，按第82条", "door.zh"),
        ("节日按300%给", "节日按300%给，有事打12333", "answer"),
        ("节日按300%给", "节日按300%给，电话010-12345678", "answer"),
        ("owner: policy", "owner: boss", "owner"),
        ("owner: policy", "owner: policy\ncalculator: tax", "calculator"),
        ("owner: policy", "owner: policy\ncolour: red", "colour"),
        ("owner: policy", "owner: policy\nkey: other", "key"),
        ("owner: policy", "owner: policy\nfigures_from_document: [20.67天]", "figures_from_document"),
        ("checked: 2026-11-24", "checked: yesterday", "checked"),
        ("until: 2027-11-24", "until: 2026-11-23", "before checked"),
        ("  - 周末加班给几倍\n", "", "questions"),
        ("周末加班给几倍", "加班费咋算", "questions says the same thing twice"),
        ("title: 加班费怎么算", f"title: {'加' * 21}", "title"),
        ("按《劳动法》第44条，加班按150%给。\n\n节日按300%给。", "", "empty"),
        ("---\ntitle", "title", "fields"),
        ("title: 加班费怎么算", "title: [", ""),
    ],
)
def test_a_slip_is_told_with_its_file_and_place(
    tmp_path: Path, written: str, instead: str, place: str
) -> None:
    assert written in CARD
    _card(tmp_path, CARD.replace(written, instead))
    with pytest.raises(BadData) as told:
        load_cards(tmp_path)
    assert place in f"{told.value.facts['place']} {told.value.facts['problem']}"
    assert "overtime-pay.md" in str(told.value.facts["file"])


def test_two_cards_cannot_answer_the_same_question(tmp_path: Path) -> None:
    _card(tmp_path)
    _card(tmp_path, CARD.replace("加班费咋算", "加班费 咋算？").replace("给", "发"), "second")
    with pytest.raises(BadData, match="加班费") as told:
        load_cards(tmp_path)
    assert (told.value.facts["place"], "overtime-pay" in str(told.value)) == ("questions", True)


@pytest.mark.parametrize("text", ["加班120小时", "第110条", "最多119天", "罚款12345元", "比例12.2"])
def test_amounts_are_not_taken_for_telephone_numbers(tmp_path: Path, text: str) -> None:
    _card(tmp_path, CARD.replace("节日按300%给", text).replace("劳动法 44]", "劳动法 44, 劳动法 110]"))
    with_number: tuple[Card, ...] = load_cards(tmp_path)
    assert with_number[0].answer[-1].startswith(text[:2])


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        (date(2026, 11, 23), Problem.NOT_YET),
        (date(2026, 11, 24), None),
        (date(2027, 11, 24), None),
        (date(2027, 11, 25), Problem.EXPIRED),
    ],
)
def test_a_card_holds_between_its_dates(
    tmp_path: Path, store: LawStore, day: date, problem: Problem | None
) -> None:
    cards = _cards(tmp_path, store, "劳动法 44")
    assert [found for found, _ in _problems(cards, day)] == ([problem] if problem else [])
    assert bool(cards.valid(day)) is (problem is None)


def test_a_card_waits_until_its_law_is_in_force(tmp_path: Path, store: LawStore) -> None:
    cards = _cards(tmp_path, store, "医疗保障法 3")
    assert _problems(cards, TODAY) == [(Problem.BASIS_NOT_IN_FORCE, "医疗保障法 3")]
    assert cards.valid(TODAY) == () and cards.valid(date(2027, 1, 1)) == cards.cards


def test_a_law_passed_after_the_card_was_checked_ends_it(tmp_path: Path, store: LawStore) -> None:
    _card(tmp_path, CARD.replace("checked: 2026-11-24", "checked: 2018-12-28"))
    cards = CardCollection(load_cards(tmp_path), store)
    assert _problems(cards, TODAY) == [(Problem.EXPIRED, "劳动法 44 passed 2018-12-29")]


@pytest.mark.parametrize("missing", ["劳动法 999", "工伤保险条例 17"])
def test_a_card_without_its_article_is_not_shown(tmp_path: Path, store: LawStore, missing: str) -> None:
    cards = _cards(tmp_path, store, f"劳动法 44, {missing}")
    assert _problems(cards, TODAY) == [(Problem.BASIS_MISSING, missing)]
    assert cards.valid(TODAY) == ()


def test_a_document_that_is_due_for_a_check_carries_no_card(tmp_path: Path, store: LawStore) -> None:
    cards = _cards(tmp_path, store, "document: monthly-days-2025")
    assert cards.valid(TODAY) == cards.cards
    assert _problems(cards, date(2027, 5, 24)) == [(Problem.EXPIRED, "monthly-days-2025")]


def test_further_reading_is_shown_only_when_it_is_stored(tmp_path: Path, store: LawStore) -> None:
    _card(tmp_path, CARD.replace("see: [劳动合同法 31]", "see: [劳动合同法 999, 劳动合同法 31]"))
    cards = CardCollection(load_cards(tmp_path), store)
    card = cards.get("overtime-pay")
    assert card and cards.holds(card, TODAY) and cards.get("never") is None
    assert [article.number for article in cards.readable(card, TODAY)] == [44, 31]
