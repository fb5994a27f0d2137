from knowledge.laws.reading.formats.markdown import read_markdown


def texts(source: str) -> list[str]:
    return [line.text for line in read_markdown(source)]


def test_marks_of_markdown_are_not_text() -> None:
    source = "---\na: b\n---\n**第一条** 甲\n> - 乙\n[丙](x)\\.\n![图](y)\n***\n丁&nbsp;<br>"
    assert [text.replace("\xa0", "") for text in texts(source)] == ["第一条 甲", "乙", "丙.", "丁"]


def test_a_comment_is_dropped_and_lines_keep_their_numbers() -> None:
    lines = read_markdown("<!-- one\ntwo -->\n\n## 第一章 总则\n甲")
    assert [(line.text, line.heading_level, line.place) for line in lines] == [
        ("第一章 总则", 2, "line 4"),
        ("甲", None, "line 5"),
    ]


def test_a_table_row_is_cells_joined_by_tabs() -> None:
    assert texts("| 甲 | 乙 |\n| --- | :-: |\n| 丙 | 丁 |") == ["甲\t乙", "丙\t丁"]
