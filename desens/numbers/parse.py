"""The one strict parser for figures that people type (safety.md H2).

Accepted: ASCII digits with a point or a comma as decimal mark. Refused: grouping, signs,
exponents, leading zeros, a missing digit before or after the mark, and a figure that could
be read as thousands ("1.500"), which is asked back. Files are read by `desens.numbers.figures`.
"""

import re
from decimal import Decimal

MOST_DIGITS = 15
_FIGURE = re.compile(r"(0|[1-9][0-9]*)(?:[.,]([0-9]+))?", re.ASCII)
_COULD_BE_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}", re.ASCII)


class NumberError(ValueError):
    """A text that is no figure. `code` names the reason; `values` fill the sentence of that code."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def parse_number(text: str) -> Decimal:
    """Read what a person typed as an exact, non-negative Decimal, or raise NumberError.

    Codes: `missing`, `ambiguous` (values: `decimal`, `whole`, the two ways to type it
    unmistakably), `too_long`, `not_a_number`.
    """
    typed = text.strip(" \t\r\n\u00a0\u202f")
    if not typed:
        raise NumberError("missing")
    if _COULD_BE_THOUSANDS.fullmatch(typed):
        raise NumberError("ambiguous", typed=typed, **_both_readings(typed))
    found = _FIGURE.fullmatch(typed)
    if found is None:
        raise NumberError("not_a_number", typed=typed[:40])
    if sum(map(str.isdigit, typed)) > MOST_DIGITS:
        raise NumberError("too_long", typed=typed[:40])
    return Decimal(typed.replace(",", "."))


def _both_readings(typed: str) -> dict[str, str]:
    whole, decimals = re.split(r"[.,]", typed)
    shorter = decimals.rstrip("0")
    decimal = f"{whole}.{shorter}" if len(shorter) in (1, 2) else f"{whole}.{decimals}0"
    return {"decimal": whole if not shorter else decimal, "whole": whole + decimals}
