"""Figures in files (contracts.md 0): read from their source text, never through float.

Programs write `1e-05` and `1.250`, so an exponent and trailing zeros are legal here.
"""

import re
from decimal import Decimal

from desens.numbers.parse import MOST_DIGITS

LEAST, GREATEST = Decimal("1e-12"), Decimal("1e12")
_FIGURE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?", re.ASCII)


def read_figure(text: str) -> Decimal:
    """The exact Decimal of a figure's source text, its printed decimals kept.

    Raises ValueError with what was expected: not a figure, more than 15 significant digits,
    or a magnitude outside 1e-12 to 1e12 (zero is inside).
    """
    if len(text) > 40 or _FIGURE.fullmatch(text) is None:
        raise ValueError("a number with a decimal point, such as 12 or 0.5")
    value = Decimal(text)
    if _significant_digits(value) > MOST_DIGITS:
        raise ValueError(f"a number of at most {MOST_DIGITS} significant digits")
    if value and not LEAST <= abs(value) <= GREATEST:
        raise ValueError("a number between 1e-12 and 1e12")
    return value


def _significant_digits(value: Decimal) -> int:
    return len("".join(map(str, value.as_tuple().digits)).rstrip("0"))
