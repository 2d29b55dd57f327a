"""What each bag then holds, from the strongest to the weakest."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.preparation.making import Making
from protocols.engine.preparation.measured import Measured
from protocols.engine.preparation.mixing import amount_of, concentration_of, volume_of


@dataclass(frozen=True, kw_only=True)
class PreparedBag:
    """A bag before anything is taken from it; `left_*` remain after the steps and what is moved on."""

    number: int
    scheduled_concentration: Fraction
    volume_ml: Measured
    amount: Measured
    concentration: Measured
    infused_ml: Fraction
    moved_ml: Fraction
    left_ml: Fraction
    left_amount: Fraction


def prepared_bags(makings: Sequence[Making], strength: Fraction) -> tuple[PreparedBag, ...]:
    """The bags from the strongest to the weakest, as they are made; makings from the weakest to the strongest."""
    sources: dict[int | None, Measured] = {None: Measured.exactly(strength)}
    bags = []
    for making in reversed(makings):
        bag = _prepared(making, sources[making.source])
        sources[bag.number] = bag.concentration
        bags.append(bag)
    return tuple(bags)


def _prepared(making: Making, source: Measured) -> PreparedBag:
    concentration = concentration_of(making, source)
    left_ml = making.prepared_ml - making.need.infused_ml - making.moved_ml
    return PreparedBag(
        number=making.need.number,
        scheduled_concentration=making.need.concentration,
        volume_ml=volume_of(making),
        amount=amount_of(making, source),
        concentration=concentration,
        infused_ml=making.need.infused_ml,
        moved_ml=making.moved_ml,
        left_ml=left_ml,
        left_amount=left_ml * concentration.stated,
    )
