"""Rows of a reaction. All insert-only: a correction is a new row of the same case with the next number."""

from datetime import datetime, timedelta
from fractions import Fraction

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from desens.pages.times import date_text, local_text
from desens.records.row_checks import one_of, with_unit, within
from drugs.names import drug_key
from patients.entry_models import PatientEntry
from reactions.choices import (
    Administration,
    AmountUnit,
    Care,
    Excipient,
    Occasion,
    OnsetPrecision,
    RateUnit,
    StartPrecision,
    TimeUnit,
)

MINUTES = {TimeUnit.MINUTES: 1, TimeUnit.HOURS: 60, TimeUnit.DAYS: 1440}
SHOWN_OF_DAY = {StartPrecision.DAY: 10, StartPrecision.MONTH: 7, StartPrecision.YEAR: 4}


class Reaction(PatientEntry):
    """What happened once. `case_key` names it in addresses; of one case the highest `number` without error stands.

    `culprit` is the drug, or the excipient's name where no drug is named; `started_at` is the start of the exposure
    as exactly as `started_precision` says; `onset` counts from there. Signs and treatments are rows of their own
    (`untreated`: asked, and nothing was given); `digest` is the SHA-256 of all that was entered, theirs included.
    """

    content = ("case_key", "number", "digest")

    digest = models.CharField(max_length=64, editable=False)
    case_key = models.UUIDField(editable=False)
    number = models.PositiveSmallIntegerField(default=1)
    culprit = models.CharField(max_length=200)
    culprit_key = models.CharField(max_length=200)
    excipient = models.CharField(max_length=20, choices=Excipient, blank=True)
    other_drugs = models.CharField(max_length=200, blank=True)
    folinic_acid = models.BooleanField(null=True)
    occasion = models.CharField(max_length=20, choices=Occasion, default=Occasion.INFUSION)
    exposure_number = models.PositiveSmallIntegerField(null=True)
    cycle_number = models.PositiveSmallIntegerField(null=True)
    infusion_number = models.PositiveSmallIntegerField(null=True)
    protocol_steps = models.PositiveSmallIntegerField(null=True)
    step = models.PositiveSmallIntegerField(null=True)
    started_at = models.DateTimeField()
    started_precision = models.CharField(max_length=6, choices=StartPrecision)
    onset = models.DecimalField(null=True, max_digits=8, decimal_places=2)
    onset_unit = models.CharField(max_length=7, choices=TimeUnit, blank=True)
    onset_precision = models.CharField(max_length=5, choices=OnsetPrecision, blank=True)
    planned_dose = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    dose_reached = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    dose_unit = models.CharField(max_length=3, choices=AmountUnit, blank=True)
    rate_reached = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    rate_reached_unit = models.CharField(max_length=6, choices=RateUnit, blank=True)
    sites = models.CharField(max_length=200, blank=True)
    body_surface_percent = models.DecimalField(null=True, max_digits=4, decimal_places=1)
    sbp_mmhg = models.PositiveSmallIntegerField(null=True)
    baseline_sbp_mmhg = models.PositiveSmallIntegerField(null=True)
    spo2_percent = models.PositiveSmallIntegerField(null=True)
    heart_rate = models.PositiveSmallIntegerField(null=True)
    baseline_heart_rate = models.PositiveSmallIntegerField(null=True)
    temperature_c = models.DecimalField(null=True, max_digits=4, decimal_places=1)
    biphasic = models.BooleanField(null=True)
    duration = models.DecimalField(null=True, max_digits=8, decimal_places=2)
    duration_unit = models.CharField(max_length=7, choices=TimeUnit, blank=True)
    administration = models.CharField(max_length=10, choices=Administration, blank=True)
    care = models.CharField(max_length=20, choices=Care, blank=True)
    untreated = models.BooleanField(null=True)
    note = models.CharField(max_length=2000, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("patient", "-started_at", "-id"), name="reaction_latest"),
            models.Index(fields=("started_at",), name="reaction_started_at"),
        )
        constraints = (
            models.UniqueConstraint(fields=("case_key", "number"), name="reaction_number_once"),
            models.CheckConstraint(condition=~Q(culprit="") & ~Q(culprit_key=""), name="reaction_culprit"),
            models.CheckConstraint(
                condition=Q(dose_unit="", dose_reached=None, planned_dose=None)
                | Q(dose_unit__in=AmountUnit.values) & (Q(dose_reached__isnull=False) | Q(planned_dose__isnull=False)),
                name="reaction_dose_unit",
            ),
            models.CheckConstraint(
                condition=Q(planned_dose=None) | Q(dose_reached=None) | Q(dose_reached__lte=F("planned_dose")),
                name="reaction_dose_within_planned",
            ),
            models.CheckConstraint(
                condition=Q(step=None) | Q(protocol_steps=None) | Q(step__lte=F("protocol_steps")),
                name="reaction_step_of_protocol",
            ),
            models.CheckConstraint(
                condition=Q(onset=None, onset_precision="") | Q(onset_precision__in=OnsetPrecision.values),
                name="reaction_onset_precision",
            ),
            *with_unit("reaction", onset=TimeUnit.values, duration=TimeUnit.values, rate_reached=RateUnit.values),
            *one_of(
                "reaction",
                excipient=["", *Excipient.values],
                occasion=Occasion.values,
                started_precision=StartPrecision.values,
                administration=["", *Administration.values],
                care=["", *Care.values],
            ),
            *within(
                "reaction",
                number=(1, 1_000),
                exposure_number=(1, 1_000),
                cycle_number=(1, 1_000),
                infusion_number=(1, 1_000),
                protocol_steps=(1, 100),
                step=(1, 100),
                onset=(0, 100_000),
                duration=(0, 100_000),
                planned_dose=(0, 1_000_000),
                dose_reached=(0, 1_000_000),
                rate_reached=(0, 100_000),
                body_surface_percent=(0, 100),
                sbp_mmhg=(0, 300),
                baseline_sbp_mmhg=(30, 300),
                spo2_percent=(0, 100),
                heart_rate=(0, 400),
                baseline_heart_rate=(20, 400),
                temperature_c=(20, 45),
            ),
        )

    @property
    def onset_minutes(self) -> Fraction | None:
        """The onset in minutes after the start of the exposure; None where it is not recorded."""
        return None if self.onset is None else Fraction(self.onset) * MINUTES[TimeUnit(self.onset_unit)]

    @property
    def onset_at(self) -> datetime | None:
        """The moment of the onset; None unless the start is known to the minute and the onset is not in days."""
        minutes = self.onset_minutes
        if self.started_precision != StartPrecision.MINUTE or minutes is None or self.onset_unit == TimeUnit.DAYS:
            return None
        return self.started_at + timedelta(seconds=int(minutes * 60))

    @property
    def culprit_text(self) -> str:
        """The drug, and the excipient where that is suspected."""
        if not self.excipient or drug_key(str(self.get_excipient_display())) == self.culprit_key:
            return self.culprit
        return _("%(excipient)s in %(drug)s") % {"excipient": self.get_excipient_display(), "drug": self.culprit}

    @property
    def started_text(self) -> str:
        """The start as exactly as it is known: 2008, 2008-05, 2008-05-03, or with the time."""
        local = timezone.localtime(self.started_at)
        if self.started_precision == StartPrecision.MINUTE:
            return local_text(self.started_at, timezone.get_current_timezone())
        return date_text(local.date())[: SHOWN_OF_DAY[StartPrecision(self.started_precision)]]

    @property
    def told(self) -> str:
        """The reaction in a line."""
        return f"{self.culprit_text} · {self.started_text}"
