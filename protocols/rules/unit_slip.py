"""Whether a typed figure looks like a slip of its unit, so that it has to be confirmed (safety.md H1).

The look-alikes: mg for mcg or g (a thousandfold), units for million units (a millionfold), a drug that is dosed in
another kind of unit altogether, mL/min for mL/h (sixtyfold), a rate of 24 hours for one of an hour. A dose is held
against every usual dose that is known of the drug, a final rate against the template's. Implementation choice, no
source used here states a limit: a hundredfold of a dose and a tenfold of a rate lie nearer to such a slip than to a
dose or a rate that somebody means. Nothing is refused: what is confirmed is kept with the version.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from desens.numbers.marking import gettext_noop
from desens.numbers.quantity import AMOUNT_UNITS, Quantity, convert
from desens.numbers.write import number_text

DOSE_FOLD, RATE_FOLD = Fraction(100), Fraction(10)
MESSAGES = {
    "dose-far-more": gettext_noop(
        "%(typed)s is %(fold)s times the usual %(usual)s. mcg, mg or g? Correct it, or confirm it."
    ),
    "dose-far-less": gettext_noop(
        "%(typed)s is 1 in %(fold)s of the usual %(usual)s. mcg, mg or g? Correct it, or confirm it."
    ),
    "dose-other-unit": gettext_noop(
        "%(typed)s: this drug is known in another kind of unit, such as %(usual)s. Correct it, or confirm it."
    ),
    "rate-far-more": gettext_noop(
        "%(typed)s is %(fold)s times the template's %(usual)s. A volume of 24 hours? Correct it, or confirm it."
    ),
    "rate-far-less": gettext_noop(
        "%(typed)s is 1 in %(fold)s of the template's %(usual)s. mL/min, or a slip? Correct it, or confirm it."
    ),
}


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """A figure to be confirmed: `code` is its sentence, filled by `values`."""

    code: str
    values: tuple[tuple[str, str], ...]


def dose_doubt(typed: Quantity, usual: Sequence[Quantity]) -> Doubt | None:
    """A dose above 0 against the usual ones, all amounts above 0; None where it needs no confirmation.

    Where no usual dose is known nothing can be compared, and nothing is asked.
    """
    family = AMOUNT_UNITS[typed.unit][0]
    same = [convert(one, typed.unit).value for one in usual if AMOUNT_UNITS[one.unit][0] == family]
    if same:
        return _far(typed, least=min(same), greatest=max(same), fold=DOSE_FOLD, what="dose")
    if usual:
        return Doubt(code="dose-other-unit", values=(("typed", str(typed)), ("usual", str(usual[0]))))
    return None


def rate_doubt(typed: Quantity, usual: Quantity) -> Doubt | None:
    """A final rate in mL/h above 0 against the template's."""
    return _far(typed, least=usual.value, greatest=usual.value, fold=RATE_FOLD, what="rate")


def _far(typed: Quantity, *, least: Fraction, greatest: Fraction, fold: Fraction, what: str) -> Doubt | None:
    if typed.value >= greatest * fold:
        return _doubt(f"{what}-far-more", typed, greatest, typed.value / greatest)
    if typed.value * fold <= least:
        return _doubt(f"{what}-far-less", typed, least, least / typed.value)
    return None


def _doubt(code: str, typed: Quantity, usual: Fraction, fold: Fraction) -> Doubt:
    said = str(Quantity(value=usual, unit=typed.unit))
    return Doubt(code=code, values=(("typed", str(typed)), ("fold", number_text(fold)), ("usual", said)))
