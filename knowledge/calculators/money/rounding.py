"""Money: calculated exactly, rounded once at the end."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

CENT = Decimal("0.01")


def cents(amount: Fraction) -> Decimal:
    """To the cent, half up; the only place where money is rounded."""
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    return exact.quantize(CENT, ROUND_HALF_UP)
