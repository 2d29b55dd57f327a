"""The row that each backup and each drill leaves."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from desens.records.models import AppendOnly

MOST_TOLD = 2_000


class UpkeepKind(models.TextChoices):
    """What was done to keep the records safe."""

    BACKUP = "backup", _("backup")
    DRILL = "drill", _("restore drill")


class Upkeep(AppendOnly):
    """One backup or drill: when, whether it succeeded, and in a few lines what it told."""

    kind = models.CharField(max_length=10, choices=UpkeepKind)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    succeeded = models.BooleanField()
    told = models.CharField(max_length=MOST_TOLD)

    class Meta:
        indexes = (models.Index(fields=("kind", "id"), name="upkeep_by_kind"),)
        constraints = (
            models.CheckConstraint(condition=models.Q(kind__in=UpkeepKind.values), name="upkeep_kind"),
            models.CheckConstraint(condition=models.Q(ended_at__gte=models.F("began_at")), name="upkeep_ends_later"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.began_at:%Y-%m-%d %H:%M}"
