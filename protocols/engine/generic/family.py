"""The Brigham family as figures (Castells, J Allergy Clin Immunol 2008;122:574; protocols.md 1)."""

from fractions import Fraction

from protocols.engine.specification import Solution, Step

#: How many of the bags below, counted from the strongest, each size has.
SIZES = {4: 1, 8: 2, 12: 3, 16: 4, 20: 5}
#: The final rate in mL/h that the low rates below belong to.
PUBLISHED_FINAL_ML_H = Fraction(80)
#: The two published rates in mL/h at which a bag of 1:100 and weaker starts.
FIRST_RATES_ML_H = (Fraction(2), Fraction(5, 2))
STEP_MINUTES = Fraction(15)
#: Each bag 1:n, the strongest first, and its rates in mL/h; the rate None is the first rate.
_BAGS: tuple[tuple[int, tuple[int | None, ...]], ...] = (
    (1, (10, 20, 40)),
    (10, (5, 10, 20, 40)),
    (100, (None, 5, 10, 20)),
    (1_000, (None, 5, 10, 20)),
    (10_000, (None, 5, 10, 20)),
)


def bags_of(size: int) -> list[tuple[int, tuple[int | None, ...]]]:
    """The bags of a size as (n of 1:n, low rates), the weakest first; the last step is not among the rates."""
    return list(reversed(_BAGS[: SIZES[size]]))


def diluted_bags(size: int, volume_ml: Fraction) -> list[Solution]:
    """All bags but the last, in mL."""
    bags = enumerate(bags_of(size)[:-1], start=1)
    return [Solution(number=number, volume_ml=volume_ml, dilution=Fraction(n)) for number, (n, _) in bags]


def low_steps(size: int, *, first_rate_ml_h: Fraction, factor: Fraction) -> list[Step]:
    """All steps but the last, each of 15 min, at `factor` times the published rates."""
    return [
        Step(solution=number, rate_ml_h=(rate or first_rate_ml_h) * factor, minutes=STEP_MINUTES)
        for number, (_, rates) in enumerate(bags_of(size), start=1)
        for rate in rates
    ]
