"""The ordered dose of a stored version, as its pages show it beside the target dose."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desens.numbers.quantity import Quantity
from desens.numbers.write import read_exact
from protocols.dose_order import DoseOrder
from protocols.doubts import confirmed_shown
from protocols.engine.products.units import converted
from protocols.findings_shown import finding_lines
from protocols.rules.ordered_dose import CODES, Ordered
from protocols.version_document import VersionDocument


@dataclass(frozen=True, kw_only=True)
class OrderedShown:
    """What was ordered, None where only the target dose was typed; how far away that is, "" where it is the same.

    `confirmed`: unusual figures that the prescriber confirmed.
    """

    ordered: Quantity | None
    same: bool
    away: str
    reason: str
    confirmed: tuple[str, ...] = ()


def ordered_of(order: DoseOrder | None, chosen: Mapping[str, Any], *, unit: str) -> Ordered | None:
    """As the rule takes it, from the computed order or from the fields of the editor; None where nothing was stated."""
    reason = str(chosen.get("dose_reason") or "")
    if order is not None:
        return Ordered(dose=order.unrounded, unit=order.unit, reason=reason, computed=True)
    typed = chosen.get("ordered_dose")
    return Ordered(dose=read_exact(str(typed)), unit=unit, reason=reason) if typed else None


def ordered_shown(document: VersionDocument) -> OrderedShown:
    """From the frozen document alone: the percentage is that of the stored finding."""
    specification = document.specification
    ordered = ordered_of(document.dose_order, document.choices, unit=specification.unit)
    target = specification.target_dose + sum(one.specification.target_dose for one in document.others)
    stored = [finding for finding in document.schedule.findings if finding.code in CODES]
    return OrderedShown(
        ordered=Quantity.of(ordered.dose, ordered.unit) if ordered else None,
        same=ordered is not None and converted(target, specification.unit, ordered.unit) == ordered.dose,
        away=" ".join(line.text for line in finding_lines(stored)),
        reason=ordered.reason if ordered else "",
        confirmed=tuple(confirmed_shown(document.choices.get("confirmed", ""))),
    )
