"""The least waste by trying everything. Shares no code with the planner: plain tuples, loops, the rules of README.md.

A plan is what it costs: (stock drawn, volume of bags, draws).
"""

from fractions import Fraction

from tests.protocols.engine.preparation.ways_to_draw import ways


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
