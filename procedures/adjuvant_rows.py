"""Rows of adjuvant medicines (omalizumab): each dose, and how it goes on. Insert-only."""

from datetime import date

from django.db import models
from django.db.models import Q

from desens.numbers.quantity import Quantity
from desens.pages.times import date_text
from desens.records.models import EnteredInError
from desens.records.row_checks import one_of, with_unit, within
from patients.entry_models import PatientEntry
from procedures.choices import Adjuvant, DayPrecision, DoseUnit
from procedures.procedure_rows import SHOWN_OF_DAY


class _AboutAdjuvant(PatientEntry):
    """Which medicine, given so that which culprit drug is tolerated."""

    adjuvant = models.CharField(max_length=20, choices=Adjuvant)
    other_name = models.CharField(max_length=200, blank=True)
    culprit = models.CharField(max_length=200)
    culprit_key = models.CharField(max_length=200)

    class Meta:
        abstract = True

    @property
    def name(self) -> str:
        """The medicine."""
        return self.other_name or str(self.get_adjuvant_display())


def _about(model: str) -> tuple[models.CheckConstraint, ...]:
    return (
        *one_of(model, adjuvant=Adjuvant.values),
        models.CheckConstraint(
            condition=Q(adjuvant=Adjuvant.OTHER) & ~Q(other_name="") | Q(adjuvant=Adjuvant.OMALIZUMAB, other_name=""),
            name=f"{model}_other_name",
        ),
        models.CheckConstraint(condition=~Q(culprit="") & ~Q(culprit_key=""), name=f"{model}_culprit"),
    )


class AdjuvantDose(_AboutAdjuvant):
    """One dose, on a date as exactly as `given_precision` says. A correction marks it in error and adds another."""

    content = ("adjuvant", "other_name", "culprit_key", "dose", "dose_unit", "given_on", "given_precision", "note")

    dose = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    dose_unit = models.CharField(max_length=3, choices=DoseUnit, blank=True)
    given_on = models.DateField()
    given_precision = models.CharField(max_length=6, choices=DayPrecision)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = (models.Index(fields=("patient", "given_on", "id"), name="adjuvantdose_of_patient"),)
        constraints = (
            *_about("adjuvantdose"),
            *with_unit("adjuvantdose", dose=DoseUnit.values),
            *one_of("adjuvantdose", given_precision=DayPrecision.values),
            *within("adjuvantdose", dose=(0, 1_000_000)),
        )

    @property
    def quantity(self) -> Quantity | None:
        """The dose with its unit."""
        return None if self.dose is None else Quantity.of(self.dose, self.dose_unit)

    @property
    def given_text(self) -> str:
        """The date as exactly as it is known."""
        return date_text(self.given_on)[: SHOWN_OF_DAY[DayPrecision(self.given_precision)]]

    @property
    def known_day(self) -> date | None:
        """The date where it is known to the day."""
        return self.given_on if self.given_precision == DayPrecision.DAY else None

    @property
    def told(self) -> str:
        """The dose in a line."""
        return " · ".join(str(part) for part in (self.name, self.quantity, self.given_text) if part is not None)


class AdjuvantDoseInError(EnteredInError):
    """A dose that was a mistake."""

    entry = models.OneToOneField(AdjuvantDose, on_delete=models.PROTECT, related_name="error")


class AdjuvantPlan(_AboutAdjuvant):
    """From `from_on`: every `interval_days`, or stopped with its `reason`; the newest of medicine and culprit holds."""

    content = (
        "adjuvant", "other_name", "culprit_key", "from_on", "from_precision", "interval_days", "stopped", "reason",
    )  # fmt: skip

    from_on = models.DateField()
    from_precision = models.CharField(max_length=6, choices=DayPrecision)
    interval_days = models.PositiveSmallIntegerField(null=True)
    stopped = models.BooleanField(default=False)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = (models.Index(fields=("patient", "from_on", "id"), name="adjuvantplan_of_patient"),)
        constraints = (
            *_about("adjuvantplan"),
            *one_of("adjuvantplan", from_precision=DayPrecision.values),
            *within("adjuvantplan", interval_days=(1, 365)),
            models.CheckConstraint(
                condition=Q(stopped=True, interval_days=None) & ~Q(reason="")
                | Q(stopped=False, interval_days__isnull=False),
                name="adjuvantplan_interval_or_stop",
            ),
        )

    @property
    def from_text(self) -> str:
        """The date as exactly as it is known."""
        return date_text(self.from_on)[: SHOWN_OF_DAY[DayPrecision(self.from_precision)]]

    @property
    def told(self) -> str:
        """The plan in a line."""
        return f"{self.name} · {self.from_text}"


class AdjuvantPlanInError(EnteredInError):
    """A plan that was a mistake."""

    entry = models.OneToOneField(AdjuvantPlan, on_delete=models.PROTECT, related_name="error")
