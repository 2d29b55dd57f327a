"""Square roots and powers to 50 significant digits, by Decimal: the only figures of a dose that are not exact."""

from decimal import Context, Decimal
from fractions import Fraction

PRECISION = 50
_CONTEXT = Context(prec=PRECISION)


def square_root(value: Fraction) -> Fraction:
    """The root of a value of 0 or more: exact where it is a fraction of at most 50 digits, else to 50 digits."""
    whole = Decimal(value.numerator * value.denominator)
    return Fraction(_CONTEXT.sqrt(whole)) / value.denominator


def power(value: Fraction, exponent: Decimal) -> Fraction:
    """A value above 0 to the power of a decimal, to 50 digits."""
    base = _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(_CONTEXT.power(base, exponent))
