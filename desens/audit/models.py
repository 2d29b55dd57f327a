"""The row of the audit (safety.md H11)."""

from django.db import models

from desens.records.models import AppendOnly


class AuditEvent(AppendOnly):
    """One change or one look: who, when, what, of whom. No foreign keys, so it outlives what it tells of."""

    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    subject_code = models.CharField(max_length=150, db_index=True)
    patient_code = models.CharField(max_length=40, blank=True, db_index=True)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    prev_hash = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        indexes = (models.Index(fields=("by", "id"), name="auditevent_by_person"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.by} {self.action} {self.subject} {self.subject_code}"
