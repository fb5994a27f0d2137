from datetime import date

import pytest

from knowledge.laws.reading.structure.dates import HeadDates, find_dates, split_name, work_out

FROM_ISSUE = "本办法自公布之日起施行。"


def head(*lines: str) -> HeadDates:
    dates = HeadDates()
    for line in lines:
        dates.add(line)
    return dates


@pytest.mark.parametrize(
    "written", ["2024年5月6日", "二〇二四年五月六日", "２０２４年５月６日", "2024 年 05 月 06 日"]
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert [day for day, _, _ in find_dates(written)] == [date(2024, 5, 6)]


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    assert not list(find_dates("2024年2月30日"))


def test_the_latest_act_counts_and_its_own_day_of_effect() -> None:
    dates = head(
        "（2003年4月27日某部公布 根据2010年12月20日《关于修改〈甲办法〉的决定》修订 2011年1月1日起施行）"
    )
    assert work_out(dates, "自2004年1月1日起施行。", None).passed == date(2010, 12, 20)
    assert work_out(dates, "自2004年1月1日起施行。", None).in_force == date(2011, 1, 1)


def test_an_amended_text_does_not_keep_the_first_day_of_effect() -> None:
    dates = head("1999年4月3日 某部发布", "2002年3月24日 《决定》第一次修订")
    assert work_out(dates, FROM_ISSUE, None).in_force is None
    assert work_out(dates, "自1999年5月1日起施行。", None).in_force is None


def test_a_file_dated_long_after_the_head_holds_an_amended_text() -> None:
    found = work_out(head("2003年4月27日 某部公布"), "自2004年1月1日起施行。", date(2010, 12, 20))
    assert (found.passed, found.in_force) == (date(2010, 12, 20), None)


def test_an_original_text_takes_effect_as_its_last_article_says() -> None:
    dates = head("2012年4月18日 办公会通过", "2012年4月28日 公布")
    assert work_out(dates, FROM_ISSUE, None).in_force == date(2012, 4, 28)
    assert work_out(dates, "自二〇一二年六月一日起施行。2001年1月1日的旧办法废止。", None).in_force == date(
        2012, 6, 1
    )


def test_from_the_day_of_publication_needs_a_day_of_publication() -> None:
    assert work_out(head("2008年7月17日 部务会议通过"), FROM_ISSUE, date(2008, 7, 17)).in_force is None


def test_the_file_name_gives_title_and_day() -> None:
    assert split_name("甲办法(2020-12-29)") == ("甲办法", date(2020, 12, 29))
    assert split_name("甲办法") == ("甲办法", None)
