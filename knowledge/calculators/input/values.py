"""Reads what people type as the value that a field asks for."""

import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from knowledge.calculators.input import errors
from knowledge.calculators.input.amounts import read_amount
from knowledge.calculators.input.dates import read_time
from knowledge.calculators.input.forms import AnswerWords, Choice, Field, Kind
from knowledge.civil_calendar import Month

Value = Decimal | int | date | Month | str | bool | None
"""None is "not known"; money, hours and days are Decimal, a count is int, a choice is its key."""

YES = "yes"
LONGEST = 40
"""Characters; no answer to these questions is longer."""


def parse(field: Field, text: str, today: date, spoken: AnswerWords) -> Value:
    """The value that `text` means for `field`; raises a ``BadValue`` that says why there is none.

    Full-width writing, Chinese numerals and units are understood. "Not known" gives None where the field is
    optional and raises ``ValueNeeded`` where it is not. A count is whole: what has only begun is dropped.
    """
    written = fold(text)
    if field.kind is Kind.YES_NO:
        return _yes_no(written, field, spoken)
    if written in spoken.nothing or not written:
        if field.optional:
            return None
        raise errors.ValueNeeded(field=field.key)
    if field.kind is Kind.CHOICE:
        return _choice(written, field)
    if len(written) > LONGEST:
        raise _BAD[field.kind](field=field.key)
    return _READERS[field.kind](written, field, today, spoken)


def fold(text: str) -> str:
    """Full width becomes ASCII, capitals small, stops at the end go."""
    return unicodedata.normalize("NFKC", text).casefold().replace("。", ".").strip(" .!\n\t")


def _yes_no(written: str, field: Field, spoken: AnswerWords) -> bool:
    if written in spoken.yes:
        return True
    if written in spoken.no:
        return False
    return _choice(written, field) == YES


def _choice(written: str, field: Field) -> str:
    for place, choice in enumerate(field.choices, start=1):
        if written == str(place) or written in _names(choice):
            return choice.key
    raise errors.BadChoice(field=field.key)


def _names(choice: Choice) -> set[str]:
    return {fold(name) for name in (choice.key, choice.zh, choice.en, *choice.words)}


def _number(written: str, field: Field, today: date, spoken: AnswerWords) -> Decimal | int:
    for word in spoken.around:
        written = written.removeprefix(word)
    for unit in spoken.units[field.kind]:
        # 8小时半: the half stands behind the unit
        written = written.removesuffix(unit).replace(f"{unit}半", "半")
    amount = read_amount(written.replace(" ", ""))
    if amount is None:
        raise _BAD[field.kind](field=field.key)
    if amount < field.least:
        raise errors.TooLittle(field=field.key, least=field.least)
    if amount > field.most:
        raise errors.TooMuch(field=field.key, most=field.most)
    return int(amount) if field.kind is Kind.COUNT else amount


def _date(written: str, field: Field, today: date, spoken: AnswerWords) -> date:
    found = read_time(written, today)
    if found is None:
        raise errors.BadDate(field=field.key)
    month, number = found
    if number is None:
        raise errors.DayMissing(field=field.key)
    _within(month.year, field)
    try:
        day = date(month.year, month.month, number)
    except ValueError:
        raise errors.BadDate(field=field.key) from None
    if field.past and day > today:
        raise errors.StillAhead(field=field.key)
    return day


def _month(written: str, field: Field, today: date, spoken: AnswerWords) -> Month:
    found = read_time(written, today)
    if found is None:
        raise errors.BadMonth(field=field.key)
    _within(found[0].year, field)
    return found[0]


def _within(year: int, field: Field) -> None:
    if year < field.least:
        raise errors.TooEarly(field=field.key, least=field.least)
    if year > field.most:
        raise errors.TooLate(field=field.key, most=field.most)


_BAD: dict[Kind, type[errors.BadValue]] = {
    Kind.MONEY: errors.BadMoney,
    Kind.HOURS: errors.BadHours,
    Kind.DAYS: errors.BadDays,
    Kind.COUNT: errors.BadCount,
    Kind.DATE: errors.BadDate,
    Kind.MONTH: errors.BadMonth,
}
_READERS: dict[Kind, Callable[[str, Field, date, AnswerWords], Value]] = {
    Kind.MONEY: _number,
    Kind.HOURS: _number,
    Kind.DAYS: _number,
    Kind.COUNT: _number,
    Kind.DATE: _date,
    Kind.MONTH: _month,
}
