"""The files of plain-language records: what they must say, and where one that is wrong is wrong."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import BadData
from knowledge.laws.texts.article import Article
from knowledge.plain import PlainRecords, load_plain, read_records

HEAD = {"law": "劳动法", "part": "", "first": 44, "last": 45}
RECORD: dict[str, Any] = {
    "article": 44,
    "sub": None,
    "plain": "平时加班给一倍半，周末补不了休给两倍，过节给三倍，都是至少。",
    "asks": ["夜里抢修到天亮给几倍", "周末叫我来顶班不补休咋算", "过年值班三倍是真的吗", "加斑费怎么算"],
    "words": ["顶班", "抢修"],
    "see": [],
}


def written(folder: Path, *lines: object) -> Path:
    path = folder / "labour.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return path


def test_a_file_is_a_head_and_a_record_a_line(tmp_path: Path) -> None:
    head, (record,) = read_records(written(tmp_path, HEAD, RECORD))
    assert (head.law, record.label, len(record.asks)) == ("劳动法", "44", 4)


@pytest.mark.parametrize(
    "wrong",
    [
        RECORD | {"asks": ["一个", "两个"]},
        RECORD | {"status": "purpose", "reason": "没人问"},
        RECORD | {"asks": [], "status": "purpose"},
        RECORD | {"article": 0},
        RECORD | {"colour": "red"},
    ],
)
def test_a_record_that_is_wrong_is_told_with_its_line(tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(BadData) as refused:
        read_records(written(tmp_path, HEAD, RECORD, wrong))
    assert (refused.value.facts["file"], refused.value.facts["place"]) == ("labour.jsonl", "line 3")


def test_a_file_without_a_head_or_without_sense_is_refused(tmp_path: Path) -> None:
    for text in ("", "{not json"):
        path = tmp_path / "wrong.jsonl"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(BadData):
            read_records(path)


def test_records_of_a_named_text_show_beside_that_text_alone(tmp_path: Path) -> None:
    head, records = read_records(written(tmp_path, HEAD | {"passed": "2018-12-29"}, RECORD))
    plain = PlainRecords([(head, records)])
    now, later = (article_of("劳动法", 44, passed) for passed in (date(2018, 12, 29), date(2027, 1, 1)))
    assert plain.of(now) is records[0]
    assert plain.of(later) is None


def article_of(law: str, number: int, passed: date) -> Article:
    return Article(law, law, number, None, None, None, None, "内容", passed, None, "")


def test_every_committed_file_reads_and_no_article_stands_twice() -> None:
    plain = load_plain()
    assert len(plain) == sum(len(records) for _, records in plain.files)
    assert len(plain) > 2500
