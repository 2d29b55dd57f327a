"""Versions with which work goes on: which of them give another dose today, or rest on what was withdrawn."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q

from protocols.dose_figures_many import OfPatient
from protocols.lifecycle.dose_change import OrderOf, dose_changes
from protocols.lifecycle.withdrawn import withdrawals_among
from protocols.models import ComputedDose, Version
from worklists.states import has_later_in_force, released, released_before, superseded, void

_PATIENT = "version__protocol__patient"
FIELDS = ("version", "order", _PATIENT, f"{_PATIENT}__birth_date", f"{_PATIENT}__sex")


def changed_doses(*, on: date) -> Mapping[int, str]:
    """Why signing is open anew, by the version's key. One query, and four more where a dose was computed at all.

    The same rule as protocols.lifecycle.reopened; the number of queries does not grow with the protocols.
    """
    rows = ComputedDose.objects.filter(_is_open(on, "version__")).order_by().values_list(*FIELDS)
    return dose_changes((_order(*row) for row in rows), on=on)


def withdrawn_signatures(*, on: date) -> Mapping[int, str]:
    """Why, by the version's key, where a finding signed with its template was withdrawn. One query, or three."""
    return withdrawals_among(Version.objects.filter(_is_open(on)))


def _is_open(on: date, of: str = "") -> Q:
    """Neither void nor superseded nor released for a day that is over; released, or nothing was saved after it."""
    alive = ~Q(void(of)) & ~Q(superseded(of)) & ~Q(released_before(on, of))
    return alive & (Q(released(of)) | ~Q(has_later_in_force(of)))


def _order(version: int, order: str, patient: int, birth_date: date, sex: str) -> OrderOf:
    return OrderOf(version=version, order=order, patient=OfPatient(pk=patient, birth_date=birth_date, sex=sex))
