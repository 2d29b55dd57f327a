"""Values as laboratories print them and people type them, and whether they lie above the laboratory's limit.

contracts.md 4: "<1.0" is a value. It stands for every figure below 1.0, so what depends on where it lies there is not
known; it is never taken as 1.0, and never as "not recorded".
"""

from fractions import Fraction
from typing import Literal

from desens.numbers.parse import NumberError, parse_number
from reactions.rules.level import Level

_BLANKS = " \t\u00a0\u202f"


def read_sample_value(printed: str) -> Level:
    """What the laboratory printed, such as `44.7`, `<1.0` or `> 200`; decimal point or comma. 0 is a value of an IgE.

    Raises desens.numbers.parse.NumberError: its own codes, and `nothing_below` for "<0".
    """
    text = printed.strip(_BLANKS)
    beyond: Literal["", "<", ">"] = "<" if text[:1] == "<" else ">" if text[:1] == ">" else ""
    value = Fraction(parse_number(text[len(beyond) :]))
    if beyond == "<" and not value:
        raise NumberError("nothing_below")
    return Level(value=value, beyond=beyond)


def is_above(level: Level, limit: Fraction) -> bool | None:
    """Whether the true value is above the limit, in the same unit; None where that cannot be told."""
    if level.least > limit or (level.beyond == ">" and level.value == limit):
        return True
    return False if level.most is not None and level.most <= limit else None
