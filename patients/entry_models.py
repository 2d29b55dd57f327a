"""What every dated entry about a patient carries."""

from django.conf import settings
from django.db import models

from desens.records.models import AppendOnly, DeviceKeyed


class PatientEntry(AppendOnly, DeviceKeyed):
    """What every dated entry about a patient carries: whose, who wrote it, when."""

    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="%(class)ss")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        abstract = True
