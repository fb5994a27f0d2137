from pathlib import Path

import pytest

from knowledge.errors import BadData
from knowledge.laws.catalogue.catalogue import load_catalogue

LAW = '[[law]]\nshort = "{short}"\nofficial = "{official}"\n'


def test_the_catalogue_reads_and_knows_the_labour_set() -> None:
    shorts = {entry.short for entry in load_catalogue().law if entry.source}
    assert {"民法典", "劳动法", "劳动合同法", "劳动争议调解仲裁法", "社会保险法"} <= shorts


def test_one_name_for_two_laws_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.toml"
    path.write_text(LAW.format(short="甲法", official="同名法") + LAW.format(short="乙法", official="同名法"))
    with pytest.raises(BadData) as refused:
        load_catalogue(tmp_path)
    assert "同名法" in str(refused.value)


def test_an_unknown_key_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.toml"
    path.write_text(LAW.format(short="甲法", official="甲乙法") + 'in_forse = "2020-01-01"\n')
    with pytest.raises(BadData) as refused:
        load_catalogue(tmp_path)
    assert refused.value.facts["place"] == "law.0.in_forse"
    assert refused.value.facts["file"] == str(path)


def test_every_book_of_the_civil_code_begins_where_the_last_one_ends() -> None:
    books = next(entry.books for entry in load_catalogue().law if entry.short == "民法典")
    ends = [0, *(book.last for book in books)]
    assert [book.first for book in books] == [end + 1 for end in ends[:-1]]
    assert ends[-1] == 1260
