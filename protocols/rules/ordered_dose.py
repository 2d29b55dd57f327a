"""A target dose beside the dose that was ordered: how far apart, in which direction, and why.

Implementation choice, no published limit (clinical.md 8 has none): more than 5 % away needs a signature with its
reason, the same share as in the rounding of a computed dose (engine/dosing/rounding.py). A dose that was typed beside
another ordered one, without a word why, needs one however near it is. A computed dose says its rounding itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from desens.numbers.marking import gettext_noop
from desens.numbers.quantity import Quantity
from desens.numbers.write import number_text
from protocols.engine import Caution, Finding, NeedsSignOff
from protocols.engine.dosing.rounding import MOST_CHANGE

#: Every finding about the ordered dose; `dose-rounded` is also in stored versions.
CODES = ("dose-rounded", "dose-banded", "dose-unexplained", "ordered-in-other-unit")
MESSAGES = {
    "dose-rounded": gettext_noop("Ordered were %(ordered)s; rounded to %(target)s, %(percent)s %% away."),
    "dose-banded": gettext_noop(
        "Ordered were %(ordered)s; the target dose is %(target)s, %(percent)s %% %(direction)s: %(reason)s."
    ),
    "dose-unexplained": gettext_noop(
        "Ordered were %(ordered)s; the target dose is %(target)s, %(percent)s %% %(direction)s, and nobody wrote why."
    ),
}
#: Values of these sentences that are words.
WORDED = frozenset({"direction"})
WORDS = (gettext_noop("more"), gettext_noop("less"))


@dataclass(frozen=True, kw_only=True)
class Ordered:
    """The dose as ordered, in `unit` and above 0; `reason` why the target is another; `computed` from an order."""

    dose: Fraction
    unit: str
    reason: str = ""
    computed: bool = False


def ordered_findings(ordered: Ordered | None, *, target: Fraction) -> Iterator[Finding]:
    """None where the target is the ordered dose, or nobody stated what was ordered."""
    if ordered is None or target == ordered.dose:
        return
    change = abs(target - ordered.dose) / ordered.dose
    code = "dose-banded" if ordered.reason else "dose-rounded" if ordered.computed else "dose-unexplained"
    level = Caution if change <= MOST_CHANGE and code != "dose-unexplained" else NeedsSignOff
    values = {
        "ordered": str(Quantity.of(ordered.dose, ordered.unit)),
        "target": str(Quantity.of(target, ordered.unit)),
        "percent": number_text(change * 100),
    }
    if code != "dose-rounded":
        values["direction"] = "more" if target > ordered.dose else "less"
    if ordered.reason:
        values["reason"] = ordered.reason
    yield level(code=code, values=tuple(values.items()))
