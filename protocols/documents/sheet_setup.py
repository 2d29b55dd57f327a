"""What is prepared before the first step: premedication, bags, line, filter, fluids, monitoring."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from protocols.documents.fitting import BAG, fitted, sized
from protocols.engine import Line, Premedication, Schedule
from protocols.rules.premedication_row import PremedicationRow

BLANK = "____"


@dataclass(frozen=True, kw_only=True)
class PremedicationLine:
    """One premedication; `due` is how long before the first step, or when in words."""

    drug: str
    dose: str
    route: str
    due: str
    size: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class BagLine:
    """Concentration stands between amount and volume: mg and mL are never side by side (safety.md H1)."""

    number: str
    amount: Quantity
    concentration: Quantity
    volume: Quantity


def premedication_lines(items: tuple[Premedication, ...]) -> list[PremedicationLine]:
    """In the order prescribed; a dose that the template leaves open is a blank to fill."""
    return [
        PremedicationLine(
            drug=item.drug,
            dose=_quantity_or_blank(item.dose, item.unit),
            route=item.route or BLANK,
            due=_due(item),
            size=sized(item.drug, long=50, longest=100),
            reason=_reason(item),
        )
        for item in items
    ]


def bag_lines(schedule: Schedule) -> list[BagLine]:
    """Each bag as it is prepared."""
    return [
        BagLine(
            number=str(bag.number),
            amount=Quantity.of(bag.amount, schedule.unit),
            concentration=Quantity.of(bag.concentration, f"{schedule.unit}/mL"),
            volume=Quantity.of(bag.volume_ml, "mL"),
        )
        for bag in schedule.solutions
    ]


def bags_size(bags: list[BagLine]) -> str:
    """The class of the table of bags, so that no figure is cut."""
    return fitted((str(figure) for bag in bags for figure in (bag.amount, bag.concentration, bag.volume)), BAG)


def conditions(
    *, schedule: Schedule, line: Line | None, filter_text: str, fluids: str, monitoring: str
) -> list[tuple[str, str]]:
    """Name and text of what holds for the whole infusion; what was not stated says so."""
    unstated = _("not stated")
    return [
        (_("Line and priming"), _line_text(line)),
        (_("After the last step"), _line_end(schedule, line)),
        (_("Filter"), figures_kept(filter_text) or unstated),
        (_("Fluids"), figures_kept(fluids) or unstated),
        (_("Monitoring"), figures_kept(monitoring) or unstated),
    ]


def _reason(item: Premedication) -> str:
    return figures_kept(item.reason) if isinstance(item, PremedicationRow) else ""


def _due(item: Premedication) -> str:
    if item.minutes_before is None and isinstance(item, PremedicationRow) and item.moment:
        return figures_kept(item.moment)
    return _quantity_or_blank(item.minutes_before, "min")


def _quantity_or_blank(value: Fraction | int | None, unit: str) -> str:
    return BLANK if value is None else str(Quantity.of(value, unit))


def _line_text(line: Line | None) -> str:
    if line is None:
        return _("not stated; computed as primed with the drug solution to the vein")
    what = {"diluent": _("primed with diluent"), "solution": _("primed with the drug solution")}[line.primed_with]
    lines = _("a new line with each bag") if line.per_solution else _("one line for all bags")
    return _("dead volume %(volume)s, %(primed)s, %(lines)s") % {
        "volume": Quantity.of(line.dead_volume_ml, "mL"),
        "primed": what,
        "lines": lines,
    }


def _line_end(schedule: Schedule, line: Line | None) -> str:
    if line is not None and line.end_flush:
        return _("flush the line as the last row says")
    if not schedule.in_line_ml:
        return _("do not flush, discard the line")
    return _("do not flush, discard the line: %(amount)s of the drug stay in lines holding %(volume)s") % {
        "amount": Quantity.of(schedule.in_line_amount, schedule.unit),
        "volume": Quantity.of(schedule.in_line_ml, "mL"),
    }
