import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from knowledge.laws.reading import BadLawFile, ReadLaw, law_files, read_law

LAWS = Path(__file__).resolve().parents[5] / "shared" / "laws"
pytestmark = pytest.mark.skipif(not LAWS.is_dir(), reason="the folder of official texts is not here")
NOTICE = "关于职工全年月平均工作时间和工资折算问题的通知(2009-03-29).md"


def find(name: str) -> Path:
    return next(path for path in law_files([LAWS]) if path.name.startswith(name))


def read(name: str) -> ReadLaw:
    return read_law(find(name))


def test_every_official_text_is_read_but_the_notice() -> None:
    failed = []
    for path in law_files([LAWS]):
        try:
            read_law(path)
        except BadLawFile as wrong:
            failed.append((path.name, wrong.problem))
    assert failed == [(NOTICE, "no_articles")]


@pytest.mark.parametrize(
    ("name", "articles"),
    [
        ("刑法", 505),
        ("信访工作条例", 50),
        ("信访条例", 51),
        ("工伤保险条例", 67),
        ("职工带薪年休假条例", 10),
        ("企业职工带薪年休假实施办法", 19),
        ("女职工劳动保护特别规定", 16),
        ("劳动合同法实施条例", 38),
        ("劳动保障监察条例", 36),
        ("住房公积金管理条例", 47),
        ("失业保险条例", 33),
        ("工资支付暂行规定", 20),
        ("国务院关于职工工作时间的规定", 9),
        ("全国年节及纪念日放假办法(2024", 8),
        ("国有企业富余职工安置规定", 18),
        ("国有企业管理人员处分条例", 52),
        ("退役军人安置条例", 93),
        ("保障农民工工资支付条例", 64),
        ("社会保险经办条例", 63),
        ("物业管理条例", 67),
        ("生产安全事故报告和调查处理条例", 46),
        ("最高人民法院关于审理劳动争议案件", 54),
        ("最高人民法院关于审理民间借贷", 31),
        ("最高人民法院关于适用《民法典》婚姻家庭编的解释（一）", 91),
        ("最高人民法院关于适用《民法典》婚姻家庭编的解释（二）", 23),
        ("最高人民法院关于适用《民法典》继承编", 45),
        ("最高人民法院关于适用《民法典》侵权责任编", 26),
    ],
)
def test_a_text_has_the_articles_that_were_counted(name: str, articles: int) -> None:
    assert len(read(name).articles) == articles


def test_the_civil_code_is_whole_over_its_eight_files() -> None:
    parts = [read_law(path) for path in law_files([LAWS / "民法典"])]
    numbers = sorted(article.number for part in parts for article in part.articles)
    assert numbers == list(range(1, 1261))
    assert {part.title for part in parts} == {"中华人民共和国民法典"}
    assert all(part.part and (part.articles[0].book or "").startswith(part.part) for part in parts)


def test_inserted_articles_of_the_criminal_law_have_their_place() -> None:
    law = read("刑法")
    found = {(article.number, article.sub): article for article in law.articles}
    inserted = found[133, 2]
    assert (inserted.book, inserted.chapter) == ("第二编 分则", "第二章 危害公共安全罪")
    assert found[452, None].book == "附则"
    assert [annex.split("\n")[0][:3] for annex in law.annexes[1:]] == ["附件一", "附件二"]


def test_the_list_of_work_closed_to_women_is_an_annex() -> None:
    law = read("女职工劳动保护特别规定")
    assert len(law.annexes) == 1 and law.annexes[0].startswith("附录：\n")
    assert len(re.findall(r"^[一二三四]、", law.annexes[0], re.MULTILINE)) == 4


@pytest.mark.parametrize(
    ("name", "passed", "in_force"),
    [
        ("信访工作条例", date(2022, 2, 25), date(2022, 5, 1)),
        ("工伤保险条例", date(2010, 12, 20), None),
        ("女职工劳动保护特别规定", date(2012, 4, 28), date(2012, 4, 28)),
        ("工资支付暂行规定", date(1994, 12, 6), date(1995, 1, 1)),
        ("国有企业管理人员处分条例", date(2024, 5, 21), date(2024, 9, 1)),
        ("刑法", date(2023, 12, 29), None),
        ("最高人民法院关于审理劳动争议案件", date(2020, 12, 29), date(2021, 1, 1)),
    ],
)
def test_the_days_are_those_of_the_current_text(name: str, passed: date, in_force: date | None) -> None:
    law = read(name)
    assert (law.passed, law.in_force) == (passed, in_force)


def test_points_of_an_interpretation_are_its_chapters() -> None:
    law = read("最高人民法院关于适用《民法典》婚姻家庭编的解释（一）")
    assert law.articles[0].chapter == "一、一般规定"
    assert law.articles[-1].chapter == "六、附则"


def test_a_real_text_reads_the_same_from_word(tmp_path: Path) -> None:
    source = find("工伤保险条例")
    document = Document()
    for line in source.read_text(encoding="utf-8").splitlines():
        marks, _, heading = line.partition(" ")
        if re.fullmatch("#+", marks):
            document.add_heading(heading, len(marks) - 1)
        elif line.strip() and not line.startswith("<!--"):
            document.add_paragraph(line)
    path = tmp_path / f"{source.stem}.docx"
    document.save(str(path))
    assert read_law(path).articles == read_law(source).articles
    assert read_law(path).passed == read_law(source).passed
