"""What somebody typed is no answer to the question. The facts never hold what they typed."""

from knowledge.errors import KnowledgeError


class BadValue(KnowledgeError):
    """The answer cannot be taken; the subclass says why, the chat says it kindly and gives an example."""

    code = "bad_value"
    hint = "the value cannot be used"


class BadMoney(BadValue):
    """No amount of money."""

    code = "bad_money"


class BadHours(BadValue):
    """No number of hours."""

    code = "bad_hours"


class BadDays(BadValue):
    """No number of days."""

    code = "bad_days"


class BadCount(BadValue):
    """No whole number."""

    code = "bad_count"


class BadDate(BadValue):
    """No day of the calendar."""

    code = "bad_date"


class DayMissing(BadValue):
    """Year and month without a day, where the day is needed."""

    code = "day_missing"


class BadMonth(BadValue):
    """No month with its year."""

    code = "bad_month"


class BadChoice(BadValue):
    """None of the choices."""

    code = "bad_choice"


class ValueNeeded(BadValue):
    """Skipped, though the calculation needs the value."""

    code = "value_needed"


class TooLittle(BadValue):
    """Below `least`."""

    code = "too_little"


class TooMuch(BadValue):
    """Above `most`."""

    code = "too_much"


class TooEarly(BadValue):
    """In a year before `least`."""

    code = "too_early"


class TooLate(BadValue):
    """In a year after `most`."""

    code = "too_late"


class StillAhead(BadValue):
    """A day after today, where only the past makes sense."""

    code = "still_ahead"


class OutOfOrder(BadValue):
    """Earlier than the day that it should follow."""

    code = "out_of_order"


class NoSuchForm(BadValue):
    """There is no calculator of that name."""

    code = "no_such_form"


class Incomplete(BadValue):
    """A value is missing; `field` names it."""

    code = "incomplete"
