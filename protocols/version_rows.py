"""Rows of a patient's protocol and its versions. Insert-only."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from desens.records.models import AppendOnly, DeviceKeyed
from drugs.models import Drug
from patients.models import Patient
from protocols.template_rows import Template

#: What of the orders is chosen in the editor, not found in the record.
BESIDE = ("premedication_set", "premedication", "monitoring_minutes", "observation_h")


class VersionState(models.TextChoices):
    """How far a version has come, derived from its signatures; only a released one prints as valid."""

    DRAFT = "draft", _("draft")
    SIGNED = "signed", _("signed")
    VERIFIED = "verified", _("verified")
    RELEASED = "released", _("released")
    SUPERSEDED = "superseded", _("superseded")
    VOID = "void", _("void")


class Protocol(AppendOnly, DeviceKeyed):
    """The desensitization of one patient to one drug; what is given stands in its versions."""

    content = ("drug_id",)

    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="protocols")
    code = models.CharField(max_length=12, unique=True)
    drug = models.ForeignKey(Drug, on_delete=models.PROTECT, related_name="+")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.code


class Version(AppendOnly, DeviceKeyed):
    """What was prescribed, frozen: `document` is canonical JSON (protocols.version_document), `digest` its SHA-256."""

    content = ("chosen",)

    protocol = models.ForeignKey(Protocol, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    template = models.ForeignKey(Template, on_delete=models.PROTECT, related_name="+")
    document = models.TextField()
    digest = models.CharField(max_length=64)
    engine_version = models.CharField(max_length=20)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        indexes = (models.Index(fields=("saved_at",), name="version_saved_at"),)
        constraints = (
            models.UniqueConstraint(fields=("protocol", "number"), name="version_number_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="version_number_from_one"),
        )

    @property
    def choices(self) -> dict[str, str]:
        """What the prescriber chose, as the document keeps it."""
        chosen: dict[str, str] = json.loads(self.document)["choices"]
        return chosen

    @property
    def chosen(self) -> dict[str, Any]:
        """Everything that the prescriber said: the choices, the computed dose, and what is ordered beside."""
        stored: dict[str, Any] = json.loads(self.document)
        orders, glucagon = stored["orders"], stored["orders"].get("glucagon")
        return {
            "choices": stored["choices"],
            "dose_order": stored.get("dose_order"),
            "glucagon": bool(glucagon) and not glucagon["because"],
            **{name: orders.get(name) for name in BESIDE},
        }
