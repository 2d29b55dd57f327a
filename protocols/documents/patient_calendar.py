"""The patient's calendar of doses over days: large print, one page a fortnight, read at the kitchen table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from desens.printing.render import render_pdf
from protocols.documents.dose_sizes import day_sizes
from protocols.documents.fitting import sized
from protocols.documents.page_head import Head, head_context
from protocols.oral.calendar import CalendarView, Day

DAYS_A_PAGE = 14


@dataclass(frozen=True, kw_only=True)
class PatientCalendar:
    """Everything the calendar says; `telephone` is whom to call, "" prints a blank."""

    head: Head
    calendar: CalendarView
    telephone: str


def render(paper: PatientCalendar) -> bytes:
    """The calendar as PDF, the same bytes for the same calendar; CannotPrint where it cannot be printed faithfully."""
    return render_pdf(
        template="print/patient_calendar.html",
        context=context(paper),
        identifier=f"{paper.head.identifier} calendar",
        pictures=paper.head.unit.pictures,
    )


def context(paper: PatientCalendar) -> dict[str, Any]:
    """What the templates show: texts and quantities, no bare number."""
    title = _("Calendar %(code)s") % {"code": paper.head.identity.code}
    return head_context(paper.head, title=title) | {
        "calendar": paper.calendar,
        "sizes": day_sizes(paper.calendar),
        "fortnights": fortnights(paper.calendar.days),
        "telephone": paper.telephone,
        "telephone_size": sized(paper.telephone, long=30, longest=90),
        "emergency_telephone": paper.head.unit.patients_emergency_telephone,
        "watch_for": watch_for(),
    }


def fortnights(days: Sequence[Day]) -> list[Sequence[Day]]:
    """The days, fourteen a page."""
    return [days[start : start + DAYS_A_PAGE] for start in range(0, len(days), DAYS_A_PAGE)]


def watch_for() -> list[str]:
    """Signs of anaphylaxis, and of late reactions that end it, in a patient's words (clinical.md 1, 3 and 5.1)."""
    return [
        _("itching, hives, redness or swelling of the skin, lips, tongue or face"),
        _("tight throat, hoarse voice, cough, wheeze, hard to breathe"),
        _("dizziness, fainting, a racing heart, great weakness"),
        _("vomiting, cramps or diarrhea soon after a dose"),
        _("fever, blisters, peeling skin, sores of mouth, eyes or genitals, even days later"),
    ]
