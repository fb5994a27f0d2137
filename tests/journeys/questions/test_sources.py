"""What an answer from the desk may name: stored articles, papers of the company, checked telephones."""

from typing import Any

import pytest

from knowledge.errors import PackageMissing
from tests.house import House, open_house
from tests.journeys import steps
from tests.journeys.questions.question_steps import begins, noted, officer, opens


async def test_a_company_document_is_a_source_too(house: House) -> None:
    await noted(house, "探亲假几天")
    await opens(officer(house), "探亲假")
    await begins(officer(house), "一年一次，向班组登记。")
    await steps.push(officer(house), "跳过")
    await officer(house).waits_for("哪份公司文件")
    await officer(house).says("考勤管理规定")
    await steps.push(officer(house), "一年")
    shown = await officer(house).waits_for("还没有提交")
    assert "《考勤管理规定》" in shown.text and "365 天" in shown.text


@pytest.mark.parametrize(
    ("answer", "source", "why"),
    [
        ("就这样算。", "劳动法 999", "没有现行的“劳动法 999”"),
        ("就这样算。", "劳动法 44；火星法 3", "没有现行的“火星法 3”"),
        ("见劳动法第四十五条。", "劳动法 44", "提到“劳动法 45”"),
        ("见第四十五条。", "《劳动法》第四十四条", "提到“45”"),
    ],
)
async def test_a_source_that_cannot_be_looked_up_is_refused(
    house: House, answer: str, source: str, why: str
) -> None:
    await noted(house)
    await opens(officer(house))
    await begins(officer(house), answer)
    await officer(house).says(source)
    assert (await officer(house).waits_for(why)).button("从标题重写")


async def test_after_a_refusal_the_source_can_be_given_again(house: House) -> None:
    await noted(house)
    await opens(officer(house))
    await begins(officer(house), "见劳动法第四十四条、劳动合同法第三十一条。")
    await officer(house).says("劳动法 44")
    await officer(house).waits_for("提到“劳动合同法 31”")
    await officer(house).says("劳动法44条；劳动合同法第三十一条")
    await officer(house).waits_for("多久以后")


async def test_a_telephone_number_that_nobody_checked_is_refused(house: House) -> None:
    await noted(house)
    await opens(officer(house))
    await steps.push(officer(house), "写答复")
    await officer(house).says("加班")
    await officer(house).waits_for("再写答复")
    await officer(house).says("打 13800138000 问老王。")
    await officer(house).waits_for("“13800138000”像是电话号码")
    await officer(house).says("打 12333 问。")
    await officer(house).waits_for("出自哪几条")


async def test_without_a_law_library_only_papers_of_the_company_are_sources(
    folder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> None:
        raise PackageMissing

    monkeypatch.setattr("bot.app.knowledge.open_library", missing)
    async with open_house(folder) as house:
        await noted(house)
        await opens(officer(house))
        await begins(officer(house), "先补休。")
        await officer(house).says("劳动法 44")
        await officer(house).waits_for("没有现行的“劳动法 44”")
