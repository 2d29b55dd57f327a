"""The comparison of a blind second check: figures that a person computed or measured, against the version's.

Source: safety.md H4 ("1.0 % of 3,563 mandated double checks were" independent, BMJ Qual Saf 2020): the second person
enters figures without seeing the first, the program compares. The tolerance is a choice of this program, no published
rule: a typed figure stands for every figure that rounds to it at its typed place, and so that 5 is read as 5.00, at
three significant digits or more; zeros at the end of a whole number count as significant only up to the third digit.
That is never more than 0.5 % to either side. Both ends are included: nobody can know which way a half was rounded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

What = Literal["concentration", "amount", "withdrawal", "rate", "units", "total", "dose", "volume"]
SIGNIFICANT = 3
WIDEST = Fraction(1, 200)
#: So many differing tries, and the page says to talk to the prescriber; nothing is locked. A choice of this program.
TRIES = 3
#: Slips that are named in the record: of the decimal mark and the prefix (mg for mcg), of mL/min and of mL in 24 h.
SLIPS = (10, 100, 1_000, 60, 24)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One figure that is asked for: of which bag or step, what, in which unit, and the version's own value.

    By mouth: of which phase or dose; `at` names the intake and its unit where there are several. `exact`: counted or
    added up, so that only the very figure agrees.
    """

    part: Literal["bag", "step", "phase", "dose"]
    number: int
    what: What
    unit: str
    value: Fraction
    at: str = ""
    exact: bool = False

    @property
    def key(self) -> str:
        """What names it in the form and in the record, such as `bag-2-concentration`."""
        return "-".join(filter(None, (self.part, str(self.number), self.what, self.at)))


@dataclass(frozen=True, kw_only=True)
class Difference:
    """The first figure that is missing or differs. `slip` n: it is n times the version's, 1/n: an n-th of it."""

    wanted: Wanted
    missing: bool = False
    slip: Fraction | None = None


def first_difference(wanted: Sequence[Wanted], entered: Mapping[str, Decimal | None]) -> Difference | None:
    """The first of `wanted`, in its order, that `entered` (by key) lacks or has otherwise; None where all agree."""
    for asked in wanted:
        figure = entered.get(asked.key)
        if figure is None:
            return Difference(wanted=asked, missing=True)
        if not (Fraction(figure) == asked.value if asked.exact else agrees(figure, asked.value)):
            return Difference(wanted=asked, slip=_slip(figure, asked.value))
    return None


def agrees(typed: Decimal, value: Fraction) -> bool:
    """Whether the exact value lies within what the typed figure stands for, both ends included."""
    return abs(Fraction(typed) - value) <= half_width(typed)


def half_width(typed: Decimal) -> Fraction:
    """How far to either side of it a typed figure reaches; 0 for 0, which is only itself."""
    if not typed:
        return Fraction(0)
    whole = typed == typed.to_integral_value()
    typed_place = -_decimals(typed) if not whole or _decimals(typed) else _zeros(int(typed))
    place = min(typed_place, typed.adjusted() - (SIGNIFICANT - 1))
    return min(Fraction(10) ** place / 2, Fraction(typed) * WIDEST)


def recorded(difference: Difference | None) -> str:
    """The difference as it is kept, in English and without the version's figure; "" where all agree."""
    if difference is None:
        return ""
    at = f" {difference.wanted.at}" if difference.wanted.at else ""
    where = f"{difference.wanted.part} {difference.wanted.number}, {difference.wanted.what}{at}"
    if difference.missing:
        return f"{where}: is missing"
    if difference.slip is None:
        return f"{where}: differs"
    if difference.slip > 1:
        return f"{where}: {difference.slip} times too high"
    return f"{where}: {1 / difference.slip} times too low"


def _slip(typed: Decimal, value: Fraction) -> Fraction | None:
    factors = (factor for size in SLIPS for factor in (Fraction(size), Fraction(1, size)))
    return next((factor for factor in factors if agrees(typed, value * factor)), None)


def _decimals(typed: Decimal) -> int:
    """How many digits were typed behind the decimal mark."""
    return max(0, -int(typed.as_tuple().exponent))


def _zeros(whole: int) -> int:
    """How many zeros a whole number ends with."""
    digits = str(whole)
    return len(digits) - len(digits.rstrip("0"))
