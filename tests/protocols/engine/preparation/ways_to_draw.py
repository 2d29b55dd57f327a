"""How a volume can be drawn, by loops over the rules of README.md; shares no code with the planner.

A syringe is (size, graduation, least), a way to draw is (drawn, reading, draws).
"""

from fractions import Fraction
from functools import lru_cache
from itertools import count

ERROR, ROUNDING = Fraction(1, 20), Fraction(1, 1000)


@lru_cache
def usable(size, graduation):
    """The largest whole graduation of a syringe."""
    return max(n * graduation for n in range(1, int(size / graduation) + 2) if n * graduation <= size)


def fillings(volume, size, graduation, least):
    """How often a syringe is filled for a volume; None where that is too little for each filling."""
    times = next(n for n in count(1) if n * usable(size, graduation) >= volume)
    return times if volume >= times * least else None


def nearest(volume, graduation):
    """The nearest graduation, the upper one of two."""
    below = volume - volume % graduation
    return below if volume - below < below + graduation - volume else below + graduation


def all_ways(asked, syringes):
    """Every way to draw a volume."""
    for size, graduation, least in syringes:
        times = fillings(asked, size, graduation, least)
        if times:
            yield nearest(asked, graduation), times * graduation / 2, times
    for size, graduation, least in syringes:
        for fine_size, fine, fine_least in syringes:
            main = asked - asked % graduation
            if fine >= graduation or main == asked:
                continue
            if asked - main < fine_least:
                main -= graduation
            times = fillings(main, size, graduation, least) if main > 0 else None
            if times and fillings(asked - main, fine_size, fine, fine_least) == 1:
                yield main + nearest(asked - main, fine), times * graduation / 2 + fine / 2, times + 1


def goodness(way, asked):
    """Smaller is better."""
    drawn, reading, draws = way
    error = abs(drawn - asked) + reading
    if error > ERROR * asked:
        return "less exact", error, draws
    unrounded = abs(drawn - asked) <= ROUNDING * asked
    return "exact", draws - Fraction("1.5") if unrounded else draws, error


@lru_cache(maxsize=1000)
def ways(asked, syringes):
    """All of them, the best first."""
    return sorted(all_ways(asked, syringes), key=lambda way: goodness(way, asked))
