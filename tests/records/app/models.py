"""One model for each base."""

from django.db import models

from desens.records.models import AppendOnly, DeviceKeyed, Versioned


class Note(AppendOnly):
    """Append-only, with a number that can be taken once."""

    number = models.PositiveIntegerField(unique=True)
    text = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.text


class Entry(AppendOnly, DeviceKeyed):
    """Append-only and sent by a device."""

    reading = models.PositiveIntegerField()

    def __str__(self) -> str:
        return str(self.reading)


class Setting(Versioned):
    """Changed in place."""

    value = models.IntegerField(default=0)

    def __str__(self) -> str:
        return str(self.value)
