"""An app of the tests alone: one model for each base, made without migrations."""

from django.apps import AppConfig


class RecordsTestConfig(AppConfig):
    name = "tests.records.app"
    label = "records_app"
