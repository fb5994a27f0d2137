"""The answers that are dates: lines, articles and notes."""

from collections.abc import Mapping
from datetime import date

from knowledge.calculators.days.injury import Limit, employee_limit, employer_limit, second_appraisal_limit
from knowledge.calculators.days.retirement import retirement
from knowledge.calculators.input.values import Value
from knowledge.calculators.money.results import day
from knowledge.calculators.rates import Rates
from knowledge.calculators.result import Basis, CalculatorResult, Fact, Line
from knowledge.civil_calendar import Month


def injury_result(values: Mapping[str, Value], today: date, rates: Rates) -> CalculatorResult:
    """Until when to apply (工伤保险条例 17, 26), and how many days are left on `today`."""
    happened = day(values, "happened")
    employer = employer_limit(happened, today, rates.injury)
    person = employee_limit(happened, today, rates.injury)
    lines = [
        *_lines(employer, "reckon-injury-employer", "reckon-injury-employer-over"),
        *_lines(person, "reckon-injury-self", "reckon-injury-self-over"),
    ]
    basis = [Basis("工伤保险条例", 17)]
    if values.get("appraisal") is not None:
        again = second_appraisal_limit(day(values, "appraisal"), today, rates.injury)
        lines += _lines(again, "reckon-injury-again", "reckon-injury-again-over")
        basis.append(Basis("工伤保险条例", 26))
    lines.append(Line("reckon-injury-how"))
    basis += [Basis("民法典", number) for number in (201, 202, 203)]
    documents = (rates.documents["injury-cases-2014"],) if person.over else ()
    note = "reckon-note-injury-over" if person.over else "reckon-note-injury-early"
    return CalculatorResult(tuple(lines), tuple(basis), documents, (note,), "reckon-caveat-injury")


def _lines(limit: Limit, running: str, over: str) -> list[Line]:
    """The limit, and where its last day was moved from."""
    if limit.over:
        lines = [Line(over, {"until": limit.last, "ago": -limit.left})]
    else:
        lines = [Line(running, {"until": limit.last, "left": limit.left})]
    if limit.plain != limit.last:
        lines.append(Line("reckon-injury-rolled", {"plain": limit.plain, "until": limit.last}))
    return lines


def retirement_result(values: Mapping[str, Value], today: date, rates: Rates) -> CalculatorResult:
    """Age, month, flexible window and least contribution."""
    born = values["born"]
    if not isinstance(born, Month):
        raise TypeError("born")
    found = retirement(str(values["track"]), born, rates.retirement)
    age: dict[str, Fact] = {"years": found.years, "months": found.months}
    documents = [rates.documents["retirement-2024"]]
    if found.earliest is None or found.latest is None:
        lines = [Line("reckon-retirement-old-age", {**age, "month": found.month})]
        return CalculatorResult(tuple(lines), (), tuple(documents), (), "reckon-caveat-retirement")
    documents.append(rates.documents["flexible-retirement"])
    years, months = divmod(found.contribution, 12)
    lines = [
        Line("reckon-retirement-age", {**age, "month": found.month}),
        Line("reckon-retirement-window", {"earliest": found.earliest, "latest": found.latest}),
        Line("reckon-retirement-contribution", {"years": years, "months": months, "year": found.month.year}),
        Line("reckon-retirement-how"),
    ]
    notes = ("reckon-note-retirement-early", "reckon-note-retirement-special")
    return CalculatorResult(
        tuple(lines), (Basis("社会保险法", 16),), tuple(documents), notes, "reckon-caveat-retirement"
    )
