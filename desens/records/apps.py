"""The app of the bases: installs the triggers after every migration, registers the checks."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate

from desens.records import checks, triggers


class RecordsConfig(AppConfig):
    """Label `records`; has no tables of its own."""

    name = "desens.records"
    label = "records"

    def ready(self) -> None:
        post_migrate.connect(triggers.install_after_migrate, sender=self)
        register(checks.check_decimals, Tags.models)
        register(checks.check_connections, Tags.database)
        register(checks.check_triggers, Tags.database)
