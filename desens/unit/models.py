"""Rows: each change of a setting, and the pictures that settings name."""

from django.conf import settings
from django.db import models

from desens.records.models import AppendOnly, DeviceKeyed


class SettingRevision(AppendOnly, DeviceKeyed):
    """One value of one setting from `changed_at` on; `value` is JSON with its schema (desens.unit.stored).

    Unique by key and revision, which is the stale-save guard. Revision 0 is the default and has no row.
    """

    key = models.CharField(max_length=60)
    revision = models.PositiveIntegerField()
    value = models.TextField()
    reason = models.CharField(max_length=200)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("key", "revision"), name="settingrevision_once"),
            models.CheckConstraint(condition=models.Q(revision__gte=1), name="settingrevision_from_one"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="settingrevision_reason_given"),
        )

    def __str__(self) -> str:
        return f"{self.key} {self.revision}"


class PictureContent(AppendOnly):
    """The bytes of a picture, by their SHA-256; kept as long as any record may print them."""

    sha256 = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.sha256
