"""Rows of how the bags of a released version were made: until when they serve, from which lots, by whom."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desens.records.models import AppendOnly, DeviceKeyed, EnteredInError
from desens.records.row_checks import one_of
from protocols.version_rows import Version


class BagsMade(AppendOnly, DeviceKeyed):
    """That the bags of a version were made. One record stands a version: another follows only one entered in error,
    and names that mark (`instead_of`).

    `stable_until` is by the shortest stability that was recorded of the product at that moment, None where none was;
    whoever goes beyond it says why (`reason`). Who made them is the first signature.
    """

    content = ("version_id", "prepared_at", "use_by", "reason", "note")

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="bags_made")
    instead_of = models.OneToOneField(
        "protocols.BagsMadeInError", null=True, on_delete=models.PROTECT, related_name="made_anew"
    )
    prepared_at = models.DateTimeField()
    use_by = models.DateTimeField()
    stable_until = models.DateTimeField(null=True)
    reason = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = (models.Index(fields=("use_by",), name="bagsmade_use_by"),)
        constraints = (
            models.UniqueConstraint(fields=("version",), condition=Q(instead_of=None), name="bagsmade_once"),
            models.CheckConstraint(condition=Q(use_by__gt=F("prepared_at")), name="bagsmade_use_by_after"),
            models.CheckConstraint(
                condition=Q(stable_until=None) | Q(use_by__lte=F("stable_until")) | ~Q(reason=""),
                name="bagsmade_beyond_stability",
            ),
        )


class BagsMadeInError(EnteredInError):
    """That a record of bags was a mistake, or that the bags were discarded."""

    entry = models.OneToOneField(BagsMade, on_delete=models.PROTECT, related_name="error")


class BagPart(models.TextChoices):
    """What a product is in the bags."""

    DRUG = "drug", _("drug")
    DILUENT = "diluent", _("diluent")
    OTHER = "other", _("another product")


class BagsMadeLot(AppendOnly):
    """One lot of a product that went into the bags; `lot` "" says that it was not recorded.

    `expires_on` is the last day it serves; with `month_only` the package names no day, and it serves until the month's
    end.
    """

    made = models.ForeignKey(BagsMade, on_delete=models.PROTECT, related_name="lots")
    part = models.CharField(max_length=7, choices=BagPart)
    product = models.CharField(max_length=200)
    lot = models.CharField(max_length=60, blank=True)
    expires_on = models.DateField(null=True)
    month_only = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("made", "part", "product", "lot"), name="bagsmadelot_once"),
            *one_of("bagsmadelot", part=BagPart.values),
            models.CheckConstraint(condition=~Q(product=""), name="bagsmadelot_product"),
            models.CheckConstraint(
                condition=Q(lot="", expires_on=None, month_only=False) | ~Q(lot="") & Q(expires_on__isnull=False),
                name="bagsmadelot_expiry",
            ),
        )


class BagsMeaning(models.TextChoices):
    """What a signature says of bags."""

    PREPARED = "prepared", _("prepared")
    CHECKED = "checked", _("checked")


class BagsSignature(AppendOnly, DeviceKeyed):
    """That a person prepared the bags, or checked them as the second person: one signature a meaning, one a person.

    A check rests on the preparer's signature (`prepared`); `checked` names what was looked at, codes between commas.
    """

    content = ("made_id", "meaning", "person_id", "checked", "note")

    made = models.ForeignKey(BagsMade, on_delete=models.PROTECT, related_name="signatures")
    meaning = models.CharField(max_length=8, choices=BagsMeaning)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    checked = models.CharField(max_length=100, blank=True)
    note = models.CharField(max_length=200, blank=True)
    prepared = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="second")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("made", "meaning"), name="bagssignature_once_a_meaning"),
            models.UniqueConstraint(fields=("made", "person"), name="bagssignature_once_a_person"),
            *one_of("bagssignature", meaning=BagsMeaning.values),
            models.CheckConstraint(
                condition=Q(meaning=BagsMeaning.PREPARED, prepared=None, checked="", note="")
                | Q(meaning=BagsMeaning.CHECKED, prepared__isnull=False) & ~Q(checked=""),
                name="bagssignature_rests_on",
            ),
        )
