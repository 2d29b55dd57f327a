"""Orders whose dose was computed from what is recorded of a patient."""

from fractions import Fraction

from django.utils import timezone

from patients.models import Patient
from protocols.dose_figures import figures_today
from protocols.dose_order import DoseOrder, order_of, order_to_stored
from protocols.engine import canonical
from protocols.engine.dosing import Basis, PerKg, target_dose

FIFTEEN = PerKg(amount=Fraction(15), unit="mg")


def order_for(patient: Patient, basis: Basis = FIFTEEN) -> DoseOrder:
    """The order computed today, rounded to whole mg."""
    today = timezone.localdate()
    figures = figures_today(patient, on=today)
    return order_of(target_dose(basis, patient=figures, on=today, step=Fraction(1)), basis, sex=figures.sex, on=today)


def order_text(order: DoseOrder) -> str:
    """The order as forms and rows hold it."""
    return canonical(order_to_stored(order))
