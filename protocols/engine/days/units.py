"""Of how many marketed units a dose is made: the fewest whole ones, exactly."""

from fractions import Fraction
from functools import reduce
from itertools import groupby
from math import gcd, lcm

Units = tuple[tuple[int, Fraction], ...]

#: How many different sums of the weaker units are looked at; only far-fetched strengths have more.
MOST_SUMS = 20_000


def fewest_units(doses: frozenset[Fraction], strengths: tuple[Fraction, ...]) -> dict[Fraction, Units | None]:
    """For every dose the fewest whole units that make it, strongest first; None where none do.

    At equal counts the one with more of the stronger units. A best choice never holds as many weaker units as
    the strongest counts common measures: some of them would add up to whole strongest units, which are fewer.
    """
    if not strengths or not doses:
        return dict.fromkeys(doses)
    scale = reduce(lcm, (figure.denominator for figure in (*doses, *strengths)))
    strongest, *weaker = sorted((int(strength * scale) for strength in strengths), reverse=True)
    sums = _sums(weaker, strongest // gcd(strongest, *weaker), int(max(doses) * scale))
    by_rest: dict[int, list[int]] = {}
    for total in sums:
        by_rest.setdefault(total % strongest, []).append(total)
    found: dict[Fraction, Units | None] = {}
    for dose in doses:
        whole = int(dose * scale)
        fitting = [total for total in by_rest.get(whole % strongest, ()) if total <= whole]
        best = min(fitting, key=lambda total: (len(sums[total]) + (whole - total) // strongest, total), default=None)
        found[dose] = None if best is None else _units((whole - best) // strongest, strongest, sums[best], scale)
    return found


def _sums(weaker: list[int], fewer_than: int, most: int) -> dict[int, tuple[int, ...]]:
    """Every sum of fewer than so many weaker units that is not above `most`, with the fewest that make it."""
    sums: dict[int, tuple[int, ...]] = {0: ()}
    newest = [0]
    for _ in range(1, fewer_than):
        reached = []
        for total in newest:
            for unit in weaker:
                if total + unit <= most and total + unit not in sums:
                    sums[total + unit] = (*sums[total], unit)
                    reached.append(total + unit)
        newest = reached
        if not newest or len(sums) > MOST_SUMS:
            break
    return sums


def _units(count: int, strongest: int, weaker: tuple[int, ...], scale: int) -> Units:
    counted = [(count, strongest)] if count else []
    counted += [(len(list(same)), unit) for unit, same in groupby(sorted(weaker, reverse=True))]
    return tuple((number, Fraction(unit, scale)) for number, unit in counted)
