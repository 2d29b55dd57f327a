"""Rows of samples: tryptase, interleukin-6, IgE and other tests, as the laboratory reported them. Insert-only."""

from datetime import datetime
from fractions import Fraction
from typing import Literal

from django.db import models
from django.db.models import Q
from django.utils import timezone

from desens.numbers.quantity import Quantity
from desens.pages.times import date_text, local_text
from desens.records.models import EnteredInError
from desens.records.row_checks import one_of, within
from patients.entry_models import PatientEntry
from reactions.choices import StartPrecision
from reactions.reaction_rows import SHOWN_OF_DAY, Reaction
from reactions.rules.level import Level
from reactions.rules.sample_units import GREATEST, NAMED, UNITS
from reactions.sample_choices import Beyond, Finding, SampleKind, Timing

MOST = int(max(GREATEST.values()))
_BEYOND: dict[str, Literal["", "<", ">"]] = {"": "", "<": "<", ">": ">"}


class Sample(PatientEntry):
    """One result. `printed` is what the laboratory wrote; `value`, `beyond` and `finding` are how it was read.

    A figure stands with its `unit`, a `finding` without; `tested` names the allergen or the other test; `limit` is the
    laboratory's, in the unit of the value. An acute sample belongs to a reaction: to its case, whichever correction
    of it stands (`Reaction.case_key`).
    """

    content = (
        "kind", "tested", "printed", "unit", "limit", "timing", "reaction_id", "taken_at", "taken_precision",
    )  # fmt: skip

    kind = models.CharField(max_length=12, choices=SampleKind)
    tested = models.CharField(max_length=200, blank=True)
    printed = models.CharField(max_length=40)
    value = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    beyond = models.CharField(max_length=1, choices=Beyond, blank=True)
    finding = models.CharField(max_length=8, choices=Finding, blank=True)
    unit = models.CharField(max_length=20, blank=True)
    limit = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    timing = models.CharField(max_length=8, choices=Timing)
    reaction = models.ForeignKey(Reaction, null=True, on_delete=models.PROTECT, related_name="samples")
    taken_at = models.DateTimeField()
    taken_precision = models.CharField(max_length=6, choices=StartPrecision)

    class Meta:
        indexes = (
            models.Index(fields=("patient", "-taken_at", "-id"), name="sample_latest"),
            models.Index(fields=("kind", "timing", "taken_at"), name="sample_taken_at"),
        )
        constraints = (
            *one_of(
                "sample",
                kind=SampleKind.values,
                beyond=["", *Beyond.values],
                finding=["", *Finding.values],
                timing=Timing.values,
                taken_precision=StartPrecision.values,
            ),
            *within("sample", value=(0, MOST), limit=(0, MOST)),
            models.CheckConstraint(
                condition=Q(value__isnull=False, finding="") & ~Q(unit="")
                | Q(value=None, beyond="", limit=None, unit="") & ~Q(finding=""),
                name="sample_one_result",
            ),
            models.CheckConstraint(condition=~Q(printed=""), name="sample_printed"),
            models.CheckConstraint(
                condition=Q(kind__in=NAMED) & ~Q(tested="") | ~Q(kind__in=NAMED) & Q(tested=""), name="sample_tested"
            ),
            models.CheckConstraint(
                condition=Q(timing=Timing.ACUTE, reaction__isnull=False) | Q(timing=Timing.BASELINE, reaction=None),
                name="sample_of_reaction",
            ),
            *(
                models.CheckConstraint(
                    condition=~Q(kind=kind) | Q(unit__in=["", *units]), name=f"sample_unit_of_{kind}"
                )
                for kind, units in UNITS.items()
                if units
            ),
        )

    @property
    def level(self) -> Level | None:
        """The value as the rules take it, in its unit; None where a word is all there is."""
        return None if self.value is None else Level(value=Fraction(self.value), beyond=_BEYOND[self.beyond])

    @property
    def quantity(self) -> Quantity | None:
        """The figure with its unit, without `beyond`."""
        return None if self.value is None else Quantity.of(self.value, self.unit)

    @property
    def limit_quantity(self) -> Quantity | None:
        """The laboratory's limit."""
        return None if self.limit is None else Quantity.of(self.limit, self.unit)

    @property
    def name(self) -> str:
        """What was measured, with the allergen; another test by its own name."""
        if self.kind == SampleKind.OTHER:
            return self.tested
        return f"{self.get_kind_display()}: {self.tested}" if self.tested else str(self.get_kind_display())

    @property
    def result(self) -> str:
        """The result in words: `44.7 ng/mL`, `below 1 ng/mL` (a bare < is easily misread), `negative`."""
        if self.value is None:
            return str(self.get_finding_display())
        return f"{self.get_beyond_display()} {self.quantity}" if self.beyond else str(self.quantity)

    @property
    def minute(self) -> datetime | None:
        """The moment, where it is known to the minute."""
        return self.taken_at if self.taken_precision == StartPrecision.MINUTE else None

    @property
    def taken_text(self) -> str:
        """When it was taken, as exactly as that is known."""
        if self.minute is None:
            shown = SHOWN_OF_DAY[StartPrecision(self.taken_precision)]
            return date_text(timezone.localdate(self.taken_at))[:shown]
        return local_text(self.taken_at, timezone.get_current_timezone())

    @property
    def told(self) -> str:
        """The sample in a line."""
        return f"{self.name} · {self.result} · {self.taken_text}"


class SampleInError(EnteredInError):
    """A sample that was a mistake."""

    entry = models.OneToOneField(Sample, on_delete=models.PROTECT, related_name="error")
