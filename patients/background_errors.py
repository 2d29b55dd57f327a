"""Marks of background entries that were mistakes: such an entry stays, struck, and counts nowhere."""

from django.db import models

from desens.records.models import EnteredInError
from patients.background_models import (
    Condition,
    DatedValue,
    InterferingMedicine,
    NoInterferingMedicines,
    OrderedDose,
    RiskFactor,
    TreatmentLine,
    TreatmentLineEnd,
)


class ConditionInError(EnteredInError):
    """A condition that was a mistake."""

    entry = models.OneToOneField(Condition, on_delete=models.PROTECT, related_name="error")


class TreatmentLineInError(EnteredInError):
    """A line that was a mistake; its doses count nowhere either."""

    entry = models.OneToOneField(TreatmentLine, on_delete=models.PROTECT, related_name="error")


class TreatmentLineEndInError(EnteredInError):
    """An end that was a mistake: the line goes on."""

    entry = models.OneToOneField(TreatmentLineEnd, on_delete=models.PROTECT, related_name="error")


class OrderedDoseInError(EnteredInError):
    """A dose that was a mistake; the one before of the drug holds again."""

    entry = models.OneToOneField(OrderedDose, on_delete=models.PROTECT, related_name="error")


class DatedValueInError(EnteredInError):
    """A value that was a mistake."""

    entry = models.OneToOneField(DatedValue, on_delete=models.PROTECT, related_name="error")


class RiskFactorInError(EnteredInError):
    """An answer that was a mistake."""

    entry = models.OneToOneField(RiskFactor, on_delete=models.PROTECT, related_name="error")


class InterferingMedicineInError(EnteredInError):
    """A medicine that was a mistake."""

    entry = models.OneToOneField(InterferingMedicine, on_delete=models.PROTECT, related_name="error")


class NoInterferingMedicinesInError(EnteredInError):
    """A statement that was a mistake."""

    entry = models.OneToOneField(NoInterferingMedicines, on_delete=models.PROTECT, related_name="error")
