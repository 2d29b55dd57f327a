"""The papers of what is not infused: the nursing sheet of doses, and the patient's calendar."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from protocols.documents.dose_sheet import DoseSheet
from protocols.documents.patient_calendar import PatientCalendar
from protocols.lifecycle.sign_offs import reasons_on_paper, signed_reasons
from protocols.oral.calendar import CalendarView
from protocols.oral.showing import calendar_of
from protocols.ordering.shown import monitoring_text
from protocols.papers.beside import beside_of
from protocols.papers.subject import Subject, head_of
from protocols.rescues import printed_rescue


def calendar_on_paper(subject: Subject) -> CalendarView:
    """The stored calendar; ValueError for an infusion."""
    calendar = calendar_of(subject.shown.document, subject.shown.standing.release)
    if calendar is None:
        raise ValueError("an infusion has no calendar")
    return calendar


def dose_sheet_of(subject: Subject) -> DoseSheet:
    """Everything the nurse's sheet of doses says."""
    orders, calendar = subject.shown.document.orders, calendar_on_paper(subject)
    return DoseSheet(
        head=head_of(subject, target=_target(calendar), size=_size(calendar)),
        calendar=calendar,
        orders=orders,
        monitoring=monitoring_text(orders),
        rescue=printed_rescue(subject.shown.document, subject.who),
        signed_reasons=reasons_on_paper(signed_reasons(subject.shown.standing.prescription)),
        **beside_of(orders),
        **subject.signed,
    )


def patient_calendar_of(subject: Subject) -> PatientCalendar:
    """Everything the patient's calendar says."""
    calendar = calendar_on_paper(subject)
    return PatientCalendar(
        head=head_of(subject, target=_target(calendar), size=_size(calendar)),
        calendar=calendar,
        telephone=subject.shown.document.orders.telephone,
    )


def _target(calendar: CalendarView) -> str:
    """What is reached; over days it must not read as what is taken from the first."""
    return _("up to %(target)s") % {"target": calendar.target_text} if calendar.by_day else calendar.target_text


def _size(calendar: CalendarView) -> str:
    if calendar.by_day:
        days = calendar.days[-1].number
        return ngettext("in %(count)s day", "in %(count)s days", days) % {"count": days}
    doses = len(calendar.doses)
    return ngettext("in %(count)s dose", "in %(count)s doses", doses) % {"count": doses}
