from pathlib import Path

from knowledge.laws.reading import ReadLaw, read_law


def read(folder: Path, *lines: str, name: str = "rule.md") -> ReadLaw:
    path = folder / name
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return read_law(path)


def test_the_contents_are_not_the_text(tmp_path: Path) -> None:
    law = read(
        tmp_path, "甲公司守则", "目　录", "第一章 总则……1", "第二章 上班……2", "第一章 总则", "第一条 甲。",
        "第二章 上班", "第二条 乙。", name="rule.txt",
    )  # fmt: skip
    assert [article.chapter for article in law.articles] == ["第一章 总则", "第二章 上班"]
    assert law.preamble == ""


def test_a_new_book_closes_chapter_and_section(tmp_path: Path) -> None:
    law = read(
        tmp_path, "# 某某法", "## 第一编 总则", "### 第一章 起", "#### 第一节 头", "第一条 甲。",
        "## 第二编 分则", "第二条 乙。", "## 附则", "第三条 丙。",
    )  # fmt: skip
    places = [(article.book, article.chapter, article.section) for article in law.articles]
    assert places[0] == ("第一编 总则", "第一章 起", "第一节 头")
    assert places[1:] == [("第二编 分则", None, None), ("附则", None, None)]


def test_a_second_heading_as_high_as_the_title_names_the_part(tmp_path: Path) -> None:
    law = read(tmp_path, "# 某某法典", "# 合同编", "## 第一分编 通则", "第四百条 甲。")
    assert (law.title, law.part) == ("某某法典", "合同编")
    assert law.articles[0].book == "合同编 第一分编 通则"


def test_chinese_points_are_chapters_before_an_article_only(tmp_path: Path) -> None:
    law = read(
        tmp_path, "甲解释", "一、起头", "第一条 两件事：", "一、喝水", "二、吃饭", "二、收尾",
        "第二条 乙。", name="a.txt",
    )  # fmt: skip
    assert [article.chapter for article in law.articles] == ["一、起头", "二、收尾"]
    assert law.articles[0].text == "两件事：\n一、喝水\n二、吃饭"


def test_an_annex_may_have_articles_of_its_own(tmp_path: Path) -> None:
    law = read(
        tmp_path, "# 甲办法", "第一条 甲。", "第二条 乙。", "附件1 合同样本", "第一条 双方。", "附件2", "表"
    )
    assert len(law.articles) == 2
    assert law.annexes == ("附件1 合同样本\n第一条 双方。", "附件2\n表")


def test_a_signature_is_not_part_of_the_last_article(tmp_path: Path) -> None:
    law = read(tmp_path, "# 甲办法", "第一条 甲。", "甲公司综合部", "二〇二四年五月六日")
    assert law.articles[0].text == "甲。"
    assert str(law.passed) == "2024-05-06"


def test_whitespace_and_zero_width_characters_go_and_quotes_stay(tmp_path: Path) -> None:
    law = read(tmp_path, "# 甲　办 法", "第一条　为了 \u200b “安 心” 用 OA system 请假。")
    assert law.title == "甲办法"
    assert law.articles[0].text == "为了“安心”用 OA system 请假。"


def test_items_glued_to_a_colon_get_lines_of_their_own(tmp_path: Path) -> None:
    law = read(tmp_path, "# 甲办法", "第一条 要有：（一）单子；（二）签名。按第（一）项来。")
    assert law.articles[0].text == "要有：\n（一）单子；\n（二）签名。按第（一）项来。"


def test_a_title_of_two_lines_is_one_title(tmp_path: Path) -> None:
    law = read(tmp_path, "青石泵业有限公司", "职工请假办法（试行）", "第一条 甲。", name="x.txt")
    assert law.title == "青石泵业有限公司职工请假办法（试行）"


def test_without_a_title_the_file_name_is_the_title(tmp_path: Path) -> None:
    law = read(tmp_path, "第一条 甲。", name="请假 办法（2024-05-06）.txt")
    assert (law.title, str(law.passed)) == ("请假办法", "2024-05-06")


def test_a_bracketed_point_before_an_article_is_a_section(tmp_path: Path) -> None:
    law = read(
        tmp_path, "甲解释", "一、起头", "（一）先说的", "第一条 两件事：", "（一）喝水；", "（二）吃饭",
        "（二）后说的", "第二条 乙。", name="a.txt",
    )  # fmt: skip
    assert [(article.chapter, article.section) for article in law.articles] == [
        ("一、起头", "（一）先说的"),
        ("一、起头", "（二）后说的"),
    ]
    assert law.articles[0].text == "两件事：\n（一）喝水；\n（二）吃饭"
    assert law.preamble == ""
