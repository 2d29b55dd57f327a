"""Rows: drugs, and the products (vials) they come in. A changed product is a new revision."""

from django.db import models

from desens.records.models import AppendOnly


class Drug(AppendOnly):
    """An active substance, found by its normalised name (`drugs.names.drug_key`)."""

    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200, unique=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(name_key=""), name="drug_has_name"),)

    def __str__(self) -> str:
        return self.name


class Product(AppendOnly):
    """What the pharmacy holds: strength of the stock in `unit` per mL, and what its label asks for."""

    drug = models.ForeignKey(Drug, on_delete=models.PROTECT, related_name="products")
    name = models.CharField(max_length=200)
    revision = models.PositiveIntegerField()
    stock_concentration = models.DecimalField(max_digits=15, decimal_places=6)
    unit = models.CharField(max_length=4)
    diluent = models.CharField(max_length=200)
    filter = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=500)
    mark = models.CharField(max_length=10)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("drug", "name", "revision"), name="product_revision_once"),
            models.CheckConstraint(condition=models.Q(stock_concentration__gt=0), name="product_strength_above_zero"),
            models.CheckConstraint(
                condition=models.Q(mark__in=("seen", "known", "VERIFY")), name="product_mark_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.name
