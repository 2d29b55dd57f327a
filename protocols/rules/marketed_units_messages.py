"""The sentences about the units that a plan by mouth counts in."""

from desens.numbers.marking import gettext_noop

MESSAGES = {
    "units-not-established": gettext_noop(
        "Cannot be checked whether whole units make the doses: missing in the data of %(products)s: its tablets or "
        "capsules."
    ),
    "units-not-stated": gettext_noop(
        "%(products)s has units of %(units)s, but no marketed strengths are stated: "
        "whether whole units make the doses was not checked."
    ),
    "unit-of-no-product": gettext_noop(
        "The doses are counted in units of %(strength)s; %(products)s has units of %(units)s (%(basis)s; %(mark)s)."
    ),
}
