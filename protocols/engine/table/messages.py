"""One sentence a rule of the table checker, with the values of the finding."""

from desens.numbers.marking import gettext_noop

MESSAGES = {
    "table-rate-unit": gettext_noop(
        "The rates are printed in %(printed)s, but more rows fit %(expected)s: a 60-fold difference."
    ),
    "table-rate-time-volume": gettext_noop(
        "In %(place)s rate x time is not the volume: %(column)s is printed as %(printed)s, "
        "the others give %(expected)s."
    ),
    "table-concentration-volume-dose": gettext_noop(
        "In %(place)s concentration x volume is not the dose: %(column)s is printed as %(printed)s, "
        "the others give %(expected)s."
    ),
    "table-cumulative": gettext_noop(
        "In %(place)s the doses so far add up to %(expected)s: %(column)s is printed as %(printed)s."
    ),
    "table-cumulative-restarts": gettext_noop(
        "In %(place)s the cumulative dose starts again at %(printed)s; running on it would be %(expected)s."
    ),
    "table-bag-amount": gettext_noop(
        "In %(place)s concentration x volume does not give the amount, or not the target: "
        "%(column)s is stated as %(printed)s, the others give %(expected)s."
    ),
    "table-bag-exhausted": gettext_noop(
        "In %(place)s the bag runs dry: %(printed)s mL are printed, and it has %(expected)s mL left."
    ),
    "table-total-dose": gettext_noop("The doses add up to %(printed)s; the target is %(expected)s."),
    "table-total-time": gettext_noop("The minutes are printed as %(printed)s in all; the steps take %(expected)s."),
    "table-dilution-source": gettext_noop(
        "In %(place)s the dilution cannot be made from its stated source: it asks for %(printed)s, "
        "at most %(expected)s can be."
    ),
    "table-escalation": gettext_noop(
        "In %(place)s the rise of the dose per minute is out of bounds, or not as printed: %(printed)s against "
        "%(expected)s."
    ),
}
