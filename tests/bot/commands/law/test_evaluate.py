"""``xinqiao evaluate``: files in, files out, measures beside what is right."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from knowledge.answers.library import Library
from knowledge.laws.texts.article import Article
from knowledge.laws.texts.store import LawStore
from tests.bot.commands.conftest import Terminal
from tests.read_once import READ_ONCE
from tests.statutes import statutes


@pytest.fixture(scope="module")
def library() -> Library:
    return statutes()


@pytest.fixture(autouse=True)
def read_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.commands.law.evaluate.open_library", lambda *_: library)
    for name in ("Lexicon", "load_triage", "load_same_matter"):
        monkeypatch.setattr(f"bot.commands.law.evaluate.{name}", READ_ONCE[f"knowledge.{name}"])


def lines(*values: Any) -> str:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def written(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_question_gets_up_to_ten_articles_best_first(terminal: Terminal) -> None:
    asked = terminal.file("in.jsonl", lines({"id": 7, "question": "加班费怎么算"}))
    assert terminal.types("evaluate", "search", asked, terminal.folder / "out.jsonl").exit_code == 0
    (line,) = written(terminal.folder / "out.jsonl")
    assert line["id"] == 7 and line["ms"] > 0 and 0 < len(line["hits"]) <= 10
    assert set(line["hits"][0]) == {"law", "article", "sub", "score"}
    scores = [hit["score"] for hit in line["hits"]]
    assert scores == sorted(scores, reverse=True)


def test_a_cited_article_comes_first_as_of_a_day(terminal: Terminal) -> None:
    asked = terminal.file("in.jsonl", lines({"id": "a", "question": "民法典1254"}))
    out = terminal.folder / "out.jsonl"
    terminal.types("evaluate", "search", asked, out, "--as-of", "2026-11-24")
    assert [(hit["law"], hit["article"], hit["sub"]) for hit in written(out)[0]["hits"]] == [
        ("民法典", 1254, None)
    ]
    assert terminal.types("evaluate", "search", asked, out, "--as-of", "soon").exit_code == 2


def test_citations_are_written_once_and_a_missing_law_is_null(terminal: Terminal) -> None:
    text = "民法典1254和《民法典》第1254条、第9999条"
    read = terminal.file("in.jsonl", lines({"id": "a", "text": text}, {"id": "b", "text": "第5条"}))
    out = terminal.folder / "out.jsonl"
    assert terminal.types("evaluate", "cite", read, out).exit_code == 0
    first, second = (line["citations"] for line in written(out))
    assert [(one["article"], one["exists"]) for one in first] == [(1254, True), (9999, False)]
    assert second == [{"law": None, "article": 5, "sub": None, "exists": False}]


def test_the_report_compares_with_gold_in_any_way_of_writing_it(terminal: Terminal) -> None:
    asked = terminal.file(
        "in.jsonl",
        lines(
            {
                "id": 1,
                "question": "民法典1254",
                "gold": [{"law": "中华人民共和国民法典", "article_no": "第一千二百五十四条"}],
            },
            {"id": 2, "question": "民法典1254", "gold": [{"law": "民法典", "article": 1}]},
            {"id": 3, "question": "明天天气怎么样", "gold": []},
            {"id": 4, "question": "加班费怎么算"},
        ),
    )
    told = json.loads(terminal.types("evaluate", "search", asked, terminal.folder / "o", "--json").stdout)
    assert (told["lines"], told["mrr"], told["hit1"], told["without_gold"], told["refused"]) == (
        2,
        0.5,
        0.5,
        1,
        1.0,
    )


def test_the_report_counts_right_and_invented_citations(terminal: Terminal) -> None:
    gold = {"law": "民法典", "article": 1254, "sub": None, "exists": True}
    texts = [
        {"id": 1, "text": "民法典1254", "expect": [gold]},
        {"id": 2, "text": "民法典1254", "expect": []},
        {"id": 3, "text": "民法典1254", "expect": [gold | {"exists": False}]},
    ]
    read = terminal.file("in.jsonl", lines(*texts))
    told = json.loads(terminal.types("evaluate", "cite", read, terminal.folder / "o", "--json").stdout)
    assert (told["invented"], told["exists_wrong"]) == (1, 1)
    assert told["right"] == told["inventing"] == pytest.approx(1 / 3)
    assert (
        "exists_wrong" in terminal.types("evaluate", "cite", read, terminal.folder / "o", "--report").stdout
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "not JSON in UTF-8"),
        (b"\xff", "not JSON in UTF-8"),
        ("[" * 100_000, "not JSON in UTF-8"),
        ("[1]", "not a JSON object"),
        ('{"question": "x"}', "no id"),
        ('{"id": 1}', "no question, or not a text"),
        ('{"id": 1, "question": 5}', "no question, or not a text"),
        ('{"id": 1, "question": "x", "gold": [{"law": "民法典"}]}', "gold.0.article: "),
        ('{"id": 1, "question": "x", "gold": 3}', "gold: "),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_written(terminal: Terminal, line: str | bytes, why: str) -> None:
    good = lines({"id": 0, "question": "加班"}).encode() + b"\n"
    asked = terminal.file("in.jsonl", good + (line if isinstance(line, bytes) else line.encode()))
    out = terminal.file("out.jsonl", "as it was")
    assert terminal.line("evaluate", "search", asked, out).startswith(f"{asked}:3: {why}")
    assert out.read_text() == "as it was"


def test_a_missing_file_and_a_place_that_cannot_be_written_are_one_line(terminal: Terminal) -> None:
    none = terminal.folder / "none.jsonl"
    assert terminal.line("evaluate", "cite", none, "o") == f"{none}: No such file or directory"
    read = terminal.file("in.jsonl", lines({"id": "a", "text": "第5条"}))
    assert "o: No such file" in terminal.line("evaluate", "cite", read, terminal.folder / "none" / "o")
    assert terminal.line("evaluate", "cite", read, terminal.folder) == f"{terminal.folder}: Is a directory"


def test_nothing_is_left_beside_the_result(terminal: Terminal) -> None:
    read = terminal.file("in.jsonl", json.dumps({"id": "\ud800", "text": "第5条"}))
    before = set(terminal.folder.iterdir())
    assert terminal.types("evaluate", "cite", read, terminal.folder / "out.jsonl").exit_code == 0
    assert set(terminal.folder.iterdir()) - before == {terminal.folder / "out.jsonl"}
    assert written(terminal.folder / "out.jsonl")[0]["id"] == "\ud800"


def test_vectors_that_are_not_there_are_said_to_be_missing(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XINQIAO_LAW__INDEX", str(terminal.folder / "index"))
    asked = terminal.file("in.jsonl", lines({"id": 1, "question": "加班"}))
    assert "laws index --vectors" in terminal.line("evaluate", "search", asked, "o", "--vectors")


class Near:
    """Vectors that always mean the first article of the Civil Code."""

    def __init__(self, store: LawStore) -> None:
        self._store = store

    def warm(self) -> bool:
        return True

    def nearest(self, *_asked: object) -> list[tuple[Article | None, float]]:
        return [(self._store.article("民法典", 1), 1.0)]


def test_vectors_bring_articles_in_where_neither_citation_nor_card_nor_scope_answers(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    near: Any = Near(statutes().store)
    library = replace(statutes(), meaning=near)
    knobs = library.search.settings.model_copy(update={"vector_weight": 1.0})
    monkeypatch.setattr(library.search, "settings", knobs)
    monkeypatch.setattr("bot.commands.law.evaluate.open_library", lambda *_: library)
    questions = ("邻居家的树枝伸进我家院子", "民法典1254", "明天天气怎么样", "加班费怎么算")
    asked = terminal.file("in.jsonl", lines(*({"id": q, "question": q} for q in questions)))
    out = terminal.folder / "out.jsonl"
    assert terminal.types("evaluate", "search", asked, out, "--vectors").exit_code == 0
    found = [[(hit["law"], hit["article"]) for hit in line["hits"]] for line in written(out)]
    assert ("民法典", 1) in found[0] and len(found[0]) == 10
    assert found[1:3] == [[("民法典", 1254)], []]
    assert ("民法典", 1) not in found[3]


def test_triage_writes_kind_and_up_to_three_categories(terminal: Terminal) -> None:
    texts = [
        {"id": 1, "text": "队长扣了我三个月奖金，一直不给说法"},
        {"id": 2, "text": "你好"},
        {"id": 3, "text": ""},
        {"id": 4, "text": "工资没发" * 1024},
    ]
    read = terminal.file("in.jsonl", lines(*texts))
    out = terminal.folder / "out.jsonl"
    assert terminal.types("evaluate", "triage", read, out).exit_code == 0
    first, second, *others = written(out)
    assert (first["id"], first["crisis"], first["kind"], first["categories"][0]) == (
        1,
        False,
        "concern",
        "WAGE",
    )
    assert (second["kind"], second["categories"]) == ("chitchat", ["MISC"])
    assert all(0 < len(line["categories"]) <= 3 for line in others)


def test_the_report_of_triage_counts_what_was_taken_for_what(terminal: Terminal) -> None:
    texts = [
        {"id": 1, "text": "扣了我三个月奖金", "kind": "concern", "categories": ["WAGE"]},
        {"id": 2, "text": "扣了我三个月奖金", "kind": "praise", "category": "HOUS"},
        {"id": 3, "text": "你好"},
    ]
    read = terminal.file("in.jsonl", lines(*texts))
    told = json.loads(terminal.types("evaluate", "triage", read, terminal.folder / "o", "--json").stdout)
    assert (told["lines"], told["with_categories"], told["first"], told["kind"]) == (3, 2, 0.5, 0.5)
    assert told["confused"] == {"praise > concern": 1}
    table = terminal.types("evaluate", "triage", read, terminal.folder / "o", "--report").stdout
    assert "within_three" in table


def test_triage_says_where_a_life_is_in_danger_and_the_report_counts_it(terminal: Terminal) -> None:
    texts = [
        {"id": 1, "text": "我真的不想活了", "expect": {"crisis": True}},
        {"id": 2, "text": "我就是全家的累赘", "expect": {"crisis": True}},
        {"id": 3, "text": "打死我也不去", "expect": {"crisis": False}},
    ]
    read, out = terminal.file("in.jsonl", lines(*texts)), terminal.folder / "out.jsonl"
    told = json.loads(terminal.types("evaluate", "triage", read, out, "--json").stdout)
    assert [(line["crisis"], line["crisis_sure"]) for line in written(out)] == [
        (True, True),
        (True, False),
        (False, False),
    ]
    assert (told["crisis_recall"], told["crisis_recall_sure"], told["crisis_false"]) == (1.0, 0.5, 0.0)


def test_a_label_that_cannot_be_read_is_one_line_and_nothing_is_written(terminal: Terminal) -> None:
    read = terminal.file("in.jsonl", lines({"id": 9, "text": "你好", "categories": "WAGE"}))
    out = terminal.file("out.jsonl", "as it was")
    assert "id=9" in terminal.line("evaluate", "triage", read, out)
    assert out.read_text() == "as it was"


def test_similar_writes_same_and_score_for_every_pair(terminal: Terminal) -> None:
    told = "五号楼我家厨房顶上一直滴水，楼上敲门没人应"
    pairs = [
        {"id": 1, "a": told, "b": told},
        {"id": 2, "a": told, "b": told.replace("五", "八")},
        {"id": 3, "a": "", "b": "😀" * 4096},
    ]
    read = terminal.file("in.jsonl", lines(*pairs))
    out = terminal.folder / "out.jsonl"
    assert terminal.types("evaluate", "similar", read, out).exit_code == 0
    assert [(line["id"], line["same"]) for line in written(out)] == [(1, True), (2, False), (3, False)]
    assert all(set(line) == {"id", "same", "score"} and 0 <= line["score"] <= 1 for line in written(out))


def test_the_report_of_similar_counts_what_was_missed_and_mistaken(terminal: Terminal) -> None:
    pairs = [
        {"id": 1, "a": "年假没休完", "b": "年假没休完", "same": True},
        {"id": 2, "a": "年假没休完", "b": "年假没休完", "same": False},
        {"id": 3, "a": "年假没休完", "b": "", "same": True},
        {"id": 4, "a": "年假没休完", "b": ""},
    ]
    read = terminal.file("in.jsonl", lines(*pairs))
    told = json.loads(terminal.types("evaluate", "similar", read, terminal.folder / "o", "--json").stdout)
    assert (told["lines"], told["precision"], told["recall"]) == (3, 0.5, 0.5)
    assert (told["missed"], told["mistaken"]) == (1, 1)
    table = terminal.types("evaluate", "similar", read, terminal.folder / "o", "--report").stdout
    assert "precision" in table


@pytest.mark.parametrize(
    ("pair", "why"),
    [
        ({"id": 9, "a": "你好"}, "no b, or not a text"),
        ({"id": 9, "a": "你好", "b": 5}, "no b, or not a text"),
        ({"id": 9, "b": "你好"}, "no a, or not a text"),
        ({"id": 9, "a": "你好", "b": "你好", "same": "yes"}, "id=9"),
    ],
)
def test_a_pair_that_cannot_be_read_is_one_line_and_nothing_is_written(
    terminal: Terminal, pair: dict[str, Any], why: str
) -> None:
    read = terminal.file("in.jsonl", lines(pair))
    out = terminal.file("out.jsonl", "as it was")
    assert why in terminal.line("evaluate", "similar", read, out)
    assert out.read_text() == "as it was"


def test_similar_with_vectors_says_where_there_is_no_model(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.commands.law.evaluate.open_model", lambda _: None)
    read = terminal.file("in.jsonl", lines({"id": 1, "a": "x", "b": "y"}))
    assert "xinqiao[vectors]" in terminal.line("evaluate", "similar", read, "o", "--vectors")
