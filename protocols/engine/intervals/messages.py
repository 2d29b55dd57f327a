"""The sentences of single doses at intervals: their findings, and how each dose comes about."""

from desens.numbers.marking import gettext_noop

MESSAGES = {
    "dose-jump": gettext_noop("Dose %(step)s is %(fold)s times the dose before it."),
    "dose-fall": gettext_noop("Dose %(step)s falls to %(fold)s times the dose before it."),
    "single-dose": gettext_noop("Minute %(minute)s, dose %(step)s: %(dose)s, %(cumulative)s in all."),
    "single-dose-measured": gettext_noop(
        "Minute %(minute)s, dose %(step)s: %(volume)s of solution %(solution)s x %(concentration)s = %(dose)s, "
        "%(cumulative)s in all."
    ),
}
