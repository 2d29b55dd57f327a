"""The nursing sheet of what is not infused: doses by mouth over days, or single doses at intervals.

Built on the calendar as the version's page shows it; nothing is reckoned here.
"""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from desens.pages.times import local_text
from desens.printing.render import render_pdf
from protocols.documents.dose_sizes import day_sizes, dose_sizes
from protocols.documents.fitting import sized
from protocols.documents.page_head import Head, head_context
from protocols.documents.sheet_rescue import glucagon_parts, rescue_words
from protocols.documents.sheet_rows import LONG_STEP_MINUTES, clock_text
from protocols.documents.sheet_setup import premedication_lines
from protocols.oral.calendar import CalendarView, Dose
from protocols.orders import Orders, Rescue

#: More than these beside route and monitoring would be too narrow for their figures.
SOLUTIONS_BESIDE = 4
SOLUTIONS_A_ROW = 5


@dataclass(frozen=True, kw_only=True)
class DoseSheet:
    """Everything the sheet says; `rescue` is the dose that belongs to the weight printed beside it. Times are aware."""

    head: Head
    calendar: CalendarView
    orders: Orders
    monitoring: str
    rescue: Rescue
    signed_reasons: tuple[str, ...]
    prescribed_by: str
    prescribed_at: datetime
    ready: tuple[str, ...] = ()
    observation: Quantity | None = None
    verified_by: str = ""
    verified_at: datetime | None = None


def render(sheet: DoseSheet) -> bytes:
    """The sheet as PDF, the same bytes for the same sheet; CannotPrint where it cannot be printed faithfully."""
    return render_pdf(
        template="print/dose_sheet.html",
        context=context(sheet),
        identifier=f"{sheet.head.identifier} doses",
        pictures=sheet.head.unit.pictures,
    )


def context(sheet: DoseSheet) -> dict[str, Any]:
    """What the templates show: texts and quantities, no bare number."""
    title = _("Nursing sheet %(code)s") % {"code": sheet.head.identity.code}
    return head_context(sheet.head, title=title) | _emergency(sheet) | _given(sheet) | _end(sheet)


def _emergency(sheet: DoseSheet) -> dict[str, Any]:
    orders, unit = sheet.orders, sheet.head.unit
    return {
        "stop_rules": [figures_kept(rule) for rule in orders.stop_rules],
        "stop_size": sized(*orders.stop_rules, long=440, longest=1200),
        "rescue": rescue_words(sheet.rescue),
        "glucagon": glucagon_parts(orders.glucagon),
        "telephone": orders.telephone,
        "telephone_size": sized(orders.telephone, long=30, longest=90),
        "emergency_telephone": unit.emergency_telephone,
        "emergency_telephone_size": sized(unit.emergency_telephone, long=30, longest=90),
        "no_line": True,
    }


def _given(sheet: DoseSheet) -> dict[str, Any]:
    solutions = sheet.calendar.solutions
    below = range(0, len(solutions), SOLUTIONS_A_ROW) if len(solutions) > SOLUTIONS_BESIDE else ()
    return {
        "solutions_beside": () if below else solutions,
        "solutions_below": [solutions[start : start + SOLUTIONS_A_ROW] for start in below],
        "doses": [(dose, _clock(dose)) for dose in sheet.calendar.doses],
        "calendar": sheet.calendar,
        "sizes": day_sizes(sheet.calendar) if sheet.calendar.by_day else dose_sizes(sheet.calendar),
        "premedication": premedication_lines(sheet.orders.premedication),
        "ready": sheet.ready,
        "observation": sheet.observation,
        "monitoring": figures_kept(sheet.monitoring) or _("not stated"),
        "signed_reasons": [figures_kept(reason) for reason in sheet.signed_reasons],
    }


def _clock(dose: Dose) -> str:
    minutes = Fraction(dose.time.value)
    return clock_text(minutes) if minutes > LONG_STEP_MINUTES else ""


def _end(sheet: DoseSheet) -> dict[str, Any]:
    zone = get_current_timezone()
    return {
        "prescribed_by": sheet.prescribed_by,
        "prescribed_at": local_text(sheet.prescribed_at, zone),
        "verified_by": sheet.verified_by,
        "verified_at": local_text(sheet.verified_at, zone) if sheet.verified_at else "",
        "origins": [_("engine %(version)s") % {"version": sheet.calendar.engine_version}],
    }
