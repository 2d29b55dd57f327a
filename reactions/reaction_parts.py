"""What belongs to a recorded reaction: its signs, what was given, the grades decided, and that it was a mistake."""

from django.db import models
from django.db.models import F, Q

from desens.numbers.quantity import Quantity
from desens.records.models import AppendOnly, EnteredInError
from desens.records.row_checks import one_of, with_unit, within
from patients.entry_models import PatientEntry
from reactions.choices import Scale, TreatmentUnit
from reactions.reaction_rows import Reaction
from reactions.rules.signs import SIGNS


class Sign(AppendOnly):
    """One sign that was seen. Without a row a sign is not recorded, which is not "absent"."""

    reaction = models.ForeignKey(Reaction, on_delete=models.PROTECT, related_name="signs")
    code = models.CharField(max_length=30)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("reaction", "code"), name="sign_once"),
            *one_of("sign", code=list(SIGNS)),
        )


class TreatmentGiven(AppendOnly):
    """One drug given against the reaction: `code` of rules.treatments, which names kind and route.

    The time is a moment or minutes after the onset, whichever was noted, or neither.
    """

    reaction = models.ForeignKey(Reaction, on_delete=models.PROTECT, related_name="treatments")
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    drug = models.CharField(max_length=200, blank=True)
    dose = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    dose_unit = models.CharField(max_length=10, choices=TreatmentUnit, blank=True)
    given_at = models.DateTimeField(null=True)
    minutes_after_onset = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("reaction", "number"), name="treatmentgiven_number_once"),
            models.CheckConstraint(condition=~Q(code=""), name="treatmentgiven_code"),
            models.CheckConstraint(
                condition=Q(given_at=None) | Q(minutes_after_onset=None), name="treatmentgiven_one_time"
            ),
            *with_unit("treatmentgiven", dose=TreatmentUnit.values),
            *within("treatmentgiven", dose=(0, 1_000_000), minutes_after_onset=(0, 100_000), number=(1, 100)),
        )

    @property
    def quantity(self) -> Quantity | None:
        """The dose with its unit."""
        return None if self.dose is None else Quantity.of(self.dose, self.dose_unit)

    @property
    def minutes(self) -> Quantity | None:
        """The time as minutes after the onset, where it was noted so."""
        return None if self.minutes_after_onset is None else Quantity.of(self.minutes_after_onset, "min")


class GradeDecision(PatientEntry):
    """What a person decided on a scale, beside what the rules proposed then; the newest of a scale holds.

    `because` are the reasons of the proposal in words, `source` its paper; None is "no grade from these signs".
    Where the decision differs from the proposal, `reason` says why.
    """

    content = ("reaction_id", "scale", "proposed", "decided", "reason")

    reaction = models.ForeignKey(Reaction, on_delete=models.PROTECT, related_name="decisions")
    scale = models.CharField(max_length=30, choices=Scale)
    proposed = models.PositiveSmallIntegerField(null=True)
    because = models.TextField(blank=True)
    source = models.CharField(max_length=200)
    decided = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            *one_of("gradedecision", scale=Scale.values),
            *within("gradedecision", proposed=(0, 5), decided=(0, 5)),
            models.CheckConstraint(
                condition=Q(proposed=None, decided=None)
                | Q(proposed__isnull=False, decided__isnull=False, proposed=F("decided"))
                | ~Q(reason=""),
                name="gradedecision_reason",
            ),
        )

    @property
    def confirms(self) -> bool:
        """Whether the proposal was taken as it was."""
        return self.proposed == self.decided


class ReactionInError(EnteredInError):
    """A reaction that was a mistake; the one before of its case holds again, if there is one."""

    entry = models.OneToOneField(Reaction, on_delete=models.PROTECT, related_name="error")
