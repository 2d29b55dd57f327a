"""The plan that wastes least: dynamic programming from the weakest solution to the strongest.

Least drug drawn from the stock comes first, then the least volume of opened bags, then the fewest draws. The drug in
opened vials rises with the drug drawn, so the first plan also opens the least.
"""

from collections.abc import Sequence
from fractions import Fraction

from protocols.engine.preparation.bench import Bench
from protocols.engine.preparation.making import Making
from protocols.engine.preparation.need import BagNeed, from_weak_to_strong, next_stronger

Cost = tuple[Fraction, Fraction, int]
Found = tuple[Cost, tuple[Making, ...]]
Moved = tuple[Fraction, ...]


class Search:
    """One search; `stuck` is the strongest solution that could not be made in any of the tries."""

    def __init__(self, needs: Sequence[BagNeed], bench: Bench) -> None:
        self.needs = from_weak_to_strong(needs)
        self.bench = bench
        self.stuck = 0
        self._places = {need.number: place for place, need in enumerate(self.needs)}
        self._known: dict[Moved, Found | None] = {}

    def least_waste(self) -> tuple[Making, ...] | None:
        """The makings from the weakest solution to the strongest; None where there is no plan."""
        found = self._best((Fraction(0),) * len(self.needs))
        return found and found[1]

    def _best(self, moved: Moved) -> Found | None:
        """The best of the solutions that remain, given what is taken from each for the weaker ones."""
        if not moved:
            return (Fraction(0), Fraction(0), 0), ()
        if moved not in self._known:
            self._known[moved] = self._best_of_all(moved)
        return self._known[moved]

    def _best_of_all(self, moved: Moved) -> Found | None:
        place = len(self.needs) - len(moved)
        need = self.needs[place]
        found: list[Found] = []
        makings = list(self.bench.makings(need, moved[0], next_stronger(need, self.needs)))
        if not makings:
            self.stuck = max(self.stuck, place)
        for making in makings:
            rest = self._best(self._handed_on(moved, making, place))
            if rest is not None:
                found.append((_with(rest[0], making), (making, *rest[1])))
        return min(found, key=lambda one: one[0], default=None)

    def _handed_on(self, moved: Moved, making: Making, place: int) -> Moved:
        """What the solutions after this one must hold besides their own."""
        if making.source is None:
            return moved[1:]
        source = self._places[making.source] - place - 1
        rest = list(moved[1:])
        rest[source] += making.addition.drawn_ml
        return tuple(rest)


def _with(cost: Cost, making: Making) -> Cost:
    stock_ml, bags_ml, draws = cost
    return stock_ml + making.stock_ml, bags_ml + making.bag.volume_ml, draws + making.draws
