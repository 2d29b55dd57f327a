"""What a bag holds after the work, as closed intervals. README.md has the formulae."""

from fractions import Fraction

from protocols.engine.preparation.making import Making
from protocols.engine.preparation.measured import Measured


def volume_of(making: Making) -> Measured:
    """The volume in mL: the diluent left and what is added."""
    added, diluent = making.addition.volume_ml, diluent_left(making)
    return Measured(
        least=diluent.least + added.least,
        stated=diluent.stated + added.stated,
        greatest=diluent.greatest + added.greatest,
    )


def amount_of(making: Making, source: Measured) -> Measured:
    """The amount of drug, from a source of that concentration per mL."""
    added = making.addition.volume_ml
    return Measured(
        least=added.least * source.least,
        stated=added.stated * source.stated,
        greatest=added.greatest * source.greatest,
    )


def concentration_of(making: Making, source: Measured) -> Measured:
    """The concentration per mL, from a source of that concentration."""
    added, diluent = making.addition.volume_ml, diluent_left(making)
    return Measured(
        least=_mixed(added.least, source.least, diluent.greatest),
        stated=_mixed(added.stated, source.stated, diluent.stated),
        greatest=_mixed(added.greatest, source.greatest, diluent.least),
    )


def diluent_left(making: Making) -> Measured:
    """What the removal leaves of the bag's content: never less than nothing."""
    content_ml, removed = making.bag.content_ml, making.removal.volume_ml
    return Measured(
        least=max(Fraction(0), content_ml - removed.greatest),
        stated=content_ml - removed.stated,
        greatest=content_ml - removed.least,
    )


def _mixed(added_ml: Fraction, concentration: Fraction, diluent_ml: Fraction) -> Fraction:
    """The concentration after mixing: rises with what is added and its strength, falls with the diluent."""
    return added_ml * concentration / (added_ml + diluent_ml)
