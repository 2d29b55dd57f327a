"""How the places of a blind check and the differences in them are called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.quantity import Quantity
from desens.numbers.write import number_text
from protocols.oral.checked_words import oral_label, oral_place
from protocols.rules.blind_check import Difference, Wanted, What

NAMES: Mapping[What, Promise] = {
    "concentration": gettext_lazy("concentration"),
    "amount": gettext_lazy("amount of drug"),
    "withdrawal": gettext_lazy("stock to withdraw"),
    "rate": gettext_lazy("rate"),
    "units": gettext_lazy("units"),
    "total": gettext_lazy("total"),
    "dose": gettext_lazy("dose"),
    "volume": gettext_lazy("volume"),
}


def place_of(wanted: Wanted) -> str:
    """Where a figure belongs: `bag 2, concentration`; of the steps only the first and the last are asked."""
    values = {"number": wanted.number, "what": NAMES[wanted.what]}
    if wanted.part == "bag":
        return _("bag %(number)s, %(what)s") % values
    if wanted.part in ("phase", "dose"):
        return oral_place(wanted)
    return _("first step, %(what)s") % values if wanted.number == 1 else _("last step, %(what)s") % values


def label_of(wanted: Wanted, volume: Quantity | None) -> str:
    """What stands at the field; `volume` is that of the figure's bag."""
    if wanted.part in ("phase", "dose"):
        return oral_label(wanted)
    if wanted.what == "rate":
        return _("Rate of the first step") if wanted.number == 1 else _("Rate of the last step")
    if wanted.what == "withdrawal":
        return _("Stock to withdraw for %(volume)s") % {"volume": volume}
    return _("Concentration") if wanted.what == "concentration" else _("Amount of drug")


def told(wanted: Wanted) -> str:
    """Where the first difference is, and nothing more: what the person who checks is told."""
    return _("%(where)s: differs from the version.") % {"where": place_of(wanted)}


def difference_of(difference: Difference | None) -> str:
    """The first difference as the version's page names it once it is verified, a slip by how many times; "" if none."""
    if difference is None:
        return ""
    place, slip = place_of(difference.wanted), difference.slip
    if slip is None:
        return place
    if slip > 1:
        return _("%(place)s: %(times)s times too high") % {"place": place, "times": number_text(slip)}
    return _("%(place)s: %(times)s times too low") % {"place": place, "times": number_text(1 / slip)}
