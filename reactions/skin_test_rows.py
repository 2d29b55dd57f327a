"""Rows of skin tests. All insert-only: a session as planned, and each time the skin was read a round of readings.

Diameters are mm, of a wheal the longest and the one perpendicular to it; None is "not recorded", 0 is "nothing there".
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.records.models import AppendOnly, EnteredInError
from desens.records.row_checks import one_of, within
from patients.entry_models import PatientEntry
from reactions.reaction_rows import Reaction
from reactions.skin_test_choices import NegativeControl, ReadAfter, SkinTestKind, SkinTestResult, StrengthUnit

WIDEST_MM = 200
DIAMETERS = ("histamine", "negative")
WHEALS = ("wheal", "initial", "control")


def diameter() -> Any:
    """A diameter in mm, to a tenth."""
    return models.DecimalField(null=True, max_digits=4, decimal_places=1)


def in_pairs(model: str, *names: str) -> tuple[models.CheckConstraint, ...]:
    """A perpendicular diameter stands only beside a longest one that is not shorter; both lie within bounds."""
    paired = tuple(
        models.CheckConstraint(
            condition=Q(**{f"{name}_across": None}) | Q(**{f"{name}_across__lte": F(f"{name}_longest")}),
            name=f"{model}_{name}_pair",
        )
        for name in names
    )
    bounds = {f"{name}_{which}": (0, WIDEST_MM) for name in names for which in ("longest", "across")}
    return (*paired, *within(model, **bounds))


class SkinTestSession(PatientEntry):
    """What is tested on one day, as planned; `digest` is the SHA-256 of all that was entered, the tests included.

    With `own_controls` each reading has its own negative control; else one of the series holds for all.
    """

    content = ("digest",)

    digest = models.CharField(max_length=64, editable=False)
    reaction = models.ForeignKey(Reaction, null=True, on_delete=models.PROTECT, related_name="skin_test_sessions")
    tested_on = models.DateField()
    negative_control = models.CharField(max_length=10, choices=NegativeControl)
    own_controls = models.BooleanField(default=False)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = (models.Index(fields=("tested_on",), name="skintestsession_tested_on"),)
        constraints = (*one_of("skintestsession", negative_control=NegativeControl.values),)

    @property
    def told(self) -> str:
        """The session in a line."""
        return _("skin tests · %(date)s") % {"date": self.tested_on.isoformat()}


class SkinTest(AppendOnly):
    """One strength of one drug in a session, in the order of the sheet: pricks first, then from weak to strong.

    `stock` is what it is diluted from. `limit`, in the test's own unit, is the non-irritating concentration that the
    drug library gave on the day of the plan, with its `source` and `mark`; None where none is established.
    """

    session = models.ForeignKey(SkinTestSession, on_delete=models.PROTECT, related_name="tests")
    number = models.PositiveSmallIntegerField()
    drug = models.CharField(max_length=200)
    drug_key = models.CharField(max_length=200)
    kind = models.CharField(max_length=11, choices=SkinTestKind)
    concentration = models.DecimalField(max_digits=15, decimal_places=6)
    unit = models.CharField(max_length=6, choices=StrengthUnit)
    stock = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    stock_unit = models.CharField(max_length=6, choices=StrengthUnit, blank=True)
    limit = models.DecimalField(null=True, max_digits=15, decimal_places=6)
    source = models.CharField(max_length=500, blank=True)
    mark = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("session", "number"), name="skintest_number_once"),
            models.UniqueConstraint(
                fields=("session", "drug_key", "kind", "concentration", "unit"), name="skintest_strength_once"
            ),
            models.CheckConstraint(condition=~Q(drug="") & ~Q(drug_key=""), name="skintest_drug"),
            models.CheckConstraint(
                condition=Q(concentration__gt=0) & (Q(stock=None) | Q(stock__gt=0)) & (Q(limit=None) | Q(limit__gt=0)),
                name="skintest_above_zero",
            ),
            models.CheckConstraint(
                condition=Q(stock=None, stock_unit="") | Q(stock__isnull=False, stock_unit__in=StrengthUnit.values),
                name="skintest_stock_unit",
            ),
            models.CheckConstraint(
                condition=~Q(stock_unit=F("unit")) | Q(concentration__lte=F("stock")), name="skintest_within_stock"
            ),
            *one_of("skintest", kind=SkinTestKind.values, unit=StrengthUnit.values),
        )

    @property
    def strength(self) -> Quantity:
        """What is tested."""
        return Quantity.of(self.concentration, self.unit)

    @property
    def stock_strength(self) -> Quantity | None:
        """What it is diluted from; None where nobody said."""
        return None if self.stock is None else Quantity.of(self.stock, self.stock_unit)

    @property
    def limit_strength(self) -> Quantity | None:
        """The non-irritating limit."""
        return None if self.limit is None else Quantity.of(self.limit, self.unit)

    @property
    def told(self) -> str:
        """The test in a line."""
        return f"{self.drug} · {self.get_kind_display()} · {self.strength}"


class SkinTestRound(PatientEntry):
    """One reading of the skin: the controls of the series, and which growth of a bleb counted as positive that day."""

    content = ("digest",)

    digest = models.CharField(max_length=64, editable=False)
    session = models.ForeignKey(SkinTestSession, on_delete=models.PROTECT, related_name="rounds")
    read_after = models.CharField(max_length=7, choices=ReadAfter)
    histamine_longest = diameter()
    histamine_across = diameter()
    negative_longest = diameter()
    negative_across = diameter()
    growth_mm = models.DecimalField(max_digits=15, decimal_places=6)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            *one_of("skintestround", read_after=ReadAfter.values),
            *in_pairs("skintestround", *DIAMETERS),
            *within("skintestround", growth_mm=(3, 5)),
        )

    @property
    def told(self) -> str:
        """The round in a line."""
        return f"{self.session.told} · {self.get_read_after_display()}"


class SkinTestReading(AppendOnly):
    """What one test showed in a round; `initial` is the bleb of an intradermal at injection, `control` its own control.

    Days later `infiltrated` says whether the erythema is infiltrated or a papule stands there.
    """

    round = models.ForeignKey(SkinTestRound, on_delete=models.PROTECT, related_name="readings")
    test = models.ForeignKey(SkinTest, on_delete=models.PROTECT, related_name="readings")
    wheal_longest = diameter()
    wheal_across = diameter()
    initial_longest = diameter()
    initial_across = diameter()
    control_longest = diameter()
    control_across = diameter()
    erythema_mm = diameter()
    infiltrated = models.BooleanField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("round", "test"), name="skintestreading_once"),
            models.CheckConstraint(
                condition=Q(wheal_longest__isnull=False) | Q(infiltrated__isnull=False), name="skintestreading_read"
            ),
            *in_pairs("skintestreading", *WHEALS),
            *within("skintestreading", erythema_mm=(0, WIDEST_MM)),
        )


class SkinTestOpinion(PatientEntry):
    """How the allergist reads one test, beside what the rules computed then; the newest holds.

    `reading` is the one it is about: one that is replaced or was a mistake takes the opinion with it. None: the result
    is known without any measurement, as a letter or a paper reports it.
    """

    content = ("test_id", "reading_id", "result", "reason")

    test = models.ForeignKey(SkinTest, on_delete=models.PROTECT, related_name="opinions")
    reading = models.ForeignKey(SkinTestReading, null=True, on_delete=models.PROTECT, related_name="opinions")
    result = models.CharField(max_length=10, choices=SkinTestResult)
    computed = models.CharField(max_length=10, choices=SkinTestResult, blank=True)
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(reason=""), name="skintestopinion_reason"),
            *one_of("skintestopinion", result=SkinTestResult.values, computed=["", *SkinTestResult.values]),
        )

    @property
    def told(self) -> str:
        """The opinion in a line."""
        return f"{self.test.told} · {self.get_result_display()} · {self.reason}"


class SkinTestSessionInError(EnteredInError):
    """A session that was a mistake; what was read in it counts nowhere either."""

    entry = models.OneToOneField(SkinTestSession, on_delete=models.PROTECT, related_name="error")


class SkinTestRoundInError(EnteredInError):
    """A round that was a mistake; the readings before it hold again, if there are any."""

    entry = models.OneToOneField(SkinTestRound, on_delete=models.PROTECT, related_name="error")


class SkinTestOpinionInError(EnteredInError):
    """An opinion that was a mistake; the one before it holds again, if there is one."""

    entry = models.OneToOneField(SkinTestOpinion, on_delete=models.PROTECT, related_name="error")
