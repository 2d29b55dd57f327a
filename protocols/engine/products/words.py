"""The words that stand as values in the sentences of product findings."""

from desens.numbers.marking import gettext_noop

DILUENT_NAMES = {
    "sodium-chloride-0.9": gettext_noop("sodium chloride 0.9\u00a0%"),
    "glucose-5": gettext_noop("glucose 5\u00a0%"),
    "glucose-5-sodium-chloride-0.9": gettext_noop("glucose 5\u00a0% in sodium chloride 0.9\u00a0%"),
    "glucose-5-ringer": gettext_noop("glucose 5\u00a0% in Ringer's solution"),
    "undiluted": gettext_noop("undiluted"),
    "chloride": gettext_noop("anything with chloride"),
    "alkaline": gettext_noop("anything alkaline"),
    "all-others": gettext_noop("everything else"),
}
NOT_STATED = gettext_noop("not stated")

MARKS = {
    "seen": gettext_noop("read in a copy of the source"),
    "known": gettext_noop("from the literature"),
    "VERIFY": gettext_noop("to be verified against the source"),
}

GAPS = {
    "strength": gettext_noop("strength"),
    "concentration_least": gettext_noop("least concentration"),
    "concentration_greatest": gettext_noop("greatest concentration"),
    "diluents_allowed": gettext_noop("diluents"),
    "rate_greatest": gettext_noop("greatest rate"),
    "stability": gettext_noop("stability"),
}
