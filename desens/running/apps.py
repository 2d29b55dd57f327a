"""The app of running it."""

from django.apps import AppConfig


class RunningConfig(AppConfig):
    """Label `running`; its one table keeps when the last backups and drills were."""

    name = "desens.running"
    label = "running"
