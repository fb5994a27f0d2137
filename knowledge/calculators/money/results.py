"""The answers about money and leave: lines, articles and notes."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from knowledge.calculators.input.values import Value
from knowledge.calculators.money.leave import (
    days_a_year,
    days_after_joining,
    days_unpaid_at_leaving,
    pay_for_days,
)
from knowledge.calculators.money.overtime import overtime_pay
from knowledge.calculators.money.severance import Ending, Severance, severance
from knowledge.calculators.rates import Rates
from knowledge.calculators.result import Basis, CalculatorResult, Fact, Line

NONE = Decimal(0)


def number(values: Mapping[str, Value], key: str) -> Decimal:
    """A number; 0 when it was skipped or not asked."""
    value = values.get(key)
    return value if isinstance(value, Decimal) else NONE


def day(values: Mapping[str, Value], key: str) -> date:
    """A day that must be there. Raises ``TypeError``."""
    value = values.get(key)
    if not isinstance(value, date):
        raise TypeError(key)
    return value


def overtime_result(values: Mapping[str, Value], today: date, rates: Rates) -> CalculatorResult:
    """Pay for overtime (劳动法 44)."""
    wage = number(values, "wage")
    workdays, rest_days = number(values, "workday_hours"), number(values, "rest_hours")
    holidays = number(values, "holiday_hours")
    pay = overtime_pay(wage, workdays, rest_days, holidays, rates.overtime)
    lines = [Line("reckon-overtime-hourly", {"wage": wage, "hourly": pay.hourly})]
    for key, spent, amount in (
        ("reckon-overtime-workdays", workdays, pay.workdays),
        ("reckon-overtime-rest-days", rest_days, pay.rest_days),
        ("reckon-overtime-holidays", holidays, pay.holidays),
    ):
        if spent:
            lines.append(Line(key, {"spent": spent, "amount": amount}))
    lines += [Line("reckon-overtime-total", {"amount": pay.total}), Line("reckon-overtime-how")]
    return CalculatorResult(
        tuple(lines),
        (Basis("劳动法", 44),),
        (rates.documents["monthly-days-2025"],),
        ("reckon-note-overtime-base",),
        "reckon-caveat-money",
    )


def severance_result(values: Mapping[str, Value], today: date, rates: Rates) -> CalculatorResult:
    """N, N+1 or 2N (劳动合同法 40, 46, 47, 87)."""
    ending = Ending(str(values["ending"]))
    average, last_wage = values.get("local_average"), values.get("last_wage")
    paid = severance(
        ending,
        day(values, "first"),
        day(values, "last"),
        number(values, "wage"),
        rates.severance,
        local_average=average if isinstance(average, Decimal) else None,
        last_wage=last_wage if isinstance(last_wage, Decimal) else None,
    )
    notes = [
        "reckon-note-severance-when" if ending is not Ending.UNLAWFUL else "reckon-note-severance-double"
    ]
    notes += ["reckon-note-severance-older"] * paid.older
    notes += ["reckon-note-severance-cap"] * (average is None)
    notes.append("reckon-note-severance-wage")
    basis = {
        Ending.PLAIN: (Basis("劳动合同法", 46), Basis("劳动合同法", 47)),
        Ending.WITHOUT_NOTICE: (
            *(Basis("劳动合同法", number) for number in (40, 46, 47)),
            Basis("劳动合同法实施条例", 20),
        ),
        Ending.UNLAWFUL: (Basis("劳动合同法", 47), Basis("劳动合同法", 87), Basis("劳动合同法实施条例", 25)),
    }[ending]
    basis += (Basis("劳动合同法实施条例", 27),)
    if paid.older:
        basis += (Basis("劳动合同法", 97),)
    return CalculatorResult(_severance_lines(ending, paid), basis, (), tuple(notes), "reckon-caveat-money")


def _severance_lines(ending: Ending, paid: Severance) -> tuple[Line, ...]:
    years, months, days = paid.served
    served: dict[str, Fact] = {"years": years, "months": months, "days": days, "steps": paid.months}
    sums: dict[str, Fact] = {"steps": paid.months, "base": paid.base, "amount": paid.total}
    how = {
        Ending.PLAIN: "reckon-severance-how",
        Ending.WITHOUT_NOTICE: "reckon-severance-how-notice",
        Ending.UNLAWFUL: "reckon-severance-how-double",
    }[ending]
    base_key = "reckon-severance-base-capped" if paid.capped else "reckon-severance-base"
    return (
        Line("reckon-severance-served", served),
        Line(base_key, {"base": paid.base}),
        Line("reckon-severance-total", {"amount": paid.total}),
        Line(how, {**sums, "notice": paid.notice}),
    )


def leave_result(values: Mapping[str, Value], today: date, rates: Rates) -> CalculatorResult:
    """Days of leave, and the pay for those not taken (职工带薪年休假条例 3 and 5)."""
    years = values["years"]
    full = days_a_year(years if isinstance(years, int) else 0, rates.leave)
    basis = [Basis("劳动法", 45), *(Basis("职工带薪年休假条例", number) for number in (3, 4))]
    if not full or values["a_whole_year"] is not True:
        lines: tuple[Line, ...] = (Line("reckon-leave-not-yet"),)
        return CalculatorResult(lines, tuple(basis), (), (), "reckon-caveat-leave")
    found, unpaid = _leave_lines(values, full, rates)
    wage = number(values, "wage")
    notes = ["reckon-note-leave-none", "reckon-note-leave-more"]
    if values["situation"] != "all-year":
        basis += [
            Basis("企业职工带薪年休假实施办法", number) for number in ((5,) if "joined" in values else (12,))
        ]
    if wage and unpaid:
        daily, extra, whole = pay_for_days(wage, unpaid, rates.overtime.days_a_month, rates.leave)
        found.append(Line("reckon-leave-pay", {"daily": daily, "extra": extra, "whole": whole}))
        found.append(Line("reckon-leave-pay-how", {"daily": daily, "unused": unpaid}))
        basis.append(Basis("职工带薪年休假条例", 5))
        basis += [Basis("企业职工带薪年休假实施办法", number) for number in (10, 11)]
        notes.append("reckon-note-leave-own-wish")
    return CalculatorResult(tuple(found), tuple(basis), (), tuple(notes), "reckon-caveat-leave")


def _leave_lines(values: Mapping[str, Value], full: int, rates: Rates) -> tuple[list[Line], Decimal]:
    """The lines about days, and the days that are left."""
    taken = number(values, "taken")
    lines = [Line("reckon-leave-full", {"full": full})]
    if values["situation"] == "joined":
        joined = day(values, "joined")
        due = days_after_joining(joined, full, rates.leave)
        unused = max(NONE, due - taken)
        lines.append(Line("reckon-leave-joined", {"date": joined, "due": due, "full": full}))
    elif values["situation"] == "left":
        left = day(values, "left")
        unused = Decimal(days_unpaid_at_leaving(left, full, taken, rates.leave))
        lines.append(Line("reckon-leave-left", {"date": left, "full": full, "taken": taken}))
    else:
        unused = max(NONE, full - taken)
    lines.append(Line("reckon-leave-unused", {"taken": taken, "unused": unused}))
    return lines, unused
