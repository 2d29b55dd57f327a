"""What the prescriber did by hand and everybody after should see: an edited plan, a dose other than ordered."""

from collections.abc import Iterator
from fractions import Fraction

from desens.numbers.marking import gettext_noop
from desens.numbers.quantity import Quantity
from protocols.engine import Blocker, Caution, Finding
from protocols.engine.products.units import converted
from protocols.rules import ordered_dose
from protocols.rules.ordered_dose import Ordered, ordered_findings

MESSAGES = ordered_dose.MESSAGES | {
    "plan-edited": gettext_noop(
        "Bags and steps were edited by hand: they are not those that the template gives for these choices."
    ),
    "oral-plan-edited": gettext_noop("The doses were edited by hand: they are not those of the template."),
    "ordered-in-other-unit": gettext_noop(
        "Ordered were %(ordered)s; the doses of this protocol are in %(unit)s: the two cannot be compared."
    ),
}


def prescribed_findings(ordered: Ordered | None, *, target: Fraction, edited: bool) -> tuple[Finding, ...]:
    """An edited plan, and a target dose that is not the ordered one; both in the unit of the order."""
    return (*_edited(edited), *ordered_findings(ordered, target=target))


def prescribed_by_mouth(ordered: Ordered | None, *, target: Fraction, unit: str, edited: bool) -> tuple[Finding, ...]:
    """The same of an oral plan, whose target dose is in `unit`."""
    changed = (Caution(code="oral-plan-edited"),) if edited else ()
    if ordered is None:
        return changed
    in_its_unit = converted(target, unit, ordered.unit)
    if in_its_unit is None:
        values = (("ordered", str(Quantity.of(ordered.dose, ordered.unit))), ("unit", Quantity.of(0, unit).unit_text))
        return (*changed, Blocker(code="ordered-in-other-unit", values=values))
    return (*changed, *ordered_findings(ordered, target=in_its_unit))


def _edited(edited: bool) -> Iterator[Finding]:
    if edited:
        yield Caution(code="plan-edited")
