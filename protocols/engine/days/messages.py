"""The sentences of an oral protocol over days: its findings, and each of its doses."""

from desens.numbers.marking import gettext_noop

MESSAGES = {
    "must-be-compounded": gettext_noop(
        "On day %(day)s %(dose)s cannot be made of whole units of %(strengths)s: it must be compounded."
    ),
    "daily-dose-jump": gettext_noop(
        "On day %(day)s the amount a day is %(fold)s times that of the day before; more than 10 times is too steep."
    ),
    "single-dose-jump": gettext_noop(
        "On day %(day)s one dose, %(dose)s, is %(fold)s times the dose before it; more than 10 times is too steep."
    ),
    "daily-dose-fall": gettext_noop("On day %(day)s the amount a day falls to %(fold)s times that of the day before."),
    "day": gettext_noop("Day %(day)s: %(doses)s, %(total)s in all."),
    "day-open": gettext_noop("Day %(day)s and every day after it: %(doses)s, %(total)s a day."),
}
