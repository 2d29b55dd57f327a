"""The app of the audit events."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Label `audit`."""

    name = "desens.audit"
    label = "audit"
