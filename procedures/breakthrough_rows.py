"""Rows that tie a breakthrough reaction to the place in the procedure where it came. Insert-only."""

from fractions import Fraction

from django.db import models
from django.db.models import Q

from desens.numbers.quantity import Quantity
from desens.records.models import EnteredInError
from desens.records.row_checks import one_of, with_unit, within
from procedures.choices import DoneNext, DoseUnit
from procedures.procedure_rows import ProcedureEntry


class Breakthrough(ProcedureEntry):
    """One reaction of a procedure; the reaction itself is `reactions.Reaction` of this `reaction_case`.

    `step`, `bag` and `minute` (from the start of step 1) say where it came, `dose_reached` is the cumulative dose
    then: computed by the engine where the events allow (`dose_computed`), else entered. A late reaction came after the
    end, `hours_after_end` later. None is "not recorded". What holds is `filter(corrected_by__isnull=True,
    error__isnull=True)`.
    """

    content = (
        "reaction_case", "step", "bag", "minute", "dose_reached", "dose_reached_unit", "dose_computed", "done_next",
        "late", "hours_after_end", "corrects_id",
    )  # fmt: skip

    reaction_case = models.UUIDField()
    step = models.PositiveSmallIntegerField(null=True)
    bag = models.PositiveSmallIntegerField(null=True)
    minute = models.DecimalField(null=True, max_digits=10, decimal_places=4)
    dose_reached = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    dose_reached_unit = models.CharField(max_length=3, choices=DoseUnit, blank=True)
    dose_computed = models.BooleanField(default=False)
    done_next = models.CharField(max_length=20, choices=DoneNext, blank=True)
    late = models.BooleanField(default=False)
    hours_after_end = models.DecimalField(null=True, max_digits=8, decimal_places=2)
    corrects = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")

    class Meta:
        ordering = ("minute", "step", "id")
        indexes = (models.Index(fields=("reaction_case",), name="breakthrough_reaction"),)
        constraints = (
            *with_unit("breakthrough", dose_reached=DoseUnit.values),
            *one_of("breakthrough", done_next=["", *DoneNext.values]),
            *within(
                "breakthrough",
                step=(1, 100),
                bag=(1, 20),
                minute=(0, 100_000),
                dose_reached=(0, 1_000_000_000),
                hours_after_end=(0, 10_000),
            ),
            models.CheckConstraint(condition=Q(late=True) | Q(hours_after_end=None), name="breakthrough_late"),
            models.UniqueConstraint(
                fields=("reaction_case",), condition=Q(corrects=None), name="breakthrough_once_a_reaction"
            ),
        )

    @property
    def dose(self) -> Quantity | None:
        """The cumulative dose reached, with its unit."""
        return None if self.dose_reached is None else Quantity.of(self.dose_reached, self.dose_reached_unit)

    @property
    def minutes(self) -> Quantity | None:
        """The minute from the start of step 1."""
        return None if self.minute is None else Quantity.of(Fraction(self.minute), "min")

    @property
    def delay(self) -> Quantity | None:
        """How long after the end, in hours."""
        return None if self.hours_after_end is None else Quantity.of(self.hours_after_end, "h")

    @property
    def step_text(self) -> str:
        """The step, "" where it is not recorded."""
        return "" if self.step is None else Quantity.of(self.step, "").number

    @property
    def bag_text(self) -> str:
        """The bag, "" where it is not recorded."""
        return "" if self.bag is None else Quantity.of(self.bag, "").number


class BreakthroughInError(EnteredInError):
    """A tie that was a mistake."""

    entry = models.OneToOneField(Breakthrough, on_delete=models.PROTECT, related_name="error")
