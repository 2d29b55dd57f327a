"""What each bag then holds, with the error of the graduations as closed intervals. README.md has the formulae."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.preparation.making import Making
from protocols.engine.preparation.measured import Measured

ZERO = Fraction(0)


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
    added, diluent = making.addition.volume_ml, _diluent_left(making)
    concentration = Measured(
        least=_mixed(added.least, source.least, diluent.greatest),
        stated=_mixed(added.stated, source.stated, diluent.stated),
        greatest=_mixed(added.greatest, source.greatest, diluent.least),
    )
    left_ml = making.prepared_ml - making.need.infused_ml - making.moved_ml
    return PreparedBag(
        number=making.need.number,
        scheduled_concentration=making.need.concentration,
        volume_ml=Measured(
            least=diluent.least + added.least,
            stated=diluent.stated + added.stated,
            greatest=diluent.greatest + added.greatest,
        ),
        amount=Measured(
            least=added.least * source.least,
            stated=added.stated * source.stated,
            greatest=added.greatest * source.greatest,
        ),
        concentration=concentration,
        infused_ml=making.need.infused_ml,
        moved_ml=making.moved_ml,
        left_ml=left_ml,
        left_amount=left_ml * concentration.stated,
    )


def _diluent_left(making: Making) -> Measured:
    """What the removal leaves of the bag's content: never less than nothing."""
    content_ml, removed = making.bag.content_ml, making.removal.volume_ml
    return Measured(
        least=max(ZERO, content_ml - removed.greatest),
        stated=content_ml - removed.stated,
        greatest=content_ml - removed.least,
    )


def _mixed(added_ml: Fraction, concentration: Fraction, diluent_ml: Fraction) -> Fraction:
    """The concentration after mixing: rises with what is added and its strength, falls with the diluent."""
    return added_ml * concentration / (added_ml + diluent_ml)
