"""Rows of what happened during a procedure, each with its time. Added and corrected, never overwritten."""

from django.db import models
from django.db.models import Q

from desens.numbers.quantity import Quantity
from desens.records.models import EnteredInError
from desens.records.row_checks import one_of, with_unit, within
from procedures.choices import EventKind
from procedures.procedure_rows import ProcedureEntry
from reactions.choices import TreatmentUnit


class Happening(ProcedureEntry):
    """One thing with its time; None where the time is not recorded. A correction is a new row that names the old.

    What counts is `filter(corrected_by__isnull=True, error__isnull=True)`; of two corrections of one row the second
    is refused by the database.
    """

    at = models.DateTimeField(null=True)
    corrects = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")

    class Meta:
        abstract = True
        ordering = ("at", "id")


class InfusionEvent(Happening):
    """A step started, the infusion paused, resumed or stopped.

    `rate_ml_h` where it was not the planned one; `infused_ml` as read off the pump, of the step that ran until then.
    `as_planned`: nobody noted this time; it follows from the plan ("all steps as planned").
    """

    content = ("kind", "at", "step", "rate_ml_h", "infused_ml", "as_planned", "corrects_id")

    kind = models.CharField(max_length=10, choices=EventKind)
    step = models.PositiveSmallIntegerField(null=True)
    rate_ml_h = models.DecimalField(null=True, max_digits=12, decimal_places=6)
    infused_ml = models.DecimalField(null=True, max_digits=12, decimal_places=6)
    as_planned = models.BooleanField(default=False)

    class Meta(Happening.Meta):
        constraints = (
            *one_of("infusionevent", kind=EventKind.values),
            *within("infusionevent", step=(1, 100), rate_ml_h=(0, 10_000), infused_ml=(0, 100_000)),
            models.CheckConstraint(
                condition=Q(kind=EventKind.START, step__isnull=False)
                | Q(kind=EventKind.RESUME)
                | Q(kind__in=[EventKind.PAUSE, EventKind.STOP], rate_ml_h=None),
                name="infusionevent_of_kind",
            ),
        )


class InfusionEventInError(EnteredInError):
    """An event that did not happen."""

    entry = models.OneToOneField(InfusionEvent, on_delete=models.PROTECT, related_name="error")


class Vitals(Happening):
    """Vital signs and what was seen at one moment; `baseline` before the first step, else of `step` where known."""

    content = (
        "at", "baseline", "step", "systolic_mmhg", "diastolic_mmhg", "heart_rate", "spo2_percent", "temperature_c",
        "seen", "corrects_id",
    )  # fmt: skip

    baseline = models.BooleanField(default=False)
    step = models.PositiveSmallIntegerField(null=True)
    systolic_mmhg = models.PositiveSmallIntegerField(null=True)
    diastolic_mmhg = models.PositiveSmallIntegerField(null=True)
    heart_rate = models.PositiveSmallIntegerField(null=True)
    spo2_percent = models.PositiveSmallIntegerField(null=True)
    temperature_c = models.DecimalField(null=True, max_digits=4, decimal_places=1)
    seen = models.CharField(max_length=200, blank=True)

    class Meta(Happening.Meta):
        constraints = (
            *within(
                "vitals",
                step=(1, 100),
                systolic_mmhg=(0, 300),
                diastolic_mmhg=(0, 200),
                heart_rate=(0, 400),
                spo2_percent=(0, 100),
                temperature_c=(20, 45),
            ),
            models.CheckConstraint(
                condition=Q(systolic_mmhg__isnull=False)
                | Q(diastolic_mmhg__isnull=False)
                | Q(heart_rate__isnull=False)
                | Q(spo2_percent__isnull=False)
                | Q(temperature_c__isnull=False)
                | ~Q(seen=""),
                name="vitals_not_empty",
            ),
            models.CheckConstraint(condition=Q(baseline=False) | Q(step=None), name="vitals_baseline"),
        )


class VitalsInError(EnteredInError):
    """Vital signs that were a mistake."""

    entry = models.OneToOneField(Vitals, on_delete=models.PROTECT, related_name="error")


class Premedication(Happening):
    """One premedication as it was given, or that it was ordered and not given (`given` False)."""

    content = ("at", "medicine", "dose", "dose_unit", "route", "given", "why_not", "corrects_id")

    medicine = models.CharField(max_length=200)
    dose = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    dose_unit = models.CharField(max_length=10, choices=TreatmentUnit, blank=True)
    route = models.CharField(max_length=20, blank=True)
    given = models.BooleanField(default=True)
    why_not = models.CharField(max_length=200, blank=True)

    class Meta(Happening.Meta):
        constraints = (
            models.CheckConstraint(condition=~Q(medicine=""), name="premedication_medicine"),
            *with_unit("premedication", dose=TreatmentUnit.values),
            *within("premedication", dose=(0, 1_000_000)),
            models.CheckConstraint(condition=Q(given=True, why_not="") | Q(given=False), name="premedication_why_not"),
        )

    @property
    def quantity(self) -> Quantity | None:
        """The dose with its unit."""
        return None if self.dose is None else Quantity.of(self.dose, self.dose_unit)


class PremedicationInError(EnteredInError):
    """A premedication that was a mistake."""

    entry = models.OneToOneField(Premedication, on_delete=models.PROTECT, related_name="error")
