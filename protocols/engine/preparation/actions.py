"""The plan as a person carries it out: the strongest solution first, one action after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from protocols.engine.preparation.action import Action
from protocols.engine.preparation.making import Making


@dataclass
class Vials:
    """The opened vials in mL, emptied one after the other; none where their sizes are not stated."""

    volumes_ml: Sequence[Fraction]
    taken_ml: Fraction = field(default=Fraction(0))

    def take(self, volume_ml: Fraction) -> tuple[int, ...]:
        """The numbers of the vials that the volume comes from."""
        first, self.taken_ml = self.taken_ml, self.taken_ml + volume_ml
        numbers, begin = [], Fraction(0)
        for number, held_ml in enumerate(self.volumes_ml, start=1):
            end = begin + held_ml
            if begin < self.taken_ml and first < end:
                numbers.append(number)
            begin = end
        return tuple(numbers)


def actions_of(makings: Sequence[Making], vials: Vials) -> tuple[Action, ...]:
    """All actions; makings from the weakest to the strongest."""
    return tuple(action for making in reversed(makings) for action in _for_one(making, vials))


def _for_one(making: Making, vials: Vials) -> Iterator[Action]:
    solution = making.need.number
    yield Action(kind="take", solution=solution, bag=making.bag)
    if making.bag.overfill_ml is None:
        yield Action(kind="overfill", solution=solution, bag=making.bag)
    yield Action(kind="remove", solution=solution, withdrawal=making.removal)
    opened = vials.take(making.addition.drawn_ml) if making.source is None else ()
    yield Action(kind="add", solution=solution, withdrawal=making.addition, source=making.source, vials=opened)
    yield Action(kind="label", solution=solution)
