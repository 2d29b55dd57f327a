"""Bag labels: what is in a bag, for whom, until when, and how fast it may run."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.pages.times import local_text
from desens.printing.render import render_pdf
from protocols.documents.fitting import sized
from protocols.documents.label_sheets import LabelSheet, placed
from protocols.documents.page_head import Head
from protocols.documents.qr import qr_svg
from protocols.documents.sheet_head import state_text
from protocols.engine import Schedule, ScheduledSolution


@dataclass(frozen=True, kw_only=True)
class BagLabels:
    """The labels of `bags` (numbers) of one version; `address` of a bag is the head's with the bag behind it."""

    head: Head
    schedule: Schedule
    bags: tuple[int, ...]
    prepared_at: datetime
    use_by: datetime
    sheet: LabelSheet
    first: int = 1


@dataclass(frozen=True, kw_only=True)
class LabelLines:
    """One label. Concentration stands between amount and volume: mg and mL are never side by side (safety.md H1)."""

    key: str
    number: str
    of: str
    amount: Quantity
    concentration: Quantity
    volume: Quantity
    rates: str
    qr: str


def render(labels: BagLabels) -> bytes:
    """The labels as PDF, at their places on the sheet; CannotPrint where a text does not fit its label."""
    return render_pdf(
        template="print/bag_labels.html",
        context=context(labels),
        identifier=f"{labels.head.identifier} labels {labels.sheet.key} {labels.first}",
    )


def context(labels: BagLabels) -> dict[str, Any]:
    """What the template shows: texts and quantities, no bare number."""
    head, zone = labels.head, get_current_timezone()
    lines = [_lines(labels, bag) for bag in labels.schedule.solutions if bag.number in labels.bags]
    sheets = placed(len(lines), labels.sheet, labels.first)
    return {
        "title": _("Bag labels %(code)s") % {"code": head.identity.code},
        "sheet": labels.sheet.key,
        "on": "on-roll" if labels.sheet.labels == 1 else "on-sheets",
        "sheets": [[None if place is None else lines[place] for place in places] for places in sheets],
        "identity": head.identity,
        "name_size": sized(head.identity.shown_name, long=28, longest=60),
        "born": head.identity.birth_date.isoformat() if head.identity.birth_date else "",
        "drug": head.drug,
        "drug_size": sized(head.drug, long=22, longest=44),
        "prepared": local_text(labels.prepared_at, zone),
        "use_by": local_text(labels.use_by, zone),
        "intended": head.intended_on.isoformat() if head.intended_on else "",
        "version": f"v{head.version_number}",
        "short_hash": head.short_hash,
        "banner": state_text(head.state),
    }


def _lines(labels: BagLabels, bag: ScheduledSolution) -> LabelLines:
    unit, number = labels.schedule.unit, str(bag.number)
    return LabelLines(
        key=f"label-{number}",
        number=number,
        of=str(len(labels.schedule.solutions)),
        amount=Quantity.of(bag.amount, unit),
        concentration=Quantity.of(bag.concentration, f"{unit}/mL"),
        volume=Quantity.of(bag.volume_ml, "mL"),
        rates=_rates(labels.schedule, bag.number),
        qr=qr_svg(f"{labels.head.address}bags/{number}/"),
    )


def _rates(schedule: Schedule, bag: int) -> str:
    """From the slowest to the fastest step of the bag."""
    rates = [step.rate_ml_h for step in schedule.steps if step.solution == bag and not step.flush]
    least, most = Quantity.of(min(rates), "mL/h"), Quantity.of(max(rates), "mL/h")
    return str(most) if least == most else _("%(least)s to %(most)s") % {"least": least.number, "most": most}
