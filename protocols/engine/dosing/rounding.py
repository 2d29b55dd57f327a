"""The one rounding of a target dose, at its end."""

from fractions import Fraction

from desens.numbers.quantity import Quantity
from desens.numbers.write import number_text
from protocols.engine.dosing.worked import Worked

#: Implementation choice, no published limit: a rounding that changes the dose by more than this is shown.
MOST_CHANGE = Fraction(5, 100)


def half_up(value: Fraction, step: Fraction) -> Fraction:
    """The multiple of `step` nearest to the value, of two the greater. Raises ValueError for a step of 0 or less."""
    if step <= 0:
        raise ValueError("a step above 0")
    return (value / step + Fraction(1, 2)) // 1 * step


def rounded(worked: Worked, *, step: Fraction, unit: str) -> Worked:
    """The dose at its last step; with a caution where it moved by more than MOST_CHANGE of itself."""
    dose = half_up(worked.value, step)
    texts = {"unrounded": Quantity.of(worked.value, unit), "dose": Quantity.of(dose, unit)}
    final = worked.then(dose, "rounded", **texts, step=Quantity.of(step, unit))
    change = abs(dose - worked.value) / worked.value
    if change <= MOST_CHANGE:
        return final
    return final.warned("rounding-large", **texts, percent=number_text(change * 100))
