"""What people type, and what it means."""

from datetime import date
from decimal import Decimal as D

import pytest

from knowledge.calculators.input import errors
from knowledge.calculators.input.amounts import read_amount
from knowledge.calculators.input.forms import Field, load_forms
from knowledge.calculators.input.values import Value, parse

FORMS = load_forms()
TODAY = date(2026, 11, 24)


def _field(form: str, key: str) -> Field:
    field = FORMS.form(form).field(key)
    assert field is not None
    return field


def _read(form: str, key: str, text: str) -> Value:
    return parse(_field(form, key), text, TODAY, FORMS.spoken)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *(
            ("6000", "6000"),
            ("6千", "6000"),
            ("六千五", "6500"),
            ("1.2万", "12000"),
            ("１２，０００元", "12000"),
        ),
        *(("一万二", "12000"), ("1万2千", "12000"), ("大概六千块钱", "6000"), ("6k", "6000")),
        *(("两万三千五", "23500"), ("六千零五十", "6050"), ("￥8000", "8000"), ("6,500.50", "6500.50")),
    ],
)
def test_money_is_read_as_people_write_it(text: str, amount: str) -> None:
    assert _read("overtime", "wage", text) == D(amount)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("8小时", "8"),
        ("8个半小时", "8.5"),
        ("半小时", "0.5"),
        ("８．５", "8.5"),
        ("三个钟头", "3"),
        ("0", "0"),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, hours: str) -> None:
    assert _read("overtime", "workday_hours", text) == D(hours)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("2019.3.15", (2019, 3, 15)), ("2019年3月15日", (2019, 3, 15)), ("20190315", (2019, 3, 15))),
        *(
            ("二〇一九年三月十五日", (2019, 3, 15)),
            ("２０１９／３／１５", (2019, 3, 15)),
            ("19.3.15", (2019, 3, 15)),
        ),
        *(("今天", (2026, 11, 24)), ("昨天", (2026, 11, 23)), ("去年5月3号", (2025, 5, 3))),
        *(("3月15日", (2026, 3, 15)), ("2019 3 15", (2019, 3, 15)), ("2019。3。15", (2019, 3, 15))),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: tuple[int, int, int]) -> None:
    assert _read("severance", "first", text) == date(*day)


@pytest.mark.parametrize(
    "text", ["1965年3月", "1965.3", "196503", "65年三月", "一九六五年三月", "1965-03-08", "1965年3月份"]
)
def test_months_are_read_as_people_write_them(text: str) -> None:
    assert _read("retirement", "born", text) == (1965, 3)


def test_last_years_may_is_a_month() -> None:
    born = _field("retirement", "born").model_copy(update={"most": 2100})
    assert parse(born, "去年5月", TODAY, FORMS.spoken) == (2025, 5)
    assert parse(born, "上个月", TODAY, FORMS.spoken) == (2026, 10)


@pytest.mark.parametrize("text", ["没有", "不知道", "跳过", ""])
def test_not_known_is_fine_where_a_question_may_be_skipped(text: str) -> None:
    assert _read("overtime", "rest_hours", text) is None
    with pytest.raises(errors.ValueNeeded):
        _read("overtime", "wage", text)


@pytest.mark.parametrize("text", ["2N", "2n", "３", "赔偿金", "2N：违法辞退的赔偿", "double"])
def test_a_choice_may_be_typed(text: str) -> None:
    assert _read("severance", "ending", text) == "double"


def test_yes_and_no_may_be_typed() -> None:
    assert [_read("annual-leave", "a_whole_year", one) for one in ("满了", "是的", "yes")] == [True] * 3
    assert [_read("annual-leave", "a_whole_year", one) for one in ("没有", "还没满", "no")] == [False] * 3


def test_a_count_drops_what_has_only_begun() -> None:
    assert [_read("annual-leave", "years", one) for one in ("11年", "十一年", "11年半", "0")] == [
        11,
        11,
        11,
        0,
    ]


@pytest.mark.parametrize(
    ("form", "key", "text", "error"),
    [
        ("overtime", "wage", "很多", errors.BadMoney),
        ("overtime", "wage", "9" * 60, errors.BadMoney),
        ("overtime", "wage", "-6000", errors.BadMoney),
        ("overtime", "wage", "6", errors.TooLittle),
        ("overtime", "wage", "9999999", errors.TooMuch),
        ("overtime", "rest_hours", "一会儿", errors.BadHours),
        ("annual-leave", "taken", "几天", errors.BadDays),
        ("annual-leave", "years", "好多年", errors.BadCount),
        ("annual-leave", "situation", "不清不楚", errors.BadChoice),
        ("severance", "first", "2019年2月30日", errors.BadDate),
        ("severance", "first", "2019年3月", errors.DayMissing),
        ("severance", "first", "2026年12月1日", errors.StillAhead),
        ("severance", "first", "1900年1月1日", errors.TooEarly),
        ("retirement", "born", "1965", errors.BadMonth),
        ("retirement", "born", "2020年1月", errors.TooLate),
    ],
)
def test_what_cannot_be_taken_says_why_and_keeps_the_words_to_itself(
    form: str, key: str, text: str, error: type[errors.BadValue]
) -> None:
    with pytest.raises(error) as raised:
        _read(form, key, text)
    assert text not in str(raised.value) or text == "6"


@pytest.mark.parametrize(
    "written", ["9" * 6000, "六千五" * 2000, "6千" * 3000, "1万" * 3000 + "半", "1." + "9" * 6000]
)
def test_what_is_longer_than_any_amount_is_none(written: str) -> None:
    assert read_amount(written) is None
