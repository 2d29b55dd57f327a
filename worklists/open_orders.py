"""Versions with which work goes on and whose dose was computed: which of them give another dose today."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q, QuerySet

from protocols.dose_figures_many import OfPatient
from protocols.lifecycle.dose_change import OrderOf, dose_changes
from protocols.models import ComputedDose
from worklists.states import has_later_in_force, released, released_before, superseded, void

_PATIENT = "version__protocol__patient"
FIELDS = ("version", "order", _PATIENT, f"{_PATIENT}__birth_date", f"{_PATIENT}__sex")


def changed_doses(*, on: date) -> Mapping[int, str]:
    """Why signing is open anew, by the version's key. One query, and four more where a dose was computed at all.

    The same rule as protocols.lifecycle.reopened; the number of queries does not grow with the protocols.
    """
    rows = _open(on).order_by().values_list(*FIELDS)
    return dose_changes((_order(*row) for row in rows), on=on)


def _open(on: date) -> QuerySet[ComputedDose]:
    """Neither void nor superseded nor released for a day that is over; released, or nothing was saved after it."""
    of = "version__"
    rows = ComputedDose.objects.filter(~void(of), ~superseded(of), ~released_before(on, of))
    return rows.filter(Q(released(of)) | ~Q(has_later_in_force(of)))


def _order(version: int, order: str, patient: int, birth_date: date, sex: str) -> OrderOf:
    return OrderOf(version=version, order=order, patient=OfPatient(pk=patient, birth_date=birth_date, sex=sex))
