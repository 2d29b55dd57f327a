"""Rows: drugs, their names, their products, and what is known of them, each value with its source. All insert-only."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from desens.records.models import AppendOnly, DeviceKeyed
from drugs.kinds import KINDS


class Origin(models.TextChoices):
    """Who put a row there; where both say something, the unit's holds."""

    LIBRARY = "library", _("shipped library")
    UNIT = "unit", _("this unit")


class Mark(models.TextChoices):
    """How far a value was checked against its source."""

    SEEN = "seen", _("read in a copy of the source")
    KNOWN = "known", _("from the literature")
    VERIFY = "VERIFY", _("to be verified against the source")


class Route(models.TextChoices):
    """How a product is given."""

    INTRAVENOUS = "intravenous", _("intravenous")
    SUBCUTANEOUS = "subcutaneous", _("subcutaneous")
    INTRAMUSCULAR = "intramuscular", _("intramuscular")
    ORAL = "oral", _("by mouth")


class Added(AppendOnly):
    """Who added the row and when; nobody in person for what is shipped."""

    origin = models.CharField(max_length=10, choices=Origin)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=models.Q(origin="library", added_by__isnull=True)
                | models.Q(origin="unit", added_by__isnull=False),
                name="%(class)s_unit_row_has_person",
            ),
        )


class Sourced(Added, DeviceKeyed):
    """One revision of something said: from which source, how far checked, reviewed when."""

    revision = models.PositiveIntegerField()
    source = models.CharField(max_length=500)
    mark = models.CharField(max_length=10, choices=Mark)
    reviewed_on = models.DateField()

    class Meta:
        abstract = True
        constraints = (
            *Added.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(mark__in=Mark.values) & models.Q(revision__gte=1) & ~models.Q(source=""),
                name="%(class)s_has_source_and_mark",
            ),
        )


class Drug(Added):
    """An active substance or a class of them, found by its normalised name (`drugs.names.drug_key`)."""

    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200, unique=True)

    class Meta:
        constraints = (
            *Added.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(name_key=""), name="drug_has_name"),
        )

    def __str__(self) -> str:
        return self.name


class Name(Sourced):
    """Another name of a drug: a synonym or a brand."""

    content = ("drug_id", "name", "source", "mark")

    drug = models.ForeignKey(Drug, on_delete=models.PROTECT, related_name="names")
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200, db_index=True)

    class Meta:
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(fields=("name_key", "origin", "revision"), name="name_revision_once"),
            models.CheckConstraint(condition=~models.Q(name_key=""), name="name_has_letters"),
        )

    def __str__(self) -> str:
        return self.name


class Product(Added):
    """What the pharmacy holds; its strength and what its label asks for are values."""

    drug = models.ForeignKey(Drug, on_delete=models.PROTECT, related_name="products")
    name = models.CharField(max_length=200)
    route = models.CharField(max_length=20, choices=Route)

    class Meta:
        constraints = (
            *Added.Meta.constraints,
            models.UniqueConstraint(fields=("drug", "name"), name="product_once"),
            models.CheckConstraint(condition=models.Q(route__in=Route.values), name="product_route"),
        )

    def __str__(self) -> str:
        return self.name


class Value(Sourced):
    """One revision of one value (`drugs.kinds`), of a drug or of a product; `condition`: under which it holds.

    Not established is a value of its own: nothing is stated then, and the row says so.
    """

    content = ("drug_id", "product_id", "what", "condition", "established", "stated", "unit", "source", "mark")

    drug = models.ForeignKey(Drug, null=True, on_delete=models.PROTECT, related_name="values")
    product = models.ForeignKey(Product, null=True, on_delete=models.PROTECT, related_name="values")
    what = models.CharField(max_length=40)
    condition = models.CharField(max_length=200, blank=True)
    established = models.BooleanField()
    stated = models.CharField(max_length=500, blank=True)
    unit = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("drug", "what", "condition", "origin", "revision"), name="drug_value_revision_once"
            ),
            models.UniqueConstraint(
                fields=("product", "what", "condition", "origin", "revision"), name="product_value_revision_once"
            ),
            models.CheckConstraint(
                condition=models.Q(drug__isnull=True) ^ models.Q(product__isnull=True), name="value_of_one_thing"
            ),
            models.CheckConstraint(
                condition=models.Q(established=False, stated="", unit="")
                | models.Q(established=True) & ~models.Q(stated=""),
                name="value_says_something",
            ),
        )

    def __str__(self) -> str:
        return ", ".join(part for part in (str(KINDS[self.what].label), self.condition) if part)


class Retirement(AppendOnly, DeviceKeyed):
    """That a row is no longer used, or is used again; the latest of a row counts. Nothing is deleted."""

    content = ("drug_id", "name_id", "product_id", "value_id", "retired", "reason")

    drug = models.ForeignKey(Drug, null=True, on_delete=models.PROTECT, related_name="retirements")
    name = models.ForeignKey(Name, null=True, on_delete=models.PROTECT, related_name="retirements")
    product = models.ForeignKey(Product, null=True, on_delete=models.PROTECT, related_name="retirements")
    value = models.ForeignKey(Value, null=True, on_delete=models.PROTECT, related_name="retirements")
    retired = models.BooleanField()
    reason = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=(models.Q(drug__isnull=True) ^ models.Q(name__isnull=True))
                & models.Q(product__isnull=True, value__isnull=True)
                | (models.Q(product__isnull=True) ^ models.Q(value__isnull=True))
                & models.Q(drug__isnull=True, name__isnull=True),
                name="retirement_of_one_thing",
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="retirement_has_reason"),
        )

    @property
    def about(self) -> str:
        """What was taken out of use, in words."""
        return str(self.drug or self.name or self.product or self.value)
