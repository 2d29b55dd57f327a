"""The preparation sheet: how the pharmacy makes the bags of one version, and who checked it. Nothing is reckoned here.

The plan is the one that the page shows (protocols.preparation_presenting); without one the final figures of each bag
still stand, and what is missing is named.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from desens.pages.times import local_text
from desens.printing.render import render_pdf
from protocols.documents.page_head import Head, head_context
from protocols.documents.preparation_sizes import plan_sizes
from protocols.documents.sheet_made import MadeOnSheet, made_context
from protocols.documents.sheet_products import product_rows
from protocols.documents.sheet_rows import clock_text
from protocols.documents.sheet_setup import bag_lines
from protocols.engine import Schedule
from protocols.findings_shown import FindingLine
from protocols.preparation_lines import PlanView


@dataclass(frozen=True, kw_only=True)
class StableFor:
    """One stated stability, with its condition and source; the clock starts when the bag is made."""

    hours: Quantity
    condition: str
    source: str


@dataclass(frozen=True, kw_only=True)
class PreparationSheet:
    """Everything the sheet says. `plan` is None where `missing` or `findings` say why; times are aware.

    `made` is the record of the bags; without one its places are left to be filled in by hand.
    """

    head: Head
    schedule: Schedule
    plan: PlanView | None
    findings: tuple[FindingLine, ...]
    missing: tuple[str, ...]
    stability: tuple[StableFor, ...]
    prescribed_by: str
    prescribed_at: datetime
    verified_by: str = ""
    verified_at: datetime | None = None
    made: MadeOnSheet | None = None


def render(sheet: PreparationSheet) -> bytes:
    """The sheet as PDF, the same bytes for the same sheet; CannotPrint where it cannot be printed faithfully."""
    return render_pdf(
        template="print/preparation_sheet.html",
        context=context(sheet),
        identifier=f"{sheet.head.identifier} preparation",
        pictures=sheet.head.unit.pictures,
    )


def context(sheet: PreparationSheet) -> dict[str, Any]:
    """What the templates show: texts and quantities, no bare number."""
    title = _("Preparation sheet %(code)s") % {"code": sheet.head.identity.code}
    zone, bags = get_current_timezone(), bag_lines(sheet.schedule)
    return head_context(sheet.head, title=title) | {
        "plan": sheet.plan,
        "products": product_rows(sheet.plan, sheet.made),
        "made": made_context(sheet.made),
        "findings": [figures_kept(finding.text) for finding in sheet.findings],
        "missing": sheet.missing,
        "bags": bags,
        "as_ordered": _as_ordered(sheet.plan, sheet.schedule),
        "sizes": plan_sizes(sheet.plan, bags),
        "stability": sheet.stability,
        "infusion_time": _infusion_time(sheet.schedule),
        "prescribed_by": sheet.prescribed_by,
        "prescribed_at": local_text(sheet.prescribed_at, zone),
        "verified_by": sheet.verified_by,
        "verified_at": local_text(sheet.verified_at, zone) if sheet.verified_at else "",
    }


def _as_ordered(plan: PlanView | None, schedule: Schedule) -> list[dict[str, Any]]:
    """Of each solution that syringes cannot measure as ordered, the amount that label and nursing sheet print."""
    measured = {line.number: str(line.amount.stated) for line in plan.solutions} if plan else {}
    ordered = {bag.number: Quantity.of(bag.amount, schedule.unit) for bag in schedule.solutions}
    differing = [number for number, text in measured.items() if text != str(ordered[number])]
    return [{"number": number, "amount": ordered[number]} for number in differing]


def _infusion_time(schedule: Schedule) -> str:
    minutes = Quantity.of(schedule.total_minutes, "min")
    return f"{minutes} = {clock_text(schedule.total_minutes)}"
