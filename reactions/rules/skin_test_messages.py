"""The sentences of skin tests and washouts."""

from desens.numbers.marking import gettext_noop

SKIN_TESTS = {
    "wheal-missing": gettext_noop("the wheal is missing"),
    "bleb-and-control-missing": gettext_noop(
        "neither the bleb at injection nor the test's own negative control is recorded"
    ),
    "no-reading": gettext_noop("no reading is recorded"),
    "wheal-alone": gettext_noop("wheal %(wheal)s mm, nothing recorded to compare it with"),
    "wheal-above-control": gettext_noop("%(mm)s mm above the negative control"),
    "wheal-below-control": gettext_noop("%(mm)s mm below the negative control"),
    "wheal-above-bleb": gettext_noop("grown by %(mm)s mm over the bleb"),
    "wheal-below-bleb": gettext_noop("%(mm)s mm smaller than the bleb"),
    "wheal-above-own-control": gettext_noop("%(mm)s mm above its own negative control"),
    "wheal-below-own-control": gettext_noop("%(mm)s mm below its own negative control"),
    "histamine-not-recorded": gettext_noop("the histamine control is not recorded: a negative cannot be told"),
    "histamine-failed": gettext_noop("the histamine control is %(wheal)s mm, below 3 mm: a negative does not count"),
    "negative-control-reacts": gettext_noop("the negative control is 3 mm or more: a positive does not count"),
    "negative-control-not-recorded": gettext_noop("the negative control is not recorded; judged on the wheal alone"),
    "flare-not-recorded": gettext_noop("the erythema is not recorded; judged on the wheal"),
    "wheal-without-flare": gettext_noop("a wheal without flare is not positive by the rule"),
    "intradermal-not-done": gettext_noop("negative by prick only: the intradermal test is not done"),
    "too-early": gettext_noop("earlier than 14 days after the reaction: a negative is unreliable"),
    "late-negative": gettext_noop("more than a year after the reaction: a negative is weak"),
    "days-after-reaction-not-recorded": gettext_noop("how many days after the reaction is not recorded"),
    "washouts-not-recorded": gettext_noop("whether medicines were stopped is not recorded"),
    "washout-too-short": gettext_noop(
        "%(medicine)s stopped %(since)s days before, %(days)s recommended: a negative is unreliable"
    ),
    "washout-not-known": gettext_noop(
        "the last intake of %(medicine)s is not known, %(days)s days without it recommended"
    ),
    "medicine-suppresses": gettext_noop("%(medicine)s can make tests negative for weeks to months"),
    "medicine-not-listed": gettext_noop(
        "%(medicine)s is not in the list of medicines: check whether it bears on tests"
    ),
}
