"""Rows of a procedure: what it is, its numbered particulars and outcomes. All insert-only."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from desens.numbers.quantity import Quantity
from desens.pages.times import date_text
from desens.records.models import AppendOnly, DeviceKeyed, EnteredInError
from desens.records.row_checks import one_of, with_unit, within
from patients.entry_models import PatientEntry
from procedures.choices import DayPrecision, DoseUnit, Outcome, StoppedBy
from protocols.models import Place, Version

SHOWN_OF_DAY = {DayPrecision.DAY: 10, DayPrecision.MONTH: 7, DayPrecision.YEAR: 4}


class Procedure(PatientEntry):
    """One desensitization day of one culprit drug. What is known of it stands in rows that are added to it.

    `version` is the released version that was given; None where an earlier protocol was (its particulars describe it).
    `turn` counts the procedures of a version: the day of a calendar; of an infusion 1, unless the first was an error.
    `digest` is of everything that was entered at first, so that a changed form is no retry.
    """

    content = ("culprit_key", "version_id", "digest")

    code = models.CharField(max_length=12, unique=True)
    culprit = models.CharField(max_length=200)
    culprit_key = models.CharField(max_length=200)
    version = models.ForeignKey(Version, null=True, on_delete=models.PROTECT, related_name="procedures")
    turn = models.PositiveSmallIntegerField(default=1)
    digest = models.CharField(max_length=64)

    class Meta:
        indexes = (
            models.Index(fields=("patient", "-id"), name="procedure_of_patient"),
            models.Index(fields=("culprit_key", "-id"), name="procedure_of_drug"),
        )
        constraints = (
            models.CheckConstraint(condition=~Q(culprit="") & ~Q(culprit_key=""), name="procedure_culprit"),
            models.UniqueConstraint(fields=("version", "turn"), name="procedure_turn_once"),
        )

    def __str__(self) -> str:
        return self.code


class ProcedureInError(EnteredInError):
    """A procedure that was a mistake: nothing of it counts."""

    entry = models.OneToOneField(Procedure, on_delete=models.PROTECT, related_name="error")


class ProcedureEntry(AppendOnly, DeviceKeyed):
    """What every entry of a procedure carries: of which, who wrote it, when."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="%(class)s_rows")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        abstract = True


class Particulars(ProcedureEntry):
    """When, where and what was given; of one procedure the highest `number` stands.

    `day` is local, as exactly as `day_precision` says; `started_at` the start of step 1 where the time is known.
    `steps` and `bags` of the protocol, `planned_dose` in `planned_dose_unit`; None and "" are "not recorded".
    `none_premedicated`: asked, and nothing was given. `reasons` keep why a contradiction is true
    (procedures.rules.reasons), `why` why the procedure was corrected, "" for the first.
    """

    content = (
        "number", "day", "day_precision", "started_at", "place", "staff", "cycle_number", "steps", "bags",
        "protocol_note", "planned_dose", "planned_dose_unit", "none_premedicated", "note", "reasons", "why",
    )  # fmt: skip

    number = models.PositiveSmallIntegerField(default=1)
    day = models.DateField()
    day_precision = models.CharField(max_length=6, choices=DayPrecision)
    started_at = models.DateTimeField(null=True)
    place = models.CharField(max_length=20, choices=Place, blank=True)
    staff = models.CharField(max_length=200, blank=True)
    cycle_number = models.PositiveSmallIntegerField(null=True)
    steps = models.PositiveSmallIntegerField(null=True)
    bags = models.PositiveSmallIntegerField(null=True)
    protocol_note = models.CharField(max_length=200, blank=True)
    planned_dose = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    planned_dose_unit = models.CharField(max_length=3, choices=DoseUnit, blank=True)
    none_premedicated = models.BooleanField(null=True)
    note = models.CharField(max_length=2000, blank=True)
    reasons = models.CharField(max_length=2000, blank=True)
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = (models.Index(fields=("-day", "-id"), name="particulars_latest"),)
        constraints = (
            models.UniqueConstraint(fields=("procedure", "number"), name="particulars_number_once"),
            *with_unit("particulars", planned_dose=DoseUnit.values),
            *one_of("particulars", day_precision=DayPrecision.values, place=["", *Place.values]),
            *within(
                "particulars",
                number=(1, 1_000),
                cycle_number=(1, 1_000),
                steps=(1, 100),
                bags=(1, 20),
                planned_dose=(0, 1_000_000_000),
            ),
        )

    @property
    def day_text(self) -> str:
        """The date as exactly as it is known: 2024, 2024-05, 2024-05-03."""
        return date_text(self.day)[: SHOWN_OF_DAY[DayPrecision(self.day_precision)]]

    @property
    def planned(self) -> Quantity | None:
        """The planned dose with its unit."""
        return None if self.planned_dose is None else Quantity.of(self.planned_dose, self.planned_dose_unit)

    @property
    def known_day(self) -> date | None:
        """The date where it is known to the day."""
        return self.day if self.day_precision == DayPrecision.DAY else None


class Ending(ProcedureEntry):
    """How it ended; of one procedure the highest `number` stands.

    `last_step` is the last step that was begun, None where it is not recorded. `delivered` is the total that was read
    or reckoned by a person; what the engine computes from the events is not stored. `observed_minutes` after the end.
    """

    content = (
        "number", "outcome", "last_step", "stopped_by", "reason", "delivered", "delivered_unit", "observed_minutes",
        "reasons",
    )  # fmt: skip

    number = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(max_length=30, choices=Outcome)
    last_step = models.PositiveSmallIntegerField(null=True)
    stopped_by = models.CharField(max_length=10, choices=StoppedBy, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    delivered = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    delivered_unit = models.CharField(max_length=3, choices=DoseUnit, blank=True)
    observed_minutes = models.PositiveSmallIntegerField(null=True)
    reasons = models.CharField(max_length=2000, blank=True)

    class Meta:
        indexes = (models.Index(fields=("outcome", "-id"), name="ending_by_outcome"),)
        constraints = (
            models.UniqueConstraint(fields=("procedure", "number"), name="ending_number_once"),
            *with_unit("ending", delivered=DoseUnit.values),
            *one_of("ending", outcome=Outcome.values, stopped_by=["", *StoppedBy.values]),
            *within(
                "ending",
                number=(1, 1_000),
                last_step=(1, 100),
                delivered=(0, 1_000_000_000),
                observed_minutes=(0, 10_080),
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.STOPPED) | Q(stopped_by="", reason=""), name="ending_stop_words"
            ),
        )

    @property
    def dose(self) -> Quantity | None:
        """The entered total with its unit."""
        return None if self.delivered is None else Quantity.of(self.delivered, self.delivered_unit)

    @property
    def observed(self) -> Quantity | None:
        """How long the patient was observed after the end."""
        return None if self.observed_minutes is None else Quantity.of(self.observed_minutes, "min")
