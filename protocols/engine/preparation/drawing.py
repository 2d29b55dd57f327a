"""How a volume is drawn up: which syringes, how often, to which graduations. README.md has the rules."""

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from protocols.engine.preparation.syringe import Syringe
from protocols.engine.preparation.withdrawal import Draw, Withdrawal
from protocols.engine.preparation.workshop import Sought


def withdrawals(asked_ml: Fraction, syringes: Sequence[Syringe], sought: Sought) -> list[Withdrawal]:
    """Every way to draw the volume, the best first (README.md); none where no syringe measures it."""
    found = [*_in_one_syringe(asked_ml, syringes), *_topped_up(asked_ml, syringes)]
    return sorted(found, key=lambda way: _preference(way, sought))


def _preference(way: Withdrawal, sought: Sought) -> tuple[int, Fraction | int, Fraction | int]:
    draws = len(way.draws)
    if way.error_ml > sought.error * way.asked_ml:
        return 1, way.error_ml, draws
    rounded = abs(way.rounding_ml) > sought.rounding * way.asked_ml
    return 0, 2 * draws + (3 if rounded else 0), way.error_ml


def _in_one_syringe(asked_ml: Fraction, syringes: Sequence[Syringe]) -> Iterator[Withdrawal]:
    """In as few draws as each syringe allows, as equal as its graduations allow."""
    for syringe in syringes:
        if syringe.least_draws(asked_ml) * syringe.least_ml <= asked_ml:
            yield Withdrawal(asked_ml=asked_ml, draws=_equal_draws(asked_ml, syringe))


def _topped_up(asked_ml: Fraction, syringes: Sequence[Syringe]) -> Iterator[Withdrawal]:
    """Whole graduations of one syringe, and the rest in one draw of a finer one."""
    for main in syringes:
        whole_ml = asked_ml // main.graduation_ml * main.graduation_ml
        for finer in syringes:
            if finer.graduation_ml < main.graduation_ml and whole_ml != asked_ml:
                yield from _with_rest(asked_ml, whole_ml, main, finer)


def _with_rest(asked_ml: Fraction, whole_ml: Fraction, main: Syringe, finer: Syringe) -> Iterator[Withdrawal]:
    """A rest too small for the finer syringe takes one graduation more from the main one."""
    if asked_ml - whole_ml < finer.least_ml:
        whole_ml -= main.graduation_ml
    rest_ml = asked_ml - whole_ml
    main_fits = whole_ml > 0 and main.least_draws(whole_ml) * main.least_ml <= whole_ml
    if main_fits and finer.least_ml <= rest_ml and finer.least_draws(rest_ml) == 1:
        yield Withdrawal(asked_ml=asked_ml, draws=_equal_draws(whole_ml, main) + _equal_draws(rest_ml, finer))


def _equal_draws(volume_ml: Fraction, syringe: Syringe) -> tuple[Draw, ...]:
    """To the nearest graduation, half up; the larger draws first."""
    draws = syringe.least_draws(volume_ml)
    graduations = math.floor(volume_ml / syringe.graduation_ml + Fraction(1, 2))
    each, more = divmod(graduations, draws)
    parts = (each + 1,) * more + (each,) * (draws - more)
    return tuple(Draw(syringe=syringe, volume_ml=part * syringe.graduation_ml) for part in parts)
