"""Strengths compared across units, and what of them is exact."""

from decimal import Decimal
from fractions import Fraction

from desens.numbers.quantity import AMOUNT_UNITS, Quantity, convert


def in_unit(strength: Quantity, unit: str) -> Quantity | None:
    """The same strength per mL in another unit; None where the units cannot be compared."""
    if strength.unit == unit:
        return strength
    (amount, slash, per), (other, other_slash, other_per) = strength.unit.partition("/"), unit.partition("/")
    if slash != "/" or other_slash != "/" or per != other_per or not {amount, other} <= set(AMOUNT_UNITS):
        return None
    try:
        converted = convert(Quantity(value=strength.value, unit=amount), other)
    except ValueError:
        return None
    return Quantity(value=converted.value, unit=unit)


def exact_decimal(value: Fraction) -> Decimal:
    """A stored figure as the Decimal that it is; ArithmeticError where it does not terminate."""
    found = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(found) != value:
        raise ArithmeticError(f"{value} is no decimal")
    return found


def is_above(strength: Quantity, bound: Quantity | None) -> bool:
    """Whether a strength lies above another that it can be compared with."""
    compared = None if bound is None else in_unit(bound, strength.unit)
    return compared is not None and strength.value > compared.value
