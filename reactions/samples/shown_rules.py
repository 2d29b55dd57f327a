"""The two rules of tryptase as the page says them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from reactions.rules.level import Level
from reactions.rules.tryptase import RATIO, TryptaseVerdict
from reactions.samples.figure.said import MULTIPLIED, bounded

UNIT = "ng/mL"


@dataclass(frozen=True, kw_only=True)
class ShownRule:
    """One of the two rules: how it is computed, at which figure, and what it says; `decides` by the unit's choice."""

    name: str
    figure: str
    outcome: str
    decides: bool


def shown_rules(verdict: TryptaseVerdict) -> tuple[ShownRule, ...]:
    """Both, whichever decides."""
    threshold = "" if verdict.threshold is None else _level(verdict.threshold, UNIT)
    ratio = "" if verdict.ratio is None else _level(verdict.ratio, "")
    limit = Quantity.of(RATIO, "").number
    return (
        ShownRule(
            name=_("1.2 %(times)s baseline + 2 ng/mL (Valent 2019)") % {"times": MULTIPLIED},
            figure=_("threshold %(figure)s") % {"figure": threshold},
            outcome=said(verdict.by_twenty_percent),
            decides=verdict.rule == "twenty-percent",
        ),
        ShownRule(
            name=_("acute / baseline above %(limit)s (PMID 34425177)") % {"limit": limit},
            figure=_("ratio %(figure)s") % {"figure": ratio} if ratio else _("ratio cannot be computed"),
            outcome=said(verdict.by_ratio),
            decides=verdict.rule == "ratio",
        ),
    )


def _level(level: Level, unit: str) -> str:
    quantity = Quantity.of(level.value, unit)
    return bounded(str(quantity) if unit else quantity.number, level.beyond)


def said(significant: bool | None) -> str:
    """What a rule says, in words."""
    if significant is None:
        return _("cannot be computed")
    return _("significant rise") if significant else _("no significant rise")
