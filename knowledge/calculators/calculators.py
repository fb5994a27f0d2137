"""All calculators: their forms, how an answer is read, and the result for a filled form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.calculators.days.results import injury_result, retirement_result
from knowledge.calculators.input.errors import Incomplete, NoSuchForm, OutOfOrder
from knowledge.calculators.input.forms import Field, Forms, load_forms
from knowledge.calculators.input.values import Value, parse
from knowledge.calculators.money.results import leave_result, overtime_result, severance_result
from knowledge.calculators.rates import Rates, load_rates
from knowledge.calculators.result import CalculatorResult

_RESULTS: Mapping[str, Callable[[Mapping[str, Value], date, Rates], CalculatorResult]] = {
    "overtime": overtime_result,
    "severance": severance_result,
    "annual-leave": leave_result,
    "injury-limits": injury_result,
    "retirement": retirement_result,
}


@dataclass(frozen=True, slots=True)
class Calculators:
    """The forms and the rates, immutable. Calculating stores nothing."""

    forms: Forms
    rates: Rates

    def read_answer(self, field: Field, text: str, values: Mapping[str, Value], today: date) -> Value:
        """The value of `text` for `field`, in order with the `values` before; raises a ``BadValue``."""
        value = parse(field, text, today, self.forms.spoken)
        earlier = values.get(field.after or "")
        if isinstance(value, date) and isinstance(earlier, date) and value < earlier:
            raise OutOfOrder(field=field.key)
        return value

    def calculate(self, form_key: str, values: Mapping[str, Value], today: date) -> CalculatorResult:
        """The result; raises ``NoSuchForm``, or ``Incomplete`` when a question is still open."""
        missing = self.forms.form(form_key).next_field(values)
        if missing is not None:
            raise Incomplete(field=missing.key)
        if form_key not in _RESULTS:
            raise NoSuchForm
        return _RESULTS[form_key](values, today, self.rates)


def open_calculators() -> Calculators:
    """With the project's own data files. Raises ``BadData``."""
    return Calculators(load_forms(), load_rates())
