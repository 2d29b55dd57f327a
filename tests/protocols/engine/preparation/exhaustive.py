"""The least waste by trying everything. Shares no code with the planner: plain tuples, loops, the rules of README.md.

A way to draw is (drawn, reading, draws); a plan is what it costs: (stock drawn, volume of bags, draws).
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


def plans(solutions, strength, syringes, bags):
    """What every plan costs. Solutions: (concentration, scheduled volume, drawn), the weakest first, none equal."""
    return list(_plans(solutions, strength, syringes, bags, Fraction(0)))


def _plans(solutions, strength, syringes, bags, handed_on):
    if not solutions:
        yield Fraction(0), Fraction(0), 0
        return
    (concentration, scheduled, infused), *stronger = solutions
    alone = infused + handed_on <= scheduled
    for final in {*bags, scheduled if alone else scheduled + handed_on}:
        if final < infused + handed_on or final > max(bags):
            continue
        bag = min(content for content in bags if content >= final)
        amount = concentration * final
        added, serial = ways(amount / strength, syringes), False
        if not added and stronger:
            added, serial = ways(amount / stronger[0][0], syringes), True
        if not added:
            continue
        asked = amount / (stronger[0][0] if serial else strength)
        drawn, _reading, draws = added[0]
        removals = [
            way
            for way in ways(bag - final + asked, syringes)
            if way[0] <= bag and bag - way[0] + drawn >= infused + handed_on
        ]
        if not removals:
            continue
        for stock, volumes, fills in _plans(stronger, strength, syringes, bags, drawn if serial else Fraction(0)):
            yield stock + (0 if serial else drawn), volumes + bag, fills + draws + removals[0][2]


def least_opened(needed, sizes, most=12):
    """The least drug in vials that hold the need, by trying every number of each size up to `most`."""
    totals = {Fraction(0)}
    for size in sizes:
        totals = {total + number * size for total in totals for number in range(most + 1)}
    return min(total for total in totals if total >= needed)
