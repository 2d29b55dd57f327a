"""What the prescriber did by hand and everybody after should see: an edited plan, a dose other than computed.

Implementation choice, no published limit: a target dose that is more than 5 % away from what was ordered needs a
signature with its reason; the same share as in the rounding of a computed dose (engine/dosing/rounding.py). What was
ordered is the dose before its rounding.
"""

from collections.abc import Iterator
from fractions import Fraction

from desens.numbers.marking import gettext_noop
from desens.numbers.quantity import Quantity
from desens.numbers.write import number_text
from protocols.dose_order import DoseOrder
from protocols.engine import Blocker, Caution, Finding, NeedsSignOff
from protocols.engine.dosing.rounding import MOST_CHANGE
from protocols.engine.products.units import converted

MESSAGES = {
    "plan-edited": gettext_noop(
        "Bags and steps were edited by hand: they are not those that the template gives for these choices."
    ),
    "oral-plan-edited": gettext_noop("The doses were edited by hand: they are not those of the template."),
    "ordered-in-other-unit": gettext_noop(
        "Ordered were %(ordered)s; the doses of this protocol are in %(unit)s: the two cannot be compared."
    ),
    "dose-rounded": gettext_noop("Ordered were %(ordered)s; rounded to %(target)s, %(percent)s %% away."),
}


def prescribed_findings(order: DoseOrder | None, *, target: Fraction, edited: bool) -> tuple[Finding, ...]:
    """An edited plan, and a target dose in mg that is not the ordered one."""
    return (*_edited(edited), *(_off_order(order, target) if order else ()))


def prescribed_by_mouth(order: DoseOrder | None, *, target: Fraction, unit: str, edited: bool) -> tuple[Finding, ...]:
    """The same of an oral plan, whose target dose is in `unit`."""
    changed = (Caution(code="oral-plan-edited"),) if edited else ()
    if order is None:
        return changed
    in_its_unit = converted(target, unit, order.unit)
    if in_its_unit is None:
        values = (("ordered", str(Quantity.of(order.unrounded, order.unit))), ("unit", Quantity.of(0, unit).unit_text))
        return (*changed, Blocker(code="ordered-in-other-unit", values=values))
    return (*changed, *_off_order(order, in_its_unit))


def _edited(edited: bool) -> Iterator[Finding]:
    if edited:
        yield Caution(code="plan-edited")


def _off_order(order: DoseOrder, target: Fraction) -> Iterator[Finding]:
    if target == order.unrounded:
        return
    change = abs(target - order.unrounded) / order.unrounded
    values = (
        ("ordered", str(Quantity.of(order.unrounded, order.unit))),
        ("target", str(Quantity.of(target, order.unit))),
        ("percent", number_text(change * 100)),
    )
    level = Caution if change <= MOST_CHANGE else NeedsSignOff
    yield level(code="dose-rounded", values=values)
