"""Rows of what was printed from a released version: the file itself with its hash. Insert-only."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from desens.records.models import AppendOnly
from desens.records.row_checks import one_of
from protocols.version_rows import Version


class Paper(models.TextChoices):
    """What is printed from a version."""

    NURSING_SHEET = "nursing sheet", _("nursing sheet")
    PREPARATION_SHEET = "preparation sheet", _("preparation sheet")
    BAG_LABELS = "bag labels", _("bag labels")
    CALENDAR = "calendar", _("calendar")


class StoredDocument(AppendOnly):
    """One PDF as it was drawn, and ever after handed out.

    `variant` tells sheets of one kind apart (such as the position of a label), "" where there is one. `basis` is the
    SHA-256 of what the sheet says beside the frozen version (papers/basis.py): as long as that stands, the file does.
    `sha256` is of `pdf`.
    """

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="stored_documents")
    paper = models.CharField(max_length=20, choices=Paper)
    variant = models.CharField(max_length=120, blank=True)
    basis = models.CharField(max_length=64)
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("version", "paper", "variant", "basis"), name="storeddocument_once"),
            *one_of("storeddocument", paper=Paper.values),
        )

    @property
    def short_hash(self) -> str:
        """The first eight digits of the file's digest."""
        return f"{self.sha256[:4]}\u00b7{self.sha256[4:8]}"
