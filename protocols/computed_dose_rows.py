"""Rows of the orders that gave target doses, beside the versions that were saved for them. Insert-only."""

from django.db import models
from django.db.models import Q

from desens.records.models import AppendOnly
from protocols.version_rows import Version


class ComputedDose(AppendOnly):
    """The order of a version whose dose was computed, as its document keeps it (protocols.dose_order, canonical JSON).

    Lists read it for thousands of versions at once, where reading each whole document would be too slow. It bears no
    key of its own: it is written with its version, in the same transaction, or not at all.
    """

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="computed_dose")
    order = models.TextField()

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(order=""), name="computed_dose_order"),)
