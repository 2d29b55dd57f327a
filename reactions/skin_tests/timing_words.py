"""When the tests are done, in words: after the reaction, and after the medicines that bear on them."""

from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from patients.background.shown import ShownMedicine
from patients.rules.washout import StillTaken, TooShort
from reactions.skin_tests.shown import ShownSession

TIMING: Mapping[str, Promise] = {
    "before-reaction": gettext_lazy("The tests lie before the reaction."),
    "too-early": gettext_lazy("Earlier than 14 days after the reaction: a negative is unreliable."),
    "two-to-four-weeks": gettext_lazy("Between 2 and 4 weeks after the reaction: allowed; after 4 weeks is better."),
    "usual": gettext_lazy("At least 4 weeks after the reaction."),
    "late": gettext_lazy("More than a year after the reaction: a negative is weak."),
}


def since_text(shown: ShownSession) -> str:
    """How many days after the reaction; what is missing says so."""
    if shown.since is None or shown.reaction is None:
        return _("days since the reaction: cannot be computed, no reaction is named")
    count = ngettext("%(days)s day", "%(days)s days", shown.since.days) % {"days": shown.since.days}
    words = {"days": count, "reaction": shown.reaction.told}
    if shown.since.exact:
        return _("%(days)s after %(reaction)s") % words
    return _("at least %(days)s after %(reaction)s") % words


def timing_text(shown: ShownSession) -> str:
    """What the days mean; "" where they cannot be told."""
    return str(TIMING[shown.since.timing]) if shown.since else ""


def washout_texts(shown: ShownSession) -> Iterator[str]:
    """Each medicine that can make the tests negative on the day, or that nobody asked."""
    taken = shown.medicines
    if taken is None or taken.not_recorded:
        yield _("medicines that bear on skin tests: not recorded; ask")
        return
    for medicine in taken.kept.standing:
        if text := _bearing(medicine):
            yield text


def _bearing(medicine: ShownMedicine) -> str:
    words: dict[str, object] = {"medicine": medicine.row.name}
    if medicine.rule.effect == "unknown-length":
        return _("%(medicine)s: makes tests negative for weeks to months") % words
    match medicine.washout:
        case StillTaken():
            return _("%(medicine)s: still taken, a negative is unreliable") % words
        case TooShort(days=days, needed_days=needed):
            words |= {"days": max(days, 0), "needed": needed}
            return _("%(medicine)s: stopped %(days)s of %(needed)s days before, a negative is unreliable") % words
    if medicine.rule.effect == "washout" and medicine.row.last_intake_on is None:
        return _("%(medicine)s: the last intake is not known; ask") % words
    return ""
