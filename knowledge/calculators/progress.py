"""A form that is being filled in, one answer after another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from knowledge.calculators.calculators import Calculators
from knowledge.calculators.input.forms import Field, Form
from knowledge.calculators.input.values import Value
from knowledge.calculators.result import CalculatorResult

FORM = "reckoning"
"""Where ``kept`` says which form it is."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The answers so far. Never changes; each step gives a new one."""

    calculators: Calculators
    form: Form
    today: date
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def open(self) -> Field | None:
        """The question that is to be answered next; None when all are."""
        return self.form.next_field(self.values)

    @property
    def before(self) -> str | None:
        """The key of the question that was answered last."""
        answered = [one.key for one in self.form.wanted(self.values) if one.key in self.values]
        return answered[-1] if answered else None

    def answered(self, text: str) -> "Progress":
        """With `text` as the answer to the open question; "" skips it. Raises a ``BadValue``."""
        if self.open is None:
            return self
        value = self.calculators.read_answer(self.open, text, self.values, self.today)
        return self._with({**self.values, self.open.key: value})

    def one_back(self) -> "Progress":
        """Without the last answer."""
        return self._with({key: value for key, value in self.values.items() if key != self.before})

    def kept(self) -> dict[str, object]:
        """JSON-ready data from which ``resume`` restores this progress; values are kept as readable texts."""
        values = {key: "" if value is None else _written(value) for key, value in self.values.items()}
        return {FORM: self.form.key, "values": values}

    def result(self) -> CalculatorResult:
        """The result. Raises ``Incomplete`` while a question is open."""
        return self.calculators.calculate(self.form.key, self.values, self.today)

    def _with(self, values: Mapping[str, Value]) -> "Progress":
        return Progress(self.calculators, self.form, self.today, values)


def _written(value: Value) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def begin(calculators: Calculators, form_key: str, today: date) -> Progress:
    """Nothing answered yet. Raises ``NoSuchForm``."""
    return Progress(calculators, calculators.forms.form(form_key), today)


def resume(calculators: Calculators, kept: Mapping[str, object], today: date) -> Progress:
    """From what ``kept`` gave. Raises a ``BadValue`` for anything else."""
    progress = begin(calculators, str(kept.get(FORM)), today)
    values = kept.get("values")
    for text in values.values() if isinstance(values, Mapping) else ():
        progress = progress.answered(str(text))
    return progress
