"""What a bag was ordered to hold, in words; a figure only where it was ordered as a figure."""

from fractions import Fraction

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.write import number_text
from protocols.engine import Solution


def holds_of(bag: Solution, unit: str) -> str:
    """What the prescriber wrote for the bag; amounts in `unit`."""
    if bag.dilution == 1:
        return _("full strength")
    if bag.dilution is not None:
        return _("1:%(times)s of the full strength") % {"times": number_text(bag.dilution)}
    if bag.concentration is not None:
        return _("%(concentration)s, as ordered") % {"concentration": Quantity.of(bag.concentration, f"{unit}/mL")}
    if isinstance(bag.amount, Fraction):
        return _("%(amount)s of the drug, as ordered") % {"amount": Quantity.of(bag.amount, unit)}
    if bag.amount == "full":
        return _("the target dose")
    return _("what the steps of the other bags leave of the target dose, in what reaches the patient of this bag")
