"""Rows of the clinical background: what a patient has, is treated with, and what bears on a desensitization.

All are entries: a newer one of the same thing replaces the older, which stays in the history.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from patients.background_choices import (
    Basis,
    ConditionState,
    DoseUnit,
    Intake,
    Intention,
    MedicineClass,
    Presence,
    RiskKind,
    ValueKind,
)
from patients.entry_models import PatientEntry


class BackgroundEntry(PatientEntry):
    """One entry of the background; `told` says it in a line."""

    class Meta:
        abstract = True

    @property
    def told(self) -> str:
        raise NotImplementedError


class Condition(BackgroundEntry):
    """A diagnosis; `since` is a year, a month or a day of ISO 8601, or empty where nobody knows."""

    content = ("diagnosis", "since", "state")

    diagnosis = models.CharField(max_length=200)
    diagnosis_key = models.CharField(max_length=200)
    since = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=10, choices=ConditionState)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(state__in=ConditionState.values), name="condition_state"),
            models.CheckConstraint(condition=~Q(diagnosis_key=""), name="condition_diagnosis"),
        )

    @property
    def told(self) -> str:
        return f"{self.diagnosis} · {self.get_state_display()}"


class TreatmentLine(BackgroundEntry):
    """A regimen against a diagnosis; its doses and its end are entries of their own."""

    content = ("diagnosis", "regimen", "cycle_days", "intention", "oncologist", "started_on")

    diagnosis = models.CharField(max_length=200)
    regimen = models.CharField(max_length=200)
    cycle_days = models.PositiveSmallIntegerField(null=True)
    intention = models.CharField(max_length=10, choices=Intention, blank=True)
    oncologist = models.CharField(max_length=200, blank=True)
    started_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(intention__in=["", *Intention.values]), name="treatmentline_intention"),
            models.CheckConstraint(condition=~Q(regimen="") & ~Q(diagnosis=""), name="treatmentline_named"),
            models.CheckConstraint(condition=Q(cycle_days=None) | Q(cycle_days__gt=0), name="treatmentline_cycle"),
        )

    @property
    def told(self) -> str:
        return f"{self.regimen} · {self.diagnosis}"


class TreatmentLineEnd(BackgroundEntry):
    """That a line ended."""

    content = ("line_id", "ended_on")

    line = models.ForeignKey(TreatmentLine, on_delete=models.PROTECT, related_name="ends")
    ended_on = models.DateField()

    @property
    def told(self) -> str:
        return _("%(line)s · ended %(date)s") % {"line": self.line.told, "date": self.ended_on.isoformat()}


class OrderedDose(BackgroundEntry):
    """One drug of a line as ordered: the amount, and from what it was computed. The newest of a drug holds.

    `factor` is the amount per kg or per m² in `unit`, or the target AUC in mg·min/mL; `inputs` are the weight, the
    creatinine and whatever else went in, as the order states them.
    """

    content = ("line_id", "drug", "amount", "unit", "basis", "factor", "inputs")

    line = models.ForeignKey(TreatmentLine, on_delete=models.PROTECT, related_name="doses")
    drug = models.CharField(max_length=200)
    drug_key = models.CharField(max_length=200)
    amount = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    unit = models.CharField(max_length=3, choices=DoseUnit, blank=True)
    basis = models.CharField(max_length=8, choices=Basis, blank=True)
    factor = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    inputs = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(drug_key=""), name="ordereddose_drug"),
            models.CheckConstraint(
                condition=Q(amount=None, factor=None, unit="") | Q(unit__in=DoseUnit.values), name="ordereddose_unit"
            ),
            models.CheckConstraint(
                condition=(Q(amount=None) | Q(amount__gt=0)) & (Q(factor=None) | Q(factor__gt=0)),
                name="ordereddose_above_zero",
            ),
            models.CheckConstraint(
                condition=Q(basis__in=["", Basis.FLAT], factor=None)
                | Q(basis__in=[Basis.PER_KG, Basis.PER_M2, Basis.AUC], factor__isnull=False),
                name="ordereddose_factor_of_basis",
            ),
        )

    @property
    def quantity(self) -> Quantity | None:
        """The ordered amount."""
        return None if self.amount is None else Quantity.of(self.amount, self.unit)

    @property
    def computed_from(self) -> Quantity | None:
        """What the amount was computed from: per kg, per m², or the target AUC."""
        if self.factor is None:
            return None
        units = {Basis.PER_KG: f"{self.unit}/kg", Basis.PER_M2: f"{self.unit}/m²", Basis.AUC: "mg·min/mL"}
        return Quantity.of(self.factor, units[Basis(self.basis)])

    @property
    def told(self) -> str:
        return " · ".join(map(str, filter(None, (self.drug, self.quantity, self.computed_from))))


class DatedValue(BackgroundEntry):
    """A laboratory or lung function value in the unit in which it was reported (patients.rules.dated_values)."""

    content = ("kind", "value", "unit", "measured_on")

    kind = models.CharField(max_length=20, choices=ValueKind)
    value = models.DecimalField(max_digits=15, decimal_places=6)
    unit = models.CharField(max_length=10)
    measured_on = models.DateField()

    class Meta:
        indexes = (models.Index(fields=("patient", "kind", "-measured_on", "-id"), name="datedvalue_latest"),)
        constraints = (
            models.CheckConstraint(condition=Q(value__gt=0), name="datedvalue_above_zero"),
            models.CheckConstraint(condition=Q(kind__in=ValueKind.values), name="datedvalue_kind"),
        )

    @property
    def quantity(self) -> Quantity:
        """The value as it was entered."""
        return Quantity.of(self.value, self.unit)

    @property
    def told(self) -> str:
        return f"{self.get_kind_display()} · {self.quantity} · {self.measured_on.isoformat()}"


class RiskFactor(BackgroundEntry):
    """That somebody asked for one risk factor, and found it present or absent."""

    content = ("factor", "presence", "detail", "noted_on")

    factor = models.CharField(max_length=30, choices=RiskKind)
    presence = models.CharField(max_length=8, choices=Presence)
    detail = models.CharField(max_length=200, blank=True)
    noted_on = models.DateField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(factor__in=RiskKind.values), name="riskfactor_factor"),
            models.CheckConstraint(condition=Q(presence__in=Presence.values), name="riskfactor_presence"),
        )

    @property
    def told(self) -> str:
        return f"{self.get_factor_display()} · {self.get_presence_display()} · {self.noted_on.isoformat()}"


class InterferingMedicine(BackgroundEntry):
    """A medicine that bears on tests or treatment, its last intake, and what was decided about it."""

    content = ("medicine_class", "name", "dose", "intake", "last_intake_on", "decision")

    medicine_class = models.CharField(max_length=30, choices=MedicineClass)
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200)
    dose = models.CharField(max_length=200, blank=True)
    intake = models.CharField(max_length=8, choices=Intake)
    last_intake_on = models.DateField(null=True)
    decision = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(medicine_class__in=MedicineClass.values), name="medicine_class"),
            models.CheckConstraint(condition=~Q(name_key=""), name="medicine_name"),
            models.CheckConstraint(
                condition=Q(intake__in=[Intake.STOPPED, Intake.TAKEN], last_intake_on__isnull=False)
                | Q(intake__in=[Intake.ONGOING, Intake.UNKNOWN], last_intake_on=None),
                name="medicine_last_intake",
            ),
        )

    @property
    def told(self) -> str:
        day = self.last_intake_on.isoformat() if self.last_intake_on else ""
        return f"{self.name} · {self.get_intake_display()} {day}".rstrip()


class NoInterferingMedicines(BackgroundEntry):
    """The statement, made on a day, that none of these medicines is taken. Without it: "not recorded"."""

    stated_on = models.DateField()

    @property
    def told(self) -> str:
        return _("none of these medicines is taken (%(date)s)") % {"date": self.stated_on.isoformat()}
